package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ambit.core.memory.care.Care;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.record.AntiPattern;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Skill;
import io.ambit.core.spi.RecordSelection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What care draws from episodes: patterns, skills, anti-patterns; and what it does not. */
public abstract class CareContract extends CareFixture {

    @Test
    void run_threeSimilarSuccesses_becomeAPattern() {
        List<RecordId> episodes = migrations(3);

        run(NOW);

        MemoryRecord record = patterns().getFirst();
        Pattern pattern = (Pattern) record.content();
        assertThat(patterns()).hasSize(1);
        assertThat(pattern.name()).isEqualTo("migrate the tables of moduleax to the new schema");
        assertThat(pattern.correctApproach().lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("flyway migrate"))
                .anyMatch(line -> line.contains("flyway repair"));
        assertThat(pattern.conditions()).contains("about migrate, tables, schema", "keep the old columns");
        assertThat(pattern.category()).isEqualTo("development");
        assertThat(pattern.incorrectApproach()).contains("checksum mismatch");
        assertThat(pattern.sources()).isEqualTo(episodes);
        assertThat(record.draft().confidence()).isEqualTo(0.8);
        assertThat(store.links(SPACE, List.of(record.id())))
                .filteredOn(link -> link.type() == LinkType.DERIVED_FROM)
                .extracting(Link::to)
                .containsExactlyInAnyOrderElementsOf(episodes);
    }

    @Test
    void run_twoSimilarSuccesses_areNotEnough() {
        migrations(2);

        run(NOW);

        assertThat(patterns()).isEmpty();
    }

    @Test
    void run_again_changesNothing() {
        migrations(6);
        assertThat(run(NOW).done()).isNotEmpty();
        long before = store.sequence(SPACE);

        Care.Report again = run(NOW);

        assertThat(again.done()).isEmpty();
        assertThat(again.isWhole()).isTrue();
        assertThat(store.sequence(SPACE)).isEqualTo(before);
        assertThat(store.verify().faults()).isEmpty();
    }

    @Test
    void run_newSource_raisesConfidence() {
        migrations(3);
        run(NOW);
        add(migration("modulezx", Outcome.SUCCESS));

        run(NOW);

        assertThat(patterns()).hasSize(1);
        assertThat(patterns().getFirst().draft().confidence()).isEqualTo(5 / 6.0);
        assertThat(((Pattern) patterns().getFirst().content()).sources()).hasSize(4);
    }

    @Test
    void run_similarFailure_lowersConfidence() {
        migrations(3);
        run(NOW);
        add(migration("modulezx", Outcome.FAILURE));

        run(NOW);

        assertThat(patterns().getFirst().draft().confidence()).isEqualTo(4 / 6.0);
        assertThat(run(NOW).done()).isEmpty();
    }

    @Test
    void run_episodesOfOneSession_countOnce() {
        for (int i = 0; i < 3; i++) {
            add(Draft.of(
                    SPACE,
                    migration("module" + i + "x", Outcome.SUCCESS),
                    Provenance.by("rules", "session").withSession("s-1", i),
                    null));
        }

        run(NOW);

        assertThat(patterns()).isEmpty();
    }

    /** What is true of any work is no pattern, however often it happened. */
    @Test
    void run_episodesThatShareNothingThatSaysSomething_makeNothing() {
        for (int i = 0; i < 6; i++) {
            String own = "thing" + (char) ('a' + i);
            // The same goal, but steps that share actions only.
            add(episode(
                    "update the release notes page",
                    List.of(action("read_file", own + ".txt"), action("edit_file", own + "/x"), action("run", own))));
            // The same steps on nothing in particular.
            add(episode(
                    "rework the billing totals " + own,
                    List.of(action("read_file", ""), action("run", "it"), action("run", "12"))));
            // Goals that only say that something was done.
            add(episode(
                    "fix the problem and make it work",
                    List.of(action("run", "gradle check"), action("write_file", "Main.java"))));
        }

        run(NOW);

        assertThat(patterns()).isEmpty();
        assertThat(all(RecordKind.SKILL, Skill.class)).isEmpty();
        assertThat(all(RecordKind.ANTI_PATTERN, AntiPattern.class)).isEmpty();
    }

    @Test
    void run_repeatedPattern_becomesASkill() {
        migrations(5);

        run(NOW);

        assertThat(all(RecordKind.SKILL, Skill.class)).hasSize(1);
        Skill skill = all(RecordKind.SKILL, Skill.class).getFirst();
        assertThat(skill.steps()).hasSize(4).noneMatch(step -> Character.isDigit(step.charAt(0)));
        assertThat(skill.commonErrors())
                .containsExactly(
                        new Skill.CommonError("checksum mismatch in migration V1", "flyway repair before migrating"));
        assertThat(skill.exitCriteria()).containsExactly("ok");
        assertThat(store.links(SPACE, List.of(new RecordId("skill-001"))))
                .extracting(Link::type, link -> link.to().value())
                .containsExactly(tuple(LinkType.DERIVED_FROM, "sem-001"));
    }

    @Test
    void run_failure_becomesAnAntiPatternWithPrevention() {
        Episode failed = failing("deploy the shop", "connection refused by registry mirror", "", Outcome.FAILURE);
        RecordId first = add(failed).id();
        run(NOW);
        assertThat(all(RecordKind.ANTI_PATTERN, AntiPattern.class))
                .as("nothing is known that would prevent it")
                .isEmpty();

        RecordId second = add(failing(
                        "deploy the forum",
                        "connection refused by registry mirror",
                        "start the mirror container first",
                        Outcome.SUCCESS))
                .id();
        run(NOW);

        List<MemoryRecord> records = store.list(SPACE, RecordSelection.LIVE.ofKinds(RecordKind.ANTI_PATTERN));
        assertThat(records).hasSize(1);
        AntiPattern anti = (AntiPattern) records.getFirst().content();
        assertThat(anti.whatFails()).isEqualTo("network connection refused by registry mirror");
        assertThat(anti.prevention()).isEqualTo("start the mirror container first");
        assertThat(anti.why()).contains("deploy the shop", "deploy the forum");
        assertThat(anti.sources()).containsExactly(first, second);
        assertThat(records.getFirst().draft().confidence()).isEqualTo(0.75);

        add(failing("deploy the wiki", "connection refused by registry mirror", "", Outcome.FAILURE));
        run(NOW);
        assertThat(store.list(SPACE, RecordSelection.LIVE.ofKinds(RecordKind.ANTI_PATTERN)))
                .hasSize(1)
                .allMatch(record -> record.draft().confidence() == 0.8);
        assertThat(run(NOW).done()).isEmpty();
    }

    private static Episode failing(String goal, String error, String resolution, Outcome outcome) {
        return new Episode(
                "",
                "",
                new Episode.EpisodeContext("", goal, List.of(), List.of()),
                List.of(),
                outcome,
                List.of(new Episode.Failure("network", error, resolution)),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ZERO,
                0);
    }

    @Test
    void run_forgottenPattern_isNotMadeAgain() {
        migrations(3);
        run(NOW);
        store.forget(SPACE, patterns().getFirst().id(), NOW);

        assertThat(care().plan(SPACE, budget(NOW), CareProgress.SILENT).steps()).isEmpty();
        assertThat(run(NOW).isWhole()).isTrue();
        assertThat(patterns()).isEmpty();
    }
}
