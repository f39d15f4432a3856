package io.ambit.store.backlog.front;

import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Front matter as people and programs write it, in pieces: comments, blank lines, and keys in every style of YAML.
 *
 * @param before byte order mark and opening line
 * @param after closing line and text
 */
record WrittenFrontMatter(String before, List<Piece> pieces, String after) {

    /**
     * A piece.
     *
     * @param key "" for comments and blank lines
     */
    record Piece(String key, String text) {}

    private static final List<String> VALUES = List.of(
            " plain words",
            " 'it''s: quoted # not a comment'",
            " \"double \\\"quoted\\\" \\n line \\u00e9\"",
            " >-\n  folded text\n  over lines\n\n  and a gap",
            " |\n  literal: text\n    deeper\n  # no comment",
            " |2-\n    leading space",
            " >+\n  kept",
            "\n  - one\n  - two: 2\n    more: x\n  - 'three'",
            "\n- at the margin\n- [a, b]",
            "\n  # a comment before\n  - x # and behind\n\n  - y",
            " [a, 'b, c', \"d\"] # list",
            " [a,\n  b,\n  c]",
            " {a: 1, b: [x]}",
            "\n  inner: 1\n  other:\n    deep: [1, 2]",
            "",
            " # only a comment",
            " ~",
            " 42 # the number",
            " 0012",
            " 1.5e3",
            " true",
            " 2026-07-18",
            " plain\n  continued here",
            " 'single\n  over lines'",
            " \uD83D\uDE00 smile \u00e4\u4e2d",
            " !!str 12",
            " - no list",
            " http://example.org/#a?b=c:d",
            "   spaced   ");

    private static final List<String> OTHER =
            List.of("# a comment\n", "\n", "  \n", "# \uD83D\uDE80 status: done\n", "#\n# id: x\n");

    static WrittenFrontMatter random(Seed seed) {
        SplittableRandom random = seed.random();
        String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
        List<Piece> pieces = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            if (random.nextInt(4) == 0) {
                pieces.add(new Piece("", Seed.pick(random, OTHER).replace("\n", end)));
            }
            String value = Seed.pick(random, VALUES);
            if (value.equals(" - no list")) {
                value = " '- no list'";
            }
            String key = "key" + i;
            String name = random.nextInt(6) == 0 ? "\"" + key + "\"" : key;
            pieces.add(new Piece(key, (name + ":" + value + "\n").replace("\n", end)));
        }
        String before = (random.nextInt(5) == 0 ? "\uFEFF" : "") + "---" + (random.nextInt(6) == 0 ? "  " : "") + end;
        String body = Seed.pick(random, List.of("", "Text" + end, "\n\n# A\n---\nkey0: no\n---\n", "no end"));
        return new WrittenFrontMatter(before, pieces, "---" + end + body);
    }

    String text() {
        StringBuilder text = new StringBuilder(before);
        pieces.forEach(piece -> text.append(piece.text()));
        return text.append(after).toString();
    }

    /** What stands before a key, or before the closing line where the key is missing. */
    String until(String key) {
        StringBuilder text = new StringBuilder(before);
        for (Piece piece : pieces) {
            if (piece.key().equals(key)) {
                break;
            }
            text.append(piece.text());
        }
        return text.toString();
    }

    /** What stands behind a key, or from the closing line on where the key is missing. */
    String behind(String key) {
        StringBuilder text = new StringBuilder();
        boolean found = false;
        for (Piece piece : pieces) {
            text.append(found ? piece.text() : "");
            found |= piece.key().equals(key);
        }
        return text.append(after).toString();
    }

    boolean has(String key) {
        return pieces.stream().anyMatch(piece -> piece.key().equals(key));
    }
}
