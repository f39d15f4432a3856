package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ambit.core.memory.care.Care;
import io.ambit.core.memory.care.CareBudget;
import io.ambit.core.memory.care.CarePlan;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.memory.care.CareStep;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Episode;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.MemoryRecord.State;
import io.ambit.core.record.Pattern;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Skill;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What care puts aside: duplicates and what is old; what it leaves; and how it runs within a budget. */
public abstract class KeepingContract extends CareFixture {

    /** Opens a store that nothing was ever written to. */
    protected abstract MemoryStore emptyStore();

    @Test
    void run_sameName_keepsTheBetterAndLinksIt() {
        RecordId better = add(pattern("cache  the RESULTS", "keep them for an hour")
                        .withConfidence(0.9))
                .id();
        RecordId other = add(pattern("Cache the results", "store them in redis").withConfidence(0.8))
                .id();

        run(NOW);

        assertThat(store.find(SPACE, better).orElseThrow().state()).isEqualTo(State.LIVE);
        assertThat(store.find(SPACE, other).orElseThrow().state()).isEqualTo(State.ARCHIVED);
        assertThat(store.links(SPACE, List.of(other)))
                .extracting(Link::from, Link::type, Link::to)
                .containsExactlyInAnyOrder(
                        tuple(other, LinkType.SUPERSEDED_BY, better), tuple(better, LinkType.SUPERSEDES, other));
        assertThat(run(NOW).done()).isEmpty();
    }

    @Test
    void run_likeMeaning_isADuplicateUnlessNumbersOrNegationsDiffer() {
        add(pattern("set the proxy port to 8080 for builds", "set the proxy port to 8080"));
        add(pattern("set the proxy port to 9090 for builds", "set the proxy port to 9090"));
        add(pattern("do not set the proxy port for builds", "leave the proxy port"));
        add(pattern("restart the worker pool after deploys", "restart the worker pool after all deploys"));
        RecordId like = add(pattern(
                                "restart the worker pool after the deploys",
                                "restart the worker pool after all deploys")
                        .withConfidence(0.5))
                .id();

        run(NOW);

        assertThat(patterns()).hasSize(4).noneMatch(record -> record.id().equals(like));
    }

    private static Draft pattern(String name, String approach) {
        return draft(SPACE, new Pattern(name, "", List.of(), approach, "", List.of()));
    }

