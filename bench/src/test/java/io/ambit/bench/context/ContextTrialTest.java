package io.ambit.bench.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.bench.context.ContextCase.Mode;
import io.ambit.core.backlog.Backlog;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.session.Space;
import io.ambit.store.SqliteStores;
import io.ambit.store.backlog.BacklogFolder;
import io.ambit.store.backlog.MarkdownBacklog;
import io.ambit.store.index.Analysis;
import io.ambit.store.index.LuceneIndex;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the backlog of a parcel service that does not exist, with what each task needs marked by hand. */
class ContextTrialTest {
    private static final Path PARCELS = Path.of("src/test/resources/parcels");

    @TempDir
    private Path folder;

    @Test
    void run_parcelService_holdsMoreOfTheNeededThanSearchDoes() {
        try (SqliteStores stores = SqliteStores.open(folder);
                LuceneIndex index = LuceneIndex.open(
                        folder.resolve("index"),
                        stores.memory(),
                        null,
                        stores.memory().vectors());
                MarkdownBacklog store = MarkdownBacklog.open(BacklogFolder.find(PARCELS, folder));
                BacklogSearch search = BacklogSearch.byWords(new Analysis())) {
            Memory memory = new Memory(
                    stores.memory(),
                    stores.memory(),
                    index,
                    stores.journal(),
                    new BpeTokenCounter(),
                    ReadableSpaces.NONE,
                    CareSettings.DEFAULT,
                    Clock.systemUTC(),
                    space -> {});
            ProjectContext project =
                    new ProjectContext(Space.DEFAULT, new Backlog(store, search, Clock.systemUTC()), memory);
            Map<String, String> insights = NeededInsights.capture(PARCELS.resolve("insights.jsonl"), project);
            List<ContextCase> cases = ContextCases.needs(PARCELS.resolve("needs.jsonl"), insights);
            assertThat(store.snapshot().items()).hasSizeGreaterThan(90);
            assertThat(cases).hasSize(80);

            List<ContextFigures> figures = new ContextTrial(project).run(cases, List.of(500, 4_000));

            assertThat(figures).hasSize(2 * Mode.values().length);
            assertThat(figures).allSatisfy(one -> {
                assertThat(one.over()).as("%s", one).isZero();
                assertThat(one.withoutFocus()).as("%s", one).isZero();
                assertThat(one.whole()).as("%s", one).isLessThanOrEqualTo(one.shown());
            });
            assertThat(figures)
                    .filteredOn(one -> one.budget() == 4_000)
                    .allSatisfy(one -> assertThat(one.shown()).as("%s", one).isGreaterThan(one.searched()));
        }
    }
}
