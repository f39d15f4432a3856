package io.ambit.cli.connect;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object or array inside a JSON file. */
record JsonPlace(Json container) {

    /**
     * The innermost container on a path of member names that is there.
     *
     * @param reached how many of the names are there
     */
    record Walk(JsonPlace place, int reached) {}

    /**
     * Follows a path as far as it goes.
     *
     * @throws InvalidInputException where something on it is neither object nor array
     */
    static Walk walk(Json document, List<String> names) {
        Json at = container(document, "the file");
        int depth = 0;
        while (depth < names.size()) {
            Json next = at.get(names.get(depth));
            if (next == null) {
                break;
            }
            at = container(next, "'" + names.get(depth) + "'");
            depth++;
        }
        return new Walk(new JsonPlace(at), depth);
    }

    private static Json container(Json value, String name) {
        if (value instanceof Json.Obj || value instanceof Json.Arr) {
            return value;
        }
        throw new InvalidInputException(name + " is neither an object nor an array, nothing can be put into it");
    }

    boolean isEmpty() {
        return size() == 0;
    }

    int size() {
        return switch (container) {
            case Json.Obj object -> object.members().size();
            default -> container.items().size();
        };
    }

    /** First byte of an item: of a member its name. */
    int startOf(int item) {
        return switch (container) {
            case Json.Obj object -> object.members().get(item).name().start();
            default -> container.items().get(item).start();
        };
    }

    int endOf(int item) {
        return switch (container) {
            case Json.Obj object -> object.members().get(item).value().end();
            default -> container.items().get(item).end();
        };
    }

    /** Which member bears a name, or -1. */
    int member(String name) {
        if (container instanceof Json.Obj object) {
            for (int i = object.members().size() - 1; i >= 0; i--) {
                if (object.members().get(i).name().value().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The white space that stands before the first item on its line; null where it stands on that of the bracket. */
    @Nullable String indentOfItems(byte[] file) {
        if (isEmpty()) {
            return null;
        }
        int start = startOf(0);
        int line = start;
        while (line > container.start() && (file[line - 1] == ' ' || file[line - 1] == '\t')) {
            line--;
        }
        return line > 0 && (file[line - 1] == '\n' || file[line - 1] == '\r')
                ? new String(file, line, start - line, StandardCharsets.US_ASCII)
                : null;
    }

    /** The file without an item and the comma that went with it. */
    byte[] without(byte[] file, int item) {
        if (item + 1 < size()) {
            return Insertion.cut(file, startOf(item), startOf(item + 1));
        }
        return item > 0
                ? Insertion.cut(file, endOf(item - 1), endOf(item))
                : Insertion.cut(file, startOf(item), endOf(item));
    }

    /**
     * The file without the containers at the end of a path that hold nothing any more, as far as a text made them.
     *
     * @param names of members, from the outermost object inwards
     */
    static byte[] withoutEmpty(byte[] file, List<String> names, String made) {
        byte[] left = file;
        for (int size = names.size(); size > 0 && made.contains(JsonTree.write(names.get(size - 1)) + ":"); size--) {
            Json document = CommentedJson.parse(left);
            Walk whole = walk(document, names.subList(0, size));
            if (whole.reached() < size || !whole.place().isBlank(left)) {
                break;
            }
            JsonPlace around = walk(document, names.subList(0, size - 1)).place();
            left = around.without(left, around.member(names.get(size - 1)));
        }
        return left;
    }

    private boolean isBlank(byte[] file) {
        return Utf8.decode(file, container.start() + 1, container.end() - 1).isBlank();
    }
}
