package io.ambit.core.memory.disclosure;

import static io.ambit.core.memory.recall.Notebook.NOW;
import static io.ambit.core.memory.recall.Notebook.SPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.event.DisclosureEvent;
import io.ambit.core.memory.recall.Notebook;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.HostileRecords;
import io.ambit.testkit.HostileRecords.Hostile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown at each layer, and when it stops. */
class DisclosureTest {
    private static final String[] THEMES = {
        "database migration flyway schema", "login token oauth session", "invoice parser dates csv",
        "docker image build layers", "cache eviction redis ttl", "dashboard charts colours legend",
        "kafka consumer lag offsets", "email templates footer logo", "search index lucene analyser",
        "terraform state lock bucket", "mobile push badge counter", "billing refund ledger rounding"
    };

    private final Notebook memory = new Notebook();
    private final Economics economics = new Economics(memory.store, memory.journal, memory.tokens, memory.clock);
    private final Disclosure disclosure =
            new Disclosure(memory.store, memory.index, memory.journal, memory.tokens, memory.clock, economics);

    private void fillThemes() {
        for (String theme : THEMES) {
            memory.note("The " + theme + " was looked at first. "
                    + "It took a while and many tries to see why. ".repeat(6));
            memory.note("Second note on " + theme + ". " + "Nothing else was done about it then. ".repeat(6));
        }
    }

    private Disclosed load(String question) {
        return disclosure.load(Ask.of(SPACE, "s", "t", question));
    }

    @Test
    void index_manyTopics_showsWhatFitsAndHowManyMore() {
        fillThemes();

        IndexView view = disclosure.index(SPACE, "s", "t");

        assertThat(disclosure.topics(SPACE)).hasSize(THEMES.length);
        assertThat(view.tokens()).isLessThanOrEqualTo(100).isEqualTo(memory.tokens.count(view.text()));
        assertThat(view.lines()).hasSizeGreaterThan(2);
        assertThat(view.more()).isEqualTo(THEMES.length - view.lines().size());
        assertThat(view.text()).contains("and " + view.more() + " more topics");
    }

    @Test
    void index_line_namesRecordsThatCanBeOpened() {
        RecordId id = memory.note("retry with backoff on 429");

        IndexView.Line line = disclosure.index(SPACE, "s", "t").lines().getFirst();

        assertThat(line.topic()).isEqualTo("t-" + id);
        assertThat(line.summary()).isEqualTo("retry with backoff on 429");
        assertThat(line.tokens())
                .isEqualTo(memory.tokens.count(
                        QuotedRecord.of(memory.store.find(SPACE, id).orElseThrow())));
        assertThat(disclosure.open(
                        SPACE, "s", "t", List.of(new RecordId(line.topic().substring(2)))))
                .extracting(MemoryRecord::id)
                .containsExactly(id);
    }

    @Test
    void index_withoutQuestion_putsTheLastUsedFirst() {
        RecordId old = memory.note("alpha things", NOW.minus(Duration.ofDays(60)));
        RecordId fresh = memory.note("beta things", NOW.minus(Duration.ofDays(2)));

        assertThat(disclosure.topics(SPACE))
                .extracting(IndexView.Line::topic)
                .containsExactly("t-" + fresh, "t-" + old);

        disclosure.open(SPACE, "s", "t", List.of(old));

        assertThat(disclosure.topics(SPACE))
                .extracting(IndexView.Line::topic)
                .containsExactly("t-" + old, "t-" + fresh);
    }

    @Test
    void topics_sessionLinksAndWords_putRecordsTogether() {
        RecordId first = memory.turn("talk-1", "hello there");
        memory.turn("talk-1", "quite another matter");
        RecordId other = memory.turn("talk-2", "hello there");
        RecordId linked = memory.note("zebra stripes");
        RecordId alsoLinked = memory.note("ocean waves");
        memory.link(linked, LinkType.RELATED_TO, alsoLinked);
        RecordId worded = memory.note("gradle build cache misses on the agents");
        memory.note("gradle build cache warmed nightly");

        assertThat(disclosure.topics(SPACE))
                .extracting(IndexView.Line::topic)
                .containsExactlyInAnyOrder("t-" + first, "t-" + other, "t-" + linked, "t-" + worded);
    }

