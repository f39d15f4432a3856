package io.ambit.cli.connect;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text at the head of a TOML file, before all tables.
 *
 * @param name a bare key
 * @param note stands in a comment before it
 */
record TomlKey(String name, String value, String note) implements ConfigEntry {
    @Override
    public State state(byte[] file) {
        JsonNode found = TomlTable.parse(file).path(name);
        if (found.isMissingNode()) {
            return State.MISSING;
        }
        return found.isString() && found.asString().equals(value) ? State.PRESENT : State.DIFFERENT;
    }

    @Override
    public Insertion insertion(byte[] file) {
        String newline = Utf8.decode(file).contains("\r\n") ? "\r\n" : "\n";
        return new Insertion(0, comment() + newline + name + " = " + JsonTree.write(value) + newline);
    }

    @Override
    public Optional<byte[]> without(byte[] file, String written) {
        JsonNode before = TomlTable.parse(file);
        if (!(before instanceof ObjectNode tree) || tree.remove(name) == null) {
            return Optional.empty();
        }
        StringBuilder kept = new StringBuilder();
        boolean head = true;
        String text = Utf8.decode(file);
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            String bare = text.substring(start, end).strip();
            head = head && !bare.startsWith("[");
            kept.append(head && isOwn(bare) ? "" : text.substring(start, end));
            start = end;
        }
        byte[] after = Utf8.encode(kept.toString());
        if (!TomlTable.parse(after).equals(tree)) {
            throw new InvalidInputException(
                    name + " was changed and cannot be taken out by itself: please take it out by hand");
        }
        return Optional.of(after);
    }

    private boolean isOwn(String line) {
        return line.equals(comment())
                || (line.startsWith(name)
                        && line.substring(name.length()).stripLeading().startsWith("="));
    }

    private String comment() {
        return "# " + note;
    }
}
