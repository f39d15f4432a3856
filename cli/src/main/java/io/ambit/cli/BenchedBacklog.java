package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.backlog.search.BacklogSearch;
import io.ambit.core.error.AmbitException;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.TextVectors;
import io.ambit.models.OnnxEmbedder;
import io.ambit.store.backlog.BacklogFolder;
import io.ambit.store.backlog.MarkdownBacklog;
import io.ambit.store.index.Analysis;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a benchmark is told of a backlog, and of the model that it is searched with. */
final class BenchedBacklog {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private enum Model {
        minilm,
        none
    }

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            description = "A project with a backlog, or any folder of Markdown.")
    private Path folder = Path.of("");

    @Option(names = "--embedder", paramLabel = "NAME", description = "minilm or none. [minilm]")
    private Model embedder = Model.minilm;

    Path folder() {
        return folder;
    }

    /** As it was asked for. */
    String model() {
        return embedder.name();
    }

    /** The backlog of the project; a folder that is none is taken for the items themselves. */
    MarkdownBacklog open(Terminal terminal) {
        BacklogFolder found = BacklogFolder.find(folder, terminal.home().folder());
        boolean isProject = found.root().equals(folder.toAbsolutePath().normalize()) && found.isProjects();
        return MarkdownBacklog.open(
                isProject ? found : new BacklogFolder(folder, folder, folder.resolve(".backlog"), false));
    }

    /** The model, which the caller closes; null where none is wanted. */
    @Nullable Embedder embedder() {
        return embedder == Model.none ? null : OnnxEmbedder.open();
    }

    /** A search, which the caller closes, that has read all items. */
    BacklogSearch search(@Nullable Embedder model, Snapshot snapshot) {
        BacklogSearch search = model == null
                ? BacklogSearch.byWords(new Analysis())
                : BacklogSearch.open(new Analysis(), model, TextVectors.NONE);
        search.prepare(snapshot);
        if (!search.await(LONGEST_WAIT)) {
            String problem = search.problem().orElse("it takes longer than " + LONGEST_WAIT.toMinutes() + " minutes");
            search.close();
            throw new AmbitException("the vectors of " + folder + " cannot be made: " + problem);
        }
        return search;
    }
}
