package io.ambit.bench.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Document;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Skill;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import io.ambit.store.SqliteMemoryStore;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryImportTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Space SPACE = new Space("project");

    @TempDir
    private Path folder;

    private final HeapMemoryStore store = new HeapMemoryStore();

    private static MemoryImport into(MemoryStore store) {
        return new MemoryImport(store, RecalledTexts.NONE, InstantSource.fixed(NOW));
    }

    private ImportReport run(Path source) {
        return into(store).run(source, null, SPACE, ImportProgress.Listener.NONE);
    }

    private Path source(ImportFormat format) {
        return new ImportSources(folder).of(format);
    }

    private List<MemoryRecord> records(RecordKind... kinds) {
        return store.list(SPACE, RecordSelection.LIVE.ofKinds(kinds));
    }

    @ParameterizedTest
    @EnumSource
    void run_eachFormat_isToldFromItsContent(ImportFormat format) {
        ImportReport report = run(source(format));
        assertThat(report.format()).isEqualTo(format);
        assertThat(report.problems()).isEmpty();
        assertThat(report.added()).isPositive().isEqualTo(report.records());
    }

    @ParameterizedTest
    @EnumSource
    void run_again_changesNothing(ImportFormat format) {
        Path source = source(format);
        run(source);
        String before = picture(store);

        assertThat(run(source).added()).isZero();

        assertThat(picture(store)).isEqualTo(before);
    }

    /** Cut off after any number of transactions, again and again, then left to end: it is as if nothing had happened. */
    @ParameterizedTest
    @EnumSource
    void run_cutOffAnywhere_endsAsOneThatWasNot(ImportFormat format) {
        Path source = source(format);
        run(source);
        String whole = picture(store);
        try (SqliteMemoryStore onDisk = SqliteMemoryStore.open(folder.resolve("data"))) {
            SplittableRandom random = new Seed(format.label().length()).random();
            for (int attempt = 0; attempt < 4; attempt++) {
                int[] left = {1 + random.nextInt(4)};
                assertThatThrownBy(() -> into(onDisk).run(source, null, SPACE, progress -> {
                            if (--left[0] == 0) {
                                throw new AmbitException("cut off");
                            }
                        }))
                        .hasMessage("cut off");
            }
            into(onDisk).run(source, null, SPACE, ImportProgress.Listener.NONE);
            assertThat(picture(onDisk)).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @EnumSource
    void run_source_isOnlyRead(ImportFormat format) throws IOException {
        Path source = source(format);
        String before = listing();
        run(source);
        assertThat(listing()).isEqualTo(before);
    }

    private String listing() throws IOException {
        StringBuilder out = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                out.append(file)
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ');
                out.append(Files.isDirectory(file) ? 0 : Files.size(file)).append('\n');
            }
        }
        return out.toString();
    }

    /** All that a store holds of the space, one line each. */
    private static String picture(MemoryStore store) {
        StringBuilder out = new StringBuilder();
        List<MemoryRecord> all = store.list(SPACE, RecordSelection.LIVE.withArchived());
        all.forEach(record -> out.append(record).append('\n'));
        store.links(SPACE, all.stream().map(MemoryRecord::id).toList()).stream()
                .map(String::valueOf)
                .sorted()
                .forEach(link -> out.append(link).append('\n'));
        return out.toString();
    }

    @Test
    void run_progress_tellsBytesAndRecords() {
        List<ImportProgress> seen = new ArrayList<>();
        Path source = source(ImportFormat.DOCUMENTS);
        into(store).run(source, null, SPACE, seen::add);
        assertThat(seen).hasSizeGreaterThan(4);
        assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(a.records(), b.records()));
        assertThat(seen.get(0).records()).isEqualTo(200);
        ImportProgress last = seen.get(seen.size() - 1);
        assertThat(last.bytesDone()).isEqualTo(last.bytesTotal()).isPositive();
        assertThat(last.records()).isEqualTo(900);
        assertThat(last.file()).isEqualTo(source.toString());
    }

    @Test
    void run_documentsWithoutSpace_keepTheirOwn() {
        into(store).run(source(ImportFormat.DOCUMENTS), null, null, ImportProgress.Listener.NONE);
        assertThat(store.spaces()).extracting(Space::id).containsExactlyInAnyOrder("chat-0", "chat-1", "chat-2");
        MemoryRecord first =
                store.list(new Space("chat-1"), RecordSelection.LIVE).get(0);
        assertThat(first.content()).isEqualTo(new Turn("1", 0, "assistant", Voice.ASSISTANT, "Message 1 of it"));
        assertThat(first.draft().happenedAt()).isEqualTo(Instant.parse("2025-03-02T10:00:00Z"));
        assertThat(first.provenance().source()).isEqualTo("documents:documents.jsonl");
        assertThat(first.provenance().key()).isEqualTo("m1");
    }

    @Test
    void run_documentsLineWithoutText_namesFileAndLine() throws IOException {
        Path source = source(ImportFormat.DOCUMENTS);
        Files.writeString(source, Files.readString(source) + "{\"space\": \"a\", \"id\": \"x\", \"role\": \"user\"}\n");
        assertThatThrownBy(() -> run(source)).hasMessage("documents.jsonl:901: no 'text', expected a text");
    }

    @Test
    void run_locomo_readsTurnsInOrderAndNothingThatOthersDrew() {
        run(source(ImportFormat.LOCOMO));
        assertThat(records()).hasSize(3 * 3 * 60);
        MemoryRecord fourth = records().get(3);
        assertThat(fourth.content())
                .isEqualTo(new Turn("conv-0/1", 3, "Bob", Voice.PERSON, "said 3 [image: a photo of 3]"));
        assertThat(fourth.draft().happenedAt()).isEqualTo(Instant.parse("2023-05-01T13:50:00Z"));
        assertThat(records())
                .extracting(record -> ((Turn) record.content()).session())
                .startsWith("conv-0/1")
                .endsWith("conv-2/10");
        assertThat(records()).noneMatch(record -> record.content().text().contains("never stored"));
    }

    @Test
    void run_sessions_becomeEpisodes() {
        run(source(ImportFormat.SESSIONS));
        List<Episode> episodes = records(RecordKind.EPISODE).stream()
                .map(record -> (Episode) record.content())
                .toList();
        assertThat(episodes).extracting(Episode::agent).contains("claude-code", "codex", "pi", "qwen-code", "");
        assertThat(episodes)
                .filteredOn(episode -> episode.title().equals("Book flight 3. Never pay twice."))
                .extracting(Episode::outcome)
                .containsExactly(Outcome.SUCCESS);
        assertThat(episodes)
                .filteredOn(episode -> episode.title().equals("Book flight 4. Never pay twice."))
                .extracting(Episode::outcome)
                .containsExactly(Outcome.FAILURE);
        assertThat(episodes.stream().filter(episode -> episode.agent().equals("codex")))
                .allMatch(episode -> !episode.actions().isEmpty());
    }

    @Test
    void run_loki_keepsKindsSourcesAndLinks() {
        ImportReport report = run(source(ImportFormat.LOKI));
        assertThat(report.links()).isOne();
        MemoryRecord episode = records(RecordKind.EPISODE).get(0);
        Episode told = (Episode) episode.content();
        assertThat(told.context().goal()).isEqualTo("Implement endpoint 1");
        assertThat(told.actions().get(1).result()).isEqualTo("fail: missing return type");
        assertThat(told.errors().get(0).resolution()).isEqualTo("Added it");
        // What a source says of its own importance raises nothing.
        assertThat(episode.draft().importance()).isEqualTo(0.5);
        MemoryRecord pattern = records(RecordKind.PATTERN).get(0);
        assertThat(pattern.draft().confidence()).isEqualTo(0.95);
        assertThat(((Pattern) pattern.content()).sources())
                .containsExactly(
                        episode.id(), records(RecordKind.EPISODE).get(1).id());
        assertThat(store.links(SPACE, List.of(pattern.id())))
                .extracting(link -> link.type())
                .containsExactly(LinkType.RELATED_TO);
        AntiPattern anti = (AntiPattern) records(RecordKind.ANTI_PATTERN).get(0).content();
        assertThat(anti.sources())
                .containsExactly(records(RecordKind.EPISODE).get(2).id());
        assertThat(records(RecordKind.SKILL))
                .extracting(record -> record.content().title())
                .containsExactly("API Endpoint", "Testing");
        assertThat(((Skill) records(RecordKind.SKILL).get(0).content()).steps())
                .containsExactly("Read the spec", "Write the handler");
        assertThat(((Insight) records(RecordKind.INSIGHT).get(0).content()).context())
                .isEqualTo("embedded");
    }

    @Test
    void run_mcpMemory_keepsEntitiesObservationsAndRelations() {
        ImportReport report = run(source(ImportFormat.MCP_MEMORY));
        assertThat(records(RecordKind.DOCUMENT)).hasSize(300);
        assertThat(records(RecordKind.INSIGHT)).hasSize(600);
        assertThat(records(RecordKind.FACT)).hasSize(299);
        assertThat(records(RecordKind.FACT).get(0).content().text()).isEqualTo("Person 0 knows Person 1");
        assertThat(report.links()).isEqualTo(600 + 2 * 299);
        assertThat(store.links(
                        SPACE, List.of(records(RecordKind.DOCUMENT).get(0).id())))
                .extracting(link -> link.type())
                .containsExactlyInAnyOrder(
                        LinkType.BELONGS_TO, LinkType.BELONGS_TO, LinkType.RELATED_TO, LinkType.REFERENCES);
    }

    @Test
    void run_mcpMemoryWithBrokenLines_namesThemAndGoesOn() throws IOException {
        Path source = source(ImportFormat.MCP_MEMORY);
        Files.writeString(source, Files.readString(source) + "{\"type\":\"entity\"}\n{\"type\":\"enti");
        assertThat(run(source).problems()).extracting(problem -> problem.line()).containsExactly(600L, 601L);
        assertThat(records(RecordKind.DOCUMENT)).hasSize(300);
    }

    @Test
    void run_markdown_readsTitlesAndDates() {
        run(source(ImportFormat.MARKDOWN));
        assertThat(records()).hasSize(450);
        MemoryRecord first = records().get(0);
        assertThat(first.content()).isEqualTo(new Document("Note 0", "The text of note 0."));
        assertThat(first.draft().happenedAt()).isEqualTo(Instant.parse("2025-02-03T00:00:00Z"));
        assertThat(first.provenance().key()).isEqualTo("part-0/note-0.md");
        assertThat(records()).anyMatch(record -> record.content().title().equals("Heading 1"));
    }

    @Test
    void run_changedNote_replacesItsContentOnly() throws IOException {
        Path source = source(ImportFormat.MARKDOWN);
        run(source);
        MemoryRecord before = records().get(0);
        Files.writeString(source.resolve("part-0/note-0.md"), "# Other\nNew text");
        assertThat(run(source).added()).isZero();
        assertThat(records().get(0).id()).isEqualTo(before.id());
        assertThat(records().get(0).content()).isEqualTo(new Document("Other", "# Other\nNew text"));
    }

    @Test
    void run_unknownFile_saysWhatCameAndWhatWasExpected() {
        Path file = new ImportSources(folder)
                .write("tools.jsonl", "{\"name\": \"a\", \"description\": \"b\"}\n{\"name\": \"c\"}\n");
        assertThatThrownBy(() -> run(file))
                .hasMessageContaining("lines, the first of them a JSON object with name, description")
                .hasMessageContaining("mcp-memory");
        assertThatThrownBy(() -> run(folder.resolve("absent"))).hasMessageContaining("no such file or folder");
        assertThatThrownBy(() -> run(new ImportSources(folder).write("empty.json", "")))
                .hasMessageContaining("an empty file");
    }

    @Test
    void run_forcedFormat_isHeld() {
        Path documents = source(ImportFormat.DOCUMENTS);
        assertThatThrownBy(() -> into(store).run(documents, ImportFormat.LOCOMO, SPACE, ImportProgress.Listener.NONE))
                .hasMessageContaining("expected LoCoMo's");
    }

    @Test
    void run_secretsInASource_areRedactedAndCounted() {
        String key = "gh" + "p_" + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY2zA4";
        Path file = new ImportSources(folder).write("note.md", "The key is " + key + ".");
        assertThat(run(file).redacted()).containsEntry("github token", 1L);
        assertThat(picture(store)).doesNotContain(key);
    }
}
