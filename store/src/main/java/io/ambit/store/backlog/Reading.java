package io.ambit.store.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.spi.BacklogStore.Problem;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Hash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All files of a backlog, their ids settled. An id that a front matter declares is the item's; one that only a file name
 * gives is so where no other file bears it, else each of those files is known by its path.
 *
 * @param byKey items by {@link ItemId#key}, more than one where two files declare the same id
 */
record Reading(Snapshot snapshot, Map<String, List<Item>> byKey, Map<String, Item> byPath, List<Problem> problems) {

    static Reading of(Collection<ReadFile> files, List<Problem> unread) {
        Map<String, Integer> bearers = new LinkedHashMap<>();
        for (ReadFile file : files) {
            file.declared().or(file::named).ifPresent(id -> bearers.merge(id.key(), 1, Integer::sum));
        }
        List<Item> items = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(unread);
        for (ReadFile file : files) {
            if (!file.fault().isEmpty()) {
                problems.add(new Problem(file.path(), file.fault(), false));
            }
            if (!file.isItem()) {
                continue;
            }
            boolean isShared = file.declared().isEmpty()
                    && file.named()
                            .filter(id -> bearers.getOrDefault(id.key(), 0) > 1)
                            .isPresent();
            items.add(isShared ? file.byPathAlone() : file.item());
            if (isShared) {
                problems.add(new Problem(
                        file.path(),
                        "its name gives it the id " + file.named().orElseThrow()
                                + ", which another file bears too: it is listed by its path; rename it or give it an id",
                        false));
            }
        }
        return of(items, problems);
    }

    private static Reading of(List<Item> items, List<Problem> problems) {
        Map<String, List<Item>> byKey = new LinkedHashMap<>();
        Map<String, Item> byPath = new LinkedHashMap<>();
        MessageDigest digest = Hash.sha256();
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        for (Item item : items) {
            byKey.computeIfAbsent(item.id().key(), key -> new ArrayList<>()).add(item);
            byPath.put(item.path(), item);
            digest.update(Hash.of(item.path() + "\n" + item.id()).bytes());
            digest.update(item.version().bytes());
            digest.update(number.putLong(0, item.modifiedAt().toEpochMilli()).array());
        }
        problems.addAll(Duplicates.problems(byKey));
        long version = ByteBuffer.wrap(digest.digest()).getLong();
        return new Reading(new Snapshot(version, items), byKey, byPath, List.copyOf(problems));
    }

    Optional<Item> find(ItemId id) {
        List<Item> found = byKey.getOrDefault(id.key(), List.of());
        return found.stream().min(Item.OLDER_FIRST);
    }
}
