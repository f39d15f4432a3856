package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.bench.imports.MemoryExport;
import io.ambit.core.memory.disclosure.Ask;
import io.ambit.core.memory.recall.AnswerJson;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.record.Block;
import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Skill;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Decision;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.spi.SearchRequest;
import io.ambit.core.text.Hash;
import io.ambit.core.text.JsonTree;
import io.ambit.store.mirror.MemoryMirror;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty spaces whose records use the same words, and each a word of its own: whatever is read of one, by whatever way,
 * shows the word of no other. {@code -Dambit.isolation.queries=100000} for the full run.
 */
class SpaceIsolationTest {
    private static final int QUERIES = Integer.getInteger("ambit.isolation.queries", 1_500);
    private static final int SPACES = 50;
    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");
    private static final List<String> WORDS =
            List.of("login", "invoice", "harbour", "quince", "timeout", "ledger", "orchard", "release");
    private static final Pattern MARK = Pattern.compile("mark[0-9]{3}x");

    @TempDir
    private Path folder;

    private final Map<Space, List<RecordId>> ids = new TreeMap<>((a, b) -> a.id().compareTo(b.id()));

    @Test
    void reads_everyWayOfFiftySpaces_showNothingOfAnother() throws IOException {
        SplittableRandom random = new Seed(QUERIES).random();
        try (WholeMemory whole = new WholeMemory(folder)) {
            for (int s = 0; s < SPACES; s++) {
                fill(whole, space(s), random);
            }
            Map<String, Integer> shown = new TreeMap<>();
            for (int q = 0; q < QUERIES; q++) {
                Space space = space(random.nextInt(SPACES));
                Way way = Way.values()[random.nextInt(Way.values().length)];
                String seen = read(whole, way, space, random);
                Matcher marks = MARK.matcher(seen);
                while (marks.find()) {
                    assertThat(marks.group())
                            .as("query %s, %s in %s", q, way, space)
                            .isEqualTo(mark(space));
                    shown.merge(way.name(), 1, Integer::sum);
                }
            }
            // A way that shows nothing at all would prove nothing.
            assertThat(shown.keySet())
                    .containsAll(List.of("SEARCH", "ASK", "LIST", "TURNS", "FACTS", "LOAD", "EXPORT", "OUTPUTS"));
            System.out.println(QUERIES + " reads over " + SPACES + " spaces, own words shown: " + shown);
        }
    }

    /** Every way to read. */
    private enum Way {
        SEARCH,
        ASK,
        SHOW,
        LIST,
        TURNS,
        LINKS,
        FACTS,
        CHANGES,
        INDEX,
        TIMELINE,
        LOAD,
        OPEN,
        JOURNAL,
        BLOCKS,
        EXPORT,
        MIRROR,
        OUTPUTS,
        SESSIONS
    }

