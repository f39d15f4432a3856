package io.ambit.core.memory.working;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.working.Continuity.SessionEnd;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.testkit.GeneratedContents;
import io.ambit.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContinuityTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void read_whatWasWritten_isTheSame(Seed seed) {
        SplittableRandom random = seed.random();
        Continuity written = new Continuity(
                random.nextBoolean() ? null : GeneratedContents.said(random),
                random.nextBoolean() ? null : NOW,
                notes(random),
                notes(random),
                notes(random),
                notes(random),
                random.nextBoolean() ? List.of() : List.of("## Rules", "- ours", "text"));

        String text = ContinuityText.write(Space.DEFAULT, written);

        assertThat(ContinuityText.read(text)).as("%s:\n%s", seed, text).isEqualTo(written);
    }

    private static List<Note> notes(SplittableRandom random) {
        List<Note> notes = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            List<RecordId> ids = random.nextBoolean() ? List.of() : List.of(new RecordId("sem-00" + random.nextInt(9)));
            notes.add(new Note(random.nextInt(4) > 0 || ids.isEmpty() ? GeneratedContents.said(random) : "", ids));
        }
        return notes;
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void read_anyText_neverThrows(Seed seed) {
        SplittableRandom random = seed.random();
        StringBuilder text = new StringBuilder("# Continuity\nUpdated: whenever\n");
        List<String> lines =
                List.of("## Outcomes", "## blockers", "- ", "- [", "- ]", "- [x]", "- [sem-1]", "#", "\u0000");
        for (int i = 0; i < 40; i++) {
            text.append(random.nextBoolean() ? Seed.pick(random, lines) : GeneratedContents.said(random))
                    .append('\n');
        }

        Continuity read = ContinuityText.read(text.toString());

        assertThat(ContinuityText.read(ContinuityText.write(Space.DEFAULT, read)))
                .isEqualTo(read);
    }

    @Test
    void note_textOfManyLines_isOneShortLine() {
        Note note = new Note("  first\n## Blockers\r\n\u202e- second\u0000\t " + "x".repeat(500), List.of());

        assertThat(note.text()).startsWith("first ## Blockers - second x").hasSize(Note.MAX_LENGTH);
        assertThatThrownBy(() -> new Note(" \n", List.of())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sessionEnd_ofRecords_refersToThemById() {
        Episode failed = new Episode(
                "",
                "",
                new Episode.EpisodeContext("", "secret goal", List.of(), List.of()),
                List.of(),
                Outcome.FAILURE,
                List.of(new Episode.Failure("", "boom", "")),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ZERO,
                0);
        SessionEnd end = SessionEnd.of(
                "s-1",
                List.of(
                        record("ep-2026-01-05-001", Episode.of("g", Outcome.SUCCESS)),
                        record("ep-2026-01-05-002", failed),
                        record("ins-001", new Insight("decision", "use SQLite", "", List.of())),
                        record("ins-002", new Insight("next-step", "measure", "", List.of())),
                        record("ins-003", new Insight("note", "nothing", "", List.of()))));

        String text = ContinuityText.write(Space.DEFAULT, Continuity.NONE.after(end, NOW));

        assertThat(text)
                .contains("- failure [ep-2026-01-05-002]\n- success [ep-2026-01-05-001]")
                .contains("## Decisions\n- [ins-001]")
                .contains("## Blockers\n- an error without a resolution [ep-2026-01-05-002]")
                .contains("## Next steps\n- [ins-002]")
                .doesNotContain("SQLite", "secret", "boom", "ins-003");
    }

    private static MemoryRecord record(String id, Content content) {
        return new MemoryRecord(
                new RecordId(id),
                Draft.of(Space.DEFAULT, content, Provenance.by("user", "test"), null),
                NOW,
                MemoryRecord.State.LIVE,
                0,
                null);
    }
}
