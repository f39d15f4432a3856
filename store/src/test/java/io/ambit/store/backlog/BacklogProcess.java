package io.ambit.store.backlog;

import io.ambit.core.item.BodyEdit;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.text.Value;
import io.ambit.testkit.ChildJvm;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A process of its own that writes items and says on standard output what has been written. */
final class BacklogProcess {
    /** The last line of every text: what ends otherwise was not written whole. */
    static final String END = "the end of it\n";

    private BacklogProcess() {}

    /**
     * Starts one.
     *
     * @param edits whether items are changed and deleted too
     */
    static Process start(Path project, String name, int items, boolean edits) throws IOException {
        return ChildJvm.start(BacklogProcess.class, project, name, items, edits);
    }

    /** Arguments: the project's folder, a name that no other process has, how many items, whether to edit them. */
    public static void main(String[] args) {
        boolean edits = Boolean.parseBoolean(args[3]);
        try (MarkdownBacklog backlog = MarkdownBacklog.open(BacklogFolder.inProject(Path.of(args[0])));
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                String title = args[1] + " " + i;
                Item item = backlog.create(
                        new NewItem(ItemType.TASK, title, "A line.\n".repeat(i % 300) + END, List.of()), Instant.EPOCH);
                out.println("created " + item.id() + " " + title);
                if (edits) {
                    backlog.update(item.id(), now -> edit(now, title), Instant.EPOCH);
                    out.println("updated " + item.id() + " " + title);
                    if (i % 3 == 0) {
                        backlog.delete(item.id(), Instant.EPOCH);
                        out.println("deleted " + item.id() + " " + title);
                    }
                }
            }
        }
    }

    private static ItemEdit edit(Item item, String title) {
        String text = "Another line.\n".repeat(title.length() * 5) + END;
        return new ItemEdit(
                new BodyEdit.Replace(text), Map.of("note", new Change.Set(new Value.Str(item.title(), false))));
    }
}