    @Test
    void load_timelineSays_stopsThere() {
        fillThemes();

        Disclosed shown = load("database migration flyway");

        assertThat(shown.sufficient()).isTrue();
        assertThat(shown.entries()).isNotEmpty();
        assertThat(shown.records()).isEmpty();
        assertThat(shown.matches()).isNotEmpty().allMatch(match -> match.similarity() > 0.5 && !match.inFull());
    }

    @Test
    void load_timelineDoesNotSay_showsAtMostTwoTopicsInFull() {
        fillThemes();
        for (int n = 0; n < 4; n++) {
            memory.turn("talk-" + n, "postgres replica failover plan " + "and more words of talk number. ".repeat(8));
            memory.turn("talk-" + n, "the password rotation happens at 0" + n + ":15");
        }

        Disclosed shown = load("postgres replica failover plan gremlin");

        assertThat(shown.sufficient()).isFalse();
        assertThat(shown.matches()).hasSizeGreaterThan(2);
        assertThat(shown.matches().stream().filter(Disclosed.Match::inFull)).hasSize(2);
        assertThat(shown.records()).hasSize(4);
        shown.records().forEach(record -> assertThat(shown.text()).contains(QuotedRecord.of(record)));
    }

    @Test
    void load_nothingSimilar_showsTheIndexOnly() {
        fillThemes();

        Disclosed shown = load("weather in the mountains on sunday, terraform");

        assertThat(shown.index().lines()).isNotEmpty();
        assertThat(shown.matches()).isEmpty();
        assertThat(shown.entries()).isEmpty();
        assertThat(shown.records()).isEmpty();
        assertThat(shown.sufficient()).isFalse();
    }

    @Test
    void load_budget_namesWhatDoesNotFit() {
        RecordId small = memory.note("kiwi shipment schedule");
        RecordId large = memory.note("kiwi shipment schedule " + "and so on ".repeat(200));

        Disclosed shown = disclosure.load(new Ask(SPACE, "s", "t", "kiwi shipment gremlin", 100));

        assertThat(shown.records()).extracting(MemoryRecord::id).containsExactly(small);
        assertThat(shown.leftOut()).extracting(left -> left.id()).containsExactly(large);
    }

    @Test
    void load_entries_areAboutATenthOfTheRecords() {
        memory.note("Sourdough starter. "
                + Stream.iterate(1, n -> n + 1)
                        .limit(200)
                        .map(n -> "On day " + n + " the starter of jar " + (n % 7) + " rose by " + (n % 13)
                                + " percent. ")
                        .reduce("", String::concat));
        int all = disclosure.topics(SPACE).getFirst().tokens();

        Disclosed shown = load("sourdough starter");

        assertThat(shown.entries().getFirst().tokens()).isBetween(60, Math.min(160, all / 7));
        assertThat(shown.index().tokens()).isLessThan(shown.entries().getFirst().tokens());
    }

    @Test
    void load_anyQuestion_isCounted() {
        fillThemes();

        Disclosed shown = load("docker image build layers gremlin");

        DisclosureEvent event = memory.journal.shown(SPACE, "s", "t").getFirst();
        assertThat(event.indexTokens()).isEqualTo(shown.index().tokens());
        assertThat(event.timelineTokens())
                .isEqualTo(
                        shown.entries().stream().mapToInt(TimelineEntry::tokens).sum());
        assertThat(event.readTokens()).isPositive();
        assertThat(event.allTokens())
                .isEqualTo(disclosure.topics(SPACE).stream()
                        .mapToInt(IndexView.Line::tokens)
                        .sum());
        assertThat(event.fullTopics()).hasSize(1);
        assertThat(economics.session(SPACE, "s").queries()).isEqualTo(1);
        assertThat(memory.store
                        .find(SPACE, shown.records().getFirst().id())
                        .orElseThrow()
                        .uses())
                .isEqualTo(1);
    }

