package io.ambit.testkit;

import io.ambit.core.memory.care.Care;
import io.ambit.core.memory.care.CareBudget;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.record.Content;
import io.ambit.core.record.Episode;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Outcome;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.vector.HashedWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the contracts of care share: episodes to draw from, and how care is run. */
abstract class CareFixture extends MemoryContract {

    Care care() {
        return new Care(
                store,
                (text, others) -> others.stream()
                        .map(other -> HashedWords.of(text).cosine(HashedWords.of(other)))
                        .toList(),
                CareSettings.DEFAULT);
    }

    static CareBudget budget(Instant now) {
        return CareBudget.unlimited(InstantSource.fixed(now));
    }

    Care.Report run(Instant now) {
        return care().run(SPACE, budget(now), CareProgress.SILENT);
    }

    <C extends Content> List<C> all(RecordKind kind, Class<C> type) {
        return store.list(SPACE, RecordSelection.LIVE.ofKinds(kind)).stream()
                .map(record -> type.cast(record.content()))
                .toList();
    }

    List<MemoryRecord> patterns() {
        return store.list(SPACE, RecordSelection.LIVE.ofKinds(RecordKind.PATTERN));
    }

    /** An episode that migrates the tables of a module in like steps. */
    static Episode migration(String module, Outcome outcome) {
        return new Episode(
                "",
                "agent",
                new Episode.EpisodeContext(
                        "development",
                        "migrate the tables of " + module + " to the new schema",
                        List.of("keep the old columns"),
                        List.of()),
                List.of(
                        action("read_file", module + "/schema.sql"),
                        action("write_file", module + "/migration/V2.sql"),
                        action("search", module),
                        action("run", "flyway migrate -module " + module)),
                outcome,
                List.of(new Episode.Failure("", "checksum mismatch in migration V1", "flyway repair before migrating")),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ZERO,
                0);
    }

    static Episode.Action action(String name, String target) {
        return new Episode.Action(Duration.ZERO, name, target, "ok");
    }

    List<RecordId> migrations(int count) {
        List<RecordId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(add(migration("module" + (char) ('a' + i) + "x", Outcome.SUCCESS))
                    .id());
        }
        return ids;
    }

    static Episode episode(String goal, List<Episode.Action> actions) {
        Episode plain = Episode.of(goal, Outcome.SUCCESS);
        return new Episode(
                "",
                "",
                plain.context(),
                actions,
                Outcome.SUCCESS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                Duration.ZERO,
                0);
    }
}
