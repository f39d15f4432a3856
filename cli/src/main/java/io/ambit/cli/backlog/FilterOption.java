package io.ambit.cli.backlog;

import io.ambit.core.item.ItemType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --type}, {@code --status}, {@code --parent} and {@code --tag}: which items are meant. */
final class FilterOption {
    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "Only these: task, epic, adr ...")
    private List<String> types = List.of();

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATUS",
            description = "Only these: open, in_progress, blocked, done, cancelled, or any word that the files use.")
    private List<String> statuses = List.of();

    @Option(names = "--parent", paramLabel = "ID", description = "Only what belongs to this epic, folder or milestone.")
    private @Nullable String parent;

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "Only what bears all of these.")
    private List<String> tags = List.of();

    Set<ItemType> types() {
        return types.stream().map(ItemType::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> statuses() {
        return Set.copyOf(statuses);
    }

    @Nullable String parent() {
        return parent;
    }

    Set<String> tags() {
        return Set.copyOf(tags);
    }
}
