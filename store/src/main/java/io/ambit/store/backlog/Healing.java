package io.ambit.store.backlog;

import io.ambit.core.error.AmbitException;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.spi.BacklogStore.Problem;
import io.ambit.core.text.Utf8;
import io.ambit.core.text.Value;
import io.ambit.store.backlog.front.MarkdownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Mends what two writers that did not know of each other left behind. Of two items with one id, the older keeps it, so
 * that references still lead to it; the younger gets a new one and notes its former one.
 */
final class Healing {
    private static final String FORMERLY = "formerly";

    private final BacklogFolder folder;
    private final WholeFile files;
    private final HighestIds ids;

    Healing(BacklogFolder folder, WholeFile files, HighestIds ids) {
        this.folder = folder;
        this.files = files;
        this.ids = ids;
    }

    List<Problem> problems(Reading all) {
        List<Problem> problems = new ArrayList<>(all.problems());
        for (Item item : all.snapshot().items()) {
            FileName.of(item.path())
                    .id()
                    .filter(named -> isDeclared(item))
                    .filter(named -> !ItemId.key(named).equals(item.id().key()))
                    .ifPresent(named -> problems.add(new Problem(
                            item.path(),
                            "its front matter gives it the id " + item.id() + ", its name " + named
                                    + ": the front matter counts; rename the file to end the doubt",
                            false)));
        }
        for (Path leftover : leftovers()) {
            problems.add(new Problem(
                    folder.docs().relativize(leftover).toString(),
                    "a writer that was killed left it: healing removes it",
                    true));
        }
        return problems;
    }

    private static boolean isDeclared(Item item) {
        return item.front().text(FrontMatter.ID).isPresent();
    }

    /** Called under the lock: nobody is writing, so that every half-written file is a leftover. */
    List<String> heal(Reading all, Supplier<HighestIds.Seen> seen, Instant now) {
        List<String> done = new ArrayList<>();
        for (List<Item> bearers : all.byKey().values()) {
            bearers.stream()
                    .filter(Healing::isDeclared)
                    .sorted(Item.OLDER_FIRST)
                    .skip(1)
                    .forEach(item -> done.add(renamed(item, seen, now)));
        }
        for (Path leftover : leftovers()) {
            try {
                Files.deleteIfExists(leftover);
                done.add("removed " + folder.docs().relativize(leftover) + ", which a killed writer had left");
            } catch (IOException e) {
                throw new AmbitException(leftover + ": cannot be removed: " + e, e);
            }
        }
        return done;
    }

    private String renamed(Item item, Supplier<HighestIds.Seen> seen, Instant now) {
        HighestIds.Allocation id = ids.next(Kind.of(item.type()), seen);
        Path file = folder.docs().resolve(item.path());
        Map<String, Optional<Value>> changes = new LinkedHashMap<>();
        changes.put(FrontMatter.ID, Optional.of(ItemText.text(id.id())));
        changes.put(FORMERLY, Optional.of(ItemText.text(item.id().value())));
        changes.put(FrontMatter.UPDATED, Optional.of(ItemText.time(now)));
        try {
            MarkdownFile before = MarkdownFile.of(ReadFile.text(Files.readAllBytes(file)));
            files.write(file, Utf8.encode(before.with(changes).text()));
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e, e);
        }
        Path named = named(file, item.id().value(), id.id());
        if (!named.equals(file)) {
            files.move(file, named);
        }
        ids.given(id, named);
        return item.path() + ": " + item.id() + " is " + id.id() + " now, since an older item bears " + item.id();
    }

    /** Where the file belongs under its new id: a name that begins with the old one begins with the new one. */
    private static Path named(Path file, String old, String fresh) {
        String name = String.valueOf(file.getFileName());
        Path renamed = name.startsWith(old) ? file.resolveSibling(fresh + name.substring(old.length())) : file;
        return Files.exists(renamed, LinkOption.NOFOLLOW_LINKS) ? file : renamed;
    }

    private List<Path> leftovers() {
        if (!Files.isDirectory(folder.docs())) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder.docs(), 4)) {
            return tree.filter(WholeFile::isLeftover)
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AmbitException(folder.docs() + ": cannot be read: " + e, e);
        }
    }
}
