package io.ambit.store.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.spi.BacklogStore.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files that declare the same id: two working trees gave it away at the same time and were merged. */
final class Duplicates {
    private Duplicates() {}

    static List<Problem> problems(Map<String, List<Item>> byKey) {
        List<Problem> problems = new ArrayList<>();
        byKey.values().stream().filter(items -> items.size() > 1).forEach(items -> {
            String paths = items.stream().map(Item::path).collect(Collectors.joining(", "));
            items.stream()
                    .sorted(Item.OLDER_FIRST)
                    .skip(1)
                    .forEach(item -> problems.add(new Problem(
                            item.path(),
                            "the id " + item.id() + " is borne by " + paths + ": healing gives this one a new id",
                            true)));
        });
        return problems;
    }
}