    private String read(WholeMemory whole, Way way, Space space, SplittableRandom random) {
        String words = WORDS.get(random.nextInt(WORDS.size())) + " " + mark(space(random.nextInt(SPACES)));
        List<RecordId> others = ids.get(space(random.nextInt(SPACES)));
        List<RecordId> some =
                List.of(others.get(random.nextInt(others.size())), others.get(random.nextInt(others.size())));
        return switch (way) {
            case SEARCH -> {
                List<RecordId> found =
                        whole.index.search(space, SearchRequest.of(words, 20).withArchived(true)).stream()
                                .map(hit -> hit.id())
                                .toList();
                assertThat(whole.memory.store().find(space, found)).hasSameSizeAs(found);
                yield texts(whole.memory.store().find(space, found), space);
            }
            case ASK ->
                JsonTree.write(AnswerJson.tree(whole.memory.ask(Question.in(space, words)
                        .limit(10)
                        .quiet(random.nextBoolean())
                        .raw(random.nextBoolean())
                        .build())));
            case SHOW -> texts(whole.memory.store().find(space, some), space);
            case LIST -> texts(whole.memory.store().list(space, RecordSelection.LIVE.withArchived()), space);
            case TURNS -> texts(whole.memory.store().turns(space, "talk", 0, 99), space);
            case LINKS -> whole.memory.store().links(space, some).toString().replace("mark", "link");
            case FACTS ->
                whole.memory
                                .store()
                                .facts(space, new FactQuery(null, null, NOW, null))
                                .toString()
                        + whole.memory.store().facts(space, new FactQuery(words, null, null, NOW));
            case CHANGES -> whole.memory.store().changes(space, 0, 100).toString();
            case INDEX -> whole.memory.disclosure().index(space, "", "").text();
            case TIMELINE -> whole.memory.disclosure().timeline(space, "", "").text();
            case LOAD ->
                whole.memory.disclosure().load(Ask.of(space, "", "", words)).text();
            case OPEN -> texts(whole.memory.disclosure().open(space, "", "", some), space);
            case JOURNAL -> {
                whole.memory
                        .journal()
                        .queries(space, 20)
                        .forEach(event -> assertThat(event.space()).isEqualTo(space));
                yield "";
            }
            case BLOCKS ->
                whole.memory.blocks().blocks(space, "").toString()
                        + whole.memory.blocks().history(space, "project");
            case EXPORT -> {
                StringBuilder out = new StringBuilder();
                try {
                    MemoryExport.write(whole.memory.store(), space, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                yield out.toString();
            }
            case MIRROR -> mirror(whole, space);
            case OUTPUTS ->
                outputs(whole.stores.ledger(), space, random.nextInt(3) == 0 ? space : space(random.nextInt(SPACES)));
            case SESSIONS -> sessions(whole.stores.ledger(), space);
        };
    }

    private String mirror(WholeMemory whole, Space space) {
        MemoryMirror mirror = new MemoryMirror(folder);
        mirror.write(space, whole.memory.disclosure(), whole.memory.economics(), List.of(), NOW);
        StringBuilder all = new StringBuilder();
        for (String name : List.of("index.json", "timeline.json", "token_economics.json")) {
            try {
                all.append(Files.readString(mirror.folder(space).resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    /** What {@code context_retrieve} and {@code /rest/outputs} read. */
    private static String outputs(Ledger ledger, Space space, Space other) {
        StringBuilder all = new StringBuilder();
        for (SessionRecord session : ledger.sessions(other)) {
            for (LedgerOutput output : ledger.outputs(space, session.id())) {
                all.append(output.text());
            }
            for (LedgerOutput output : ledger.outputs(other, session.id())) {
                ledger.output(space, null, output.id()).ifPresent(all::append);
                ledger.output(space, session.id(), output.id()).ifPresent(all::append);
            }
        }
        return all.toString();
    }

    private static String sessions(Ledger ledger, Space space) {
        StringBuilder all = new StringBuilder();
        for (SessionRecord session : ledger.sessions(space)) {
            assertThat(session.space()).isEqualTo(space);
            ledger.transcript(space, session.id()).ifPresent(talk -> all.append(talk.messages()));
        }
        return all.toString();
    }

    private static String texts(List<MemoryRecord> records, Space space) {
        StringBuilder all = new StringBuilder();
        for (MemoryRecord record : records) {
            assertThat(record.space()).isEqualTo(space);
            all.append(record.content().text()).append('\n');
        }
        return all.toString();
    }

    private void fill(WholeMemory whole, Space space, SplittableRandom random) {
        List<Draft> drafts = new ArrayList<>();
        for (Content content : contents(space, random)) {
            drafts.add(
                    Draft.of(space, content, Provenance.by("user", "test"), NOW.minusSeconds(random.nextInt(9_999))));
        }
        List<RecordId> stored = whole.memory.remember(drafts).records().stream()
                .map(MemoryRecord::id)
                .toList();
        ids.put(space, stored);
        for (int i = 1; i < stored.size(); i++) {
            whole.memory
                    .store()
                    .link(new Link(space, stored.get(i), LinkType.RELATED_TO, stored.get(i - 1), "user", NOW));
        }
        whole.memory.putBlock(
                new Block("b", space, "project", mark(space), "", 100, "", Map.of(), false, true, NOW, null));
        whole.index.catchUp(space, done -> {});
        String output = "the " + mark(space) + " output\n";
        Conversation talk = Conversation.about(space, null, "Find the " + mark(space));
        talk.tool("call_1", "read", "{}", output);
        OutputId id = OutputId.of(Hash.of(output), OutputId.MIN_LENGTH);
        StepId step = talk.begin(whole.stores.ledger(), Map.of(talk.lastPart(), new Decision.Cut(id, "cut", 1)));
        whole.stores.ledger().finish(step, Conversation.end(null));
    }

    private static List<Content> contents(Space space, SplittableRandom random) {
        List<Content> contents = new ArrayList<>();
        String mark = mark(space);
        for (int i = 0; i < 3; i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            contents.add(new Turn("talk", i, "Ann", Voice.PERSON, "I saw the " + word + " of " + mark));
            contents.add(new Insight("decision", "Keep the " + word + " of " + mark, "for " + mark, List.of()));
            contents.add(new Fact("the " + word, "is in", mark + " " + i, true, NOW.minusSeconds(9_999 - i), null));
        }
        contents.add(new Document("Note " + mark, "login invoice harbour quince " + mark));
        contents.add(Episode.of("Fix the timeout of " + mark, Outcome.FAILURE));
        contents.add(new Skill("Release " + mark, "", List.of(), List.of("Tag " + mark), List.of(), List.of()));
        return contents;
    }

    private static Space space(int number) {
        return new Space("space-" + number);
    }

    private static String mark(Space space) {
        return "mark%03dx".formatted(Integer.parseInt(space.id().substring("space-".length())));
    }
}