    @Test
    void timeline_work_saysFocusDecisionsAndWhatWasDone() {
        memory.note("just a note");
        memory.add(new Insight("decision", "Use SQLite as the store", "one file, no server to run", List.of()));
        memory.add(new Insight("blocker", "no licence key for the fonts", "", List.of()));
        memory.add(new Insight("next", "write the importer", "", List.of()));
        memory.add(new Episode(
                "T-1",
                "agent",
                new Episode.EpisodeContext("coding", "Add the exporter", List.of(), List.of()),
                List.of(
                        new Episode.Action(Duration.ZERO, "edit_file", "Exporter.java", "done"),
                        new Episode.Action(Duration.ofSeconds(9), "run_test", "ExporterTest", "2 of 9 fail")),
                Outcome.FAILURE,
                List.of(
                        new Episode.Failure("AssertionError", "expected 9 rows", ""),
                        new Episode.Failure("IOException", "disk full", "made room")),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ofSeconds(20),
                1));

        Timeline timeline = disclosure.timeline(SPACE, "s", "t");

        assertThat(timeline.active().currentFocus()).isEqualTo("Add the exporter");
        assertThat(timeline.active().blockedBy())
                .containsExactly("no licence key for the fonts", "AssertionError expected 9 rows");
        assertThat(timeline.active().nextUp()).containsExactly("write the importer");
        assertThat(timeline.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.text()).isEqualTo("Use SQLite as the store");
            assertThat(decision.rationale()).isEqualTo("one file, no server to run");
        });
        assertThat(timeline.recent())
                .extracting(Timeline.Line::text)
                .containsExactly(
                        "Add the exporter (failure)",
                        "run_test ExporterTest 2 of 9 fail",
                        "edit_file Exporter.java done");
        assertThat(timeline.text()).contains("Use SQLite", "because: one file", "Next up:");
    }

    @Test
    void timeline_muchWork_keepsToItsSize() {
        for (int n = 0; n < 60; n++) {
            memory.episode("task " + n + " " + "with a long goal ".repeat(10), Outcome.SUCCESS);
            memory.add(
                    new Insight("decision", "choice " + n + " of many ".repeat(20), "reason ".repeat(40), List.of()));
        }

        Timeline timeline = disclosure.timeline(SPACE, "s", "t");

        assertThat(timeline.tokens()).isBetween(300, 500);
        assertThat(timeline.decisions()).isNotEmpty();
        assertThat(timeline.recent()).allMatch(line -> line.text().split(" ", -1).length <= 10);
    }

    @Test
    void everyLayer_ofAnotherSpace_isEmpty() {
        fillThemes();
        Space other = new Space("other");

        assertThat(disclosure.index(other, "s", "t").lines()).isEmpty();
        assertThat(disclosure.timeline(other, "s", "t").recent()).isEmpty();
        assertThat(disclosure
                        .load(Ask.of(other, "s", "t", "database migration"))
                        .text())
                .isEmpty();
        List<RecordId> ids = new ArrayList<>();
        memory.store.list(SPACE, RecordSelection.LIVE).forEach(record -> ids.add(record.id()));
        assertThat(disclosure.open(other, "s", "t", ids)).isEmpty();
    }

    @Test
    void topics_afterForgetAndArchive_knowThemNoMore() {
        RecordId kept = memory.note("alpha words here");
        RecordId forgotten = memory.note("beta sentences there");
        RecordId archived = memory.note("gamma letters everywhere");
        disclosure.topics(SPACE);

        memory.store.forget(SPACE, forgotten, NOW);
        memory.store.archive(SPACE, archived, true, NOW);
        RecordId added = memory.note("delta symbols anywhere");

        assertThat(disclosure.topics(SPACE))
                .extracting(IndexView.Line::topic)
                .containsExactlyInAnyOrder("t-" + kept, "t-" + added);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void everyLayer_hostileRecords_standsInQuotation(Hostile hostile) {
        HostileRecords.contents(hostile).forEach(memory::add);
        String line = QuotedRecord.line(hostile.text());

        for (String text : List.of(
                disclosure.index(SPACE, "s", "t").text(),
                disclosure.timeline(SPACE, "s", "t").text(),
                disclosure.load(Ask.of(SPACE, "s", "t", line + " gremlin word")).text())) {
            assertThat(text.split("\\R", -1)).allMatch(DisclosureTest::isFrameOrQuotation);
        }
    }

    private static boolean isFrameOrQuotation(String line) {
        return line.isEmpty()
                || line.startsWith("> ")
                || line.matches("t-[a-z]+-[0-9-]+ \\| \"[^\"]*\" \\| [0-9.]+ \\| [0-9-]+ \\| [0-9]+")
                || line.matches("t-[a-z]+-[0-9-]+ \\([0-9-]+\\):")
                || line.matches("and [0-9]+ more topics")
                || line.matches("\\[memory [a-z]+-[0-9-]+: .*; quoted data]|\\[end of [a-z]+-[0-9-]+]")
                || List.of("Current focus:", "Blocked by:", "Next up:", "Decisions:", "Recent, newest first:")
                        .contains(line);
    }
}
