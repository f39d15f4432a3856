package io.ambit.cli.connect;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that was written into a client's configuration, so that exactly that can be taken back.
 *
 * @param file the real one, no link
 * @param at byte of the file at which the text was put in
 * @param after hash of the file after it
 * @param backup copy of the file before it; "" where there was no file
 * @param folders that were made for the file, the outermost first
 */
record Written(
        String client, String what, Path file, int at, String text, Hash after, String backup, List<Path> folders) {
    Written {
        folders = List.copyOf(folders);
    }

    boolean isOf(Client of, Change change) {
        return client.equals(of.name()) && what.equals(change.what()) && file.equals(ConfigBytes.real(change.file()));
    }

    Map<String, Object> tree() {
        return JsonTree.object(
                "client",
                client,
                "what",
                what,
                "file",
                file.toString(),
                "at",
                at,
                "text",
                text,
                "after",
                after.hex(),
                "backup",
                backup,
                "folders",
                folders.stream().map(Path::toString).toList());
    }

    /** Empty where an entry is not whole. */
    static Optional<Written> read(Json entry) {
        String client = entry.text("client");
        String what = entry.text("what");
        String file = entry.text("file");
        String text = entry.text("text");
        String after = entry.text("after");
        String backup = entry.text("backup");
        if (client == null || what == null || file == null || text == null || after == null) {
            return Optional.empty();
        }
        int at = entry.get("at") instanceof Json.Num number ? (int) number.asLong(0) : 0;
        Json made = entry.get("folders");
        List<Path> folders = made == null
                ? List.of()
                : made.items().stream()
                        .map(folder -> Path.of(String.valueOf(folder.asText())))
                        .toList();
        return Optional.of(new Written(
                client, what, Path.of(file), at, text, Hash.ofHex(after), backup == null ? "" : backup, folders));
    }
}