    private static Episode longEpisode() {
        List<Episode.Action> actions = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            actions.add(new Episode.Action(
                    Duration.ZERO, "edit", "src/component" + i + "/view.ts", "wrote " + i + " lines of the view"));
        }
        return episode("rebuild the component views", actions);
    }

    @Test
    void run_oldEpisode_isSummarisedThenArchived() {
        RecordId id = add(longEpisode()).id();
        assertThat(run(day(7)).done()).isEmpty();

        run(day(8));

        MemoryRecord summary = store.list(SPACE, RecordSelection.LIVE.ofKinds(RecordKind.INSIGHT))
                .getFirst();
        assertThat(summary.content()).isInstanceOf(Insight.class);
        assertThat(summary.content().text().length())
                .isLessThan(longEpisode().text().length() / 5);
        assertThat(summary.content().text()).contains("rebuild the component views (success)", "src/component39");
        assertThat(store.links(SPACE, List.of(id))).extracting(Link::from).containsExactly(summary.id());
        assertThat(store.find(SPACE, id).orElseThrow().state()).isEqualTo(State.LIVE);
        assertThat(run(day(30)).done()).isEmpty();

        run(day(31));

        assertThat(store.find(SPACE, id).orElseThrow().state()).isEqualTo(State.ARCHIVED);
        assertThat(store.find(SPACE, summary.id()).orElseThrow().state()).isEqualTo(State.LIVE);
        assertThat(run(day(31)).done()).isEmpty();
    }

    @Test
    void run_oldEpisodeThatIsReferredToOrUsed_staysLive() {
        RecordId linked = add(longEpisode()).id();
        store.link(link(addNote("n"), LinkType.REFERENCES, linked));
        RecordId used = add(longEpisode()).id();
        store.used(SPACE, List.of(used), day(20));
        List<RecordId> ofPattern = migrations(3);

        run(day(40));

        for (RecordId id : List.of(linked, used, ofPattern.getFirst())) {
            assertThat(store.find(SPACE, id).orElseThrow().state()).as("%s", id).isEqualTo(State.LIVE);
        }
    }

    @Test
    void run_littleUsedPattern_isNamedForReviewOnly() {
        RecordId id = add(pattern("cache the results", "keep them")).id();
        long before = store.sequence(SPACE);

        assertThat(run(day(31)).done()).containsExactly(new CareStep.Review(id, "used 0 times, not for 31 days"));
        assertThat(store.sequence(SPACE)).isEqualTo(before);
    }

    @Test
    void plan_looked_changesNothing() {
        migrations(3);
        long before = store.sequence(SPACE);

        CarePlan plan = care().plan(SPACE, budget(day(40)), CareProgress.SILENT);

        assertThat(plan.isWhole()).isTrue();
        assertThat(plan.steps()).hasAtLeastOneElementOfType(CareStep.NewPattern.class);
        assertThat(plan.steps()).hasAtLeastOneElementOfType(CareStep.NewAntiPattern.class);
        assertThat(store.sequence(SPACE)).isEqualTo(before);
    }

    @Test
    void run_withinABudget_goesOnWhereItStopped() {
        migrations(5);
        List<CareStep> done = new ArrayList<>();
        List<String> told = new ArrayList<>();
        int runs = 0;
        Care.Report report;
        do {
            report = care().run(
                            SPACE,
                            new CareBudget(1, null, InstantSource.fixed(NOW)),
                            (what, at, all) -> told.add(what + " " + at + " of " + all));
            done.addAll(report.done());
            runs++;
        } while (!report.isWhole() && runs < 20);

        assertThat(done).hasSize(3).doesNotHaveDuplicates();
        assertThat(runs).isEqualTo(3);
        assertThat(told).contains("episodes compared 5 of 5", "steps done 1 of 2");
        assertThat(patterns()).hasSize(1);
        assertThat(all(RecordKind.SKILL, Skill.class)).hasSize(1);
    }

    @Test
    void run_timeIsUp_doesNothingAndSaysSo() {
        migrations(3);

        Care.Report report = care().run(SPACE, new CareBudget(100, NOW, InstantSource.fixed(NOW)), CareProgress.SILENT);

        assertThat(report.isWhole()).isFalse();
        assertThat(report.done()).isEmpty();
    }

    /** A run that ends before any of its writes is completed by the next, which ends where an uncut one does. */
    @Test
    void run_cutOffBeforeAnyWrite_isCompletedByTheNext() {
        Set<Object> expected = Set.of();
        boolean isCut = true;
        for (int writes = -1; isCut; writes++) {
            store.close();
            store = emptyStore();
            migrations(5);
            add(longEpisode());
            add(pattern("cache the results", "keep them"));
            add(pattern("Cache the results", "hold them"));
            if (writes >= 0) {
                isCut = runUntil(writes);
            }
            run(day(40));
            if (writes < 0) {
                expected = everything();
                assertThat(expected).hasSizeGreaterThan(20);
            } else {
                assertThat(everything()).as("cut off before write %s", writes).isEqualTo(expected);
            }
            assertThat(run(day(40)).done()).allMatch(step -> step instanceof CareStep.Review);
        }
    }

    /** Returns whether the run was cut off. */
    private boolean runUntil(int writes) {
        MemoryStore whole = store;
        store = CutOff.before(whole, writes);
        try {
            run(day(40));
            return false;
        } catch (CutOff.Reached e) {
            return true;
        } finally {
            store = whole;
        }
    }

    /** All that care may change, times aside. */
    private Set<Object> everything() {
        Set<Object> all = new HashSet<>();
        List<MemoryRecord> records = store.list(SPACE, RecordSelection.LIVE.withArchived());
        for (MemoryRecord record : records) {
            all.add(List.of(
                    record.id(),
                    record.state(),
                    record.content(),
                    record.draft().confidence()));
        }
        for (Link link :
                store.links(SPACE, records.stream().map(MemoryRecord::id).toList())) {
            all.add(List.of(link.from(), link.type(), link.to()));
        }
        return all;
    }
}
