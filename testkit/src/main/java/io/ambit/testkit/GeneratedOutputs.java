package io.ambit.testkit;

import io.ambit.core.text.JsonStrings;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Made-up tool outputs of the kinds that agents meet, odd ones among them. The same random numbers give the same text. */
public final class GeneratedOutputs {
    private static final List<String> NAMES = List.of(
            "orders", "catalogue", "InvoiceService", "user_id", "retry", "parser", "Zürich", "cache-key", "index", "λ");
    private static final List<String> LEVELS = List.of("INFO ", "INFO ", "INFO ", "DEBUG", "WARN ", "ERROR");
    private static final List<String> ODD = List.of(
            "\u0000",
            "\u0007",
            "\ufeff",
            "\u2028",
            "e\u0301",
            "👩‍👩‍👧",
            "\u202eabc",
            "\ud83d",
            "\udc00",
            "\ud83d\ud83d",
            "\ufffd",
            "\r",
            "\t",
            "\u001b[31m",
            "\\ud83d",
            "\\n",
            "\u0085",
            "ﬁ",
            "\uDBFF\uDFFF");

    private GeneratedOutputs() {}

    /** What an output looks like. */
    public enum Kind {
        JSON_ROWS((random, size) -> jsonRows(random, size, true)),
        MINIFIED_JSON((random, size) -> jsonRows(random, size, false)),
        JSON_TREE((random, size) -> tree(random, size, 0)),
        LOG(lines(GeneratedOutputs::logLine)),
        BUILD(lines(GeneratedOutputs::buildLine)),
        CODE(lines(GeneratedOutputs::codeLine)),
        NUMBERED_CODE(
                (random, size) -> numbered(lines(GeneratedOutputs::codeLine).apply(random, size))),
        DIFF(lines(GeneratedOutputs::diffLine)),
        LISTING(lines(GeneratedOutputs::listingLine)),
        SEARCH(lines(GeneratedOutputs::searchLine)),
        HTML(lines(GeneratedOutputs::htmlLine)),
        MARKDOWN(lines(GeneratedOutputs::markdownLine)),
        PROSE(lines(GeneratedOutputs::sentence)),
        PROGRESS(lines(GeneratedOutputs::progressLine)),
        YAML(lines(GeneratedOutputs::yamlLine)),
        REPR((random, size) -> jsonRows(random, size, true).replace('"', '\'').replace("true", "True")),
        LONG_LINE((random, size) ->
                lines(GeneratedOutputs::sentence).apply(random, size).replace('\n', ' ')),
        ODD_UNICODE(lines(GeneratedOutputs::oddLine)),
        PRIVATE((random, size) -> lines(GeneratedOutputs::logLine).apply(random, size) + "key <private>s3cr3t-"
                + random.nextInt(1000) + "</private>\n");

        @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
        private final BiFunction<SplittableRandom, Integer, String> text;

        Kind(BiFunction<SplittableRandom, Integer, String> text) {
            this.text = text;
        }

        /** A text of at least so many characters, and hardly more. */
        public String text(SplittableRandom random, int characters) {
            return text.apply(random, characters);
        }
    }

    /** An output of any kind: mostly a few thousand characters, some of them damaged, some two in one. */
    public static String random(SplittableRandom random) {
        String text = Seed.pick(random, List.of(Kind.values())).text(random, size(random));
        return switch (random.nextInt(8)) {
            case 0 -> damaged(text, random);
            case 1 -> text + Seed.pick(random, List.of(Kind.values())).text(random, size(random));
            default -> text;
        };
    }

    private static int size(SplittableRandom random) {
        return (int) Math.exp(4 + 6 * random.nextDouble());
    }

    /** {@code text} with up to four pieces of it lost, doubled, or overwritten. */
    public static String damaged(String text, SplittableRandom random) {
        StringBuilder out = new StringBuilder(text);
        for (int times = 1 + random.nextInt(4); times > 0 && !out.isEmpty(); times--) {
            int at = random.nextInt(out.length());
            int until = Math.min(out.length(), at + random.nextInt(1 << random.nextInt(1, 10)));
            switch (random.nextInt(6)) {
                case 0 -> out.setLength(at);
                case 1 -> out.delete(at, until);
                case 2 -> out.insert(at, out.substring(at, until));
                case 3 -> out.insert(at, Seed.pick(random, ODD));
                case 4 -> out.setCharAt(at, (char) random.nextInt(1 << random.nextInt(1, 17)));
                default -> out.insert(at, "{}[]\"',:\n/\\#".charAt(random.nextInt(12)));
            }
        }
        return out.toString();
    }

    private interface Line {
        void append(SplittableRandom random, int number, StringBuilder out);
    }

    private static BiFunction<SplittableRandom, Integer, String> lines(Line line) {
        return (random, size) -> {
            StringBuilder out = new StringBuilder();
            for (int n = 0; out.length() < size; n++) {
                line.append(random, n, out);
                out.append('\n');
            }
            return out.toString();
        };
    }

    private static String name(SplittableRandom random) {
        return Seed.pick(random, NAMES);
    }

    private static String jsonRows(SplittableRandom random, int size, boolean pretty) {
        String line = pretty ? "\n    " : "";
        StringBuilder out = new StringBuilder("[");
        for (int n = 0; out.length() < size; n++) {
            out.append(n == 0 ? "" : ",").append(line).append("{\"id\": ").append(random.nextInt(1_000_000));
            out.append(",").append(line).append("\"name\": ").append(JsonStrings.quote(name(random) + n));
            out.append(",").append(line).append("\"active\": ").append(random.nextBoolean());
            if (random.nextInt(3) == 0) {
                out.append(",").append(line).append("\"note\": ").append(JsonStrings.quote(text(random)));
            }
            out.append('}');
        }
        return out.append(pretty ? "\n]" : "]").toString();
    }

    private static String tree(SplittableRandom random, int size, int depth) {
        StringBuilder out = new StringBuilder("{");
        for (int n = 0; n == 0 || out.length() < size; n++) {
            out.append(n == 0 ? "" : ", ")
                    .append('"')
                    .append(name(random))
                    .append('_')
                    .append(n)
                    .append("\": ");
            switch (random.nextInt(depth < 6 ? 6 : 4)) {
                case 0 -> out.append(random.nextLong());
                case 1 -> out.append("1.50e").append(random.nextInt(9));
                case 2 -> out.append(JsonStrings.quote(text(random)));
                case 3 -> out.append("null");
                case 4 ->
                    out.append("[[], {}, ")
                            .append(tree(random, size / 3, depth + 1))
                            .append(']');
                default -> out.append(tree(random, size / 3, depth + 1));
            }
        }
        return out.append('}').toString();
    }

    private static String text(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        if (random.nextInt(6) == 0) {
            oddLine(random, 0, out);
        } else {
            sentence(random, 0, out);
        }
        return random.nextInt(5) == 0 ? out.toString().repeat(1 + random.nextInt(30)) : out.toString();
    }

    private static void logLine(SplittableRandom random, int number, StringBuilder out) {
        out.append("2026-11-21T09:")
                .append(10 + number / 60 % 50)
                .append(':')
                .append(10 + number % 50)
                .append("Z ");
        out.append(Seed.pick(random, LEVELS))
                .append(" [worker-")
                .append(random.nextInt(4))
                .append("] ");
        out.append(name(random)).append(" took ").append(random.nextInt(900)).append(" ms for request req-");
        out.append(Integer.toHexString(random.nextInt()));
        if (random.nextInt(40) == 0) {
            out.append("\njava.lang.IllegalStateException: no ").append(name(random));
            for (int n = random.nextInt(30); n > 0; n--) {
                out.append("\n\tat io.example.")
                        .append(name(random))
                        .append(".run(App.java:")
                        .append(n)
                        .append(')');
            }
        }
    }

    private static void buildLine(SplittableRandom random, int number, StringBuilder out) {
        switch (random.nextInt(12)) {
            case 0 ->
                out.append("src/")
                        .append(name(random))
                        .append(".c:")
                        .append(number)
                        .append(":7: warning: unused");
            case 1 ->
                out.append("FAIL tests/test_")
                        .append(number)
                        .append(".py::test_")
                        .append(name(random));
            case 2 ->
                out.append("E   AssertionError: expected ")
                        .append(random.nextInt(9))
                        .append(", got None");
            default -> out.append("[INFO] Compiling module-").append(number).append(" ... ok");
        }
    }

    private static void codeLine(SplittableRandom random, int number, StringBuilder out) {
        switch (random.nextInt(9)) {
            case 0 ->
                out.append("    /**\n     * Returns the ").append(name(random)).append(".\n     * More.\n     */");
            case 1 ->
                out.append("    public int ")
                        .append(name(random))
                        .append(number)
                        .append("(String input) {");
            case 2 -> out.append("    }\n");
            case 3 ->
                out.append("import io.example.")
                        .append(name(random))
                        .append(".Part")
                        .append(number)
                        .append(';');
            case 4 -> out.append("        // ").append(name(random)).append(" comes first");
            default ->
                out.append("        total += this.")
                        .append(name(random))
                        .append(".get(")
                        .append(number)
                        .append(");");
        }
    }

    private static String numbered(String code) {
        StringBuilder out = new StringBuilder();
        int number = 1;
        for (String line : code.split("\n", -1)) {
            out.append("%6d\t".formatted(number++)).append(line).append('\n');
        }
        return out.toString();
    }

    private static void diffLine(SplittableRandom random, int number, StringBuilder out) {
        if (number % 30 == 0) {
            String file = "src/" + name(random) + number + ".java";
            out.append("diff --git a/")
                    .append(file)
                    .append(" b/")
                    .append(file)
                    .append("\n--- a/")
                    .append(file);
            out.append("\n+++ b/").append(file).append("\n@@ -").append(number).append(",7 +9,8 @@");
        } else {
            out.append(" +- ".charAt(random.nextInt(4)));
            codeLine(random, number, out);
        }
    }

    private static void listingLine(SplittableRandom random, int number, StringBuilder out) {
        out.append("-rw-r--r-- 1 user user ").append(random.nextInt(90_000)).append(" Nov 21 09:14 ");
        out.append(name(random)).append('-').append(number).append(".txt");
    }

    private static void searchLine(SplittableRandom random, int number, StringBuilder out) {
        out.append("src/main/")
                .append(name(random))
                .append(number / 7)
                .append(".java:")
                .append(number)
                .append(": ");
        codeLine(random, number, out);
    }

    private static void htmlLine(SplittableRandom random, int number, StringBuilder out) {
        out.append("<div class=\"row\"><a href=\"/item/")
                .append(number)
                .append("\">")
                .append(name(random));
        out.append("</a><script>var x = ").append(random.nextInt(99)).append(";</script></div>");
    }

    private static void markdownLine(SplittableRandom random, int number, StringBuilder out) {
        switch (random.nextInt(6)) {
            case 0 ->
                out.append("## ")
                        .append(name(random))
                        .append(' ')
                        .append(number)
                        .append('\n');
            case 1 ->
                out.append("- [")
                        .append(name(random))
                        .append("](docs/")
                        .append(number)
                        .append(".md)");
            case 2 ->
                out.append("| ")
                        .append(name(random))
                        .append(" | ")
                        .append(random.nextInt(100))
                        .append(" |");
            case 3 -> out.append("```java\nint a = ").append(number).append(";\n```");
            default -> sentence(random, number, out);
        }
    }

    private static void sentence(SplittableRandom random, int number, StringBuilder out) {
        for (int words = 4 + random.nextInt(14); words > 0; words--) {
            out.append(name(random)).append(words == 1 ? "." : " and ");
        }
        out.append(random.nextInt(9) == 0 ? " See item_" + number + "." : "");
    }

    private static void progressLine(SplittableRandom random, int number, StringBuilder out) {
        out.append("\u001b[32mdownload ")
                .append(number)
                .append("\u001b[0m 10%\r 50%\r 100%\r done")
                .append('\u0008');
        out.append(random.nextInt(3) == 0 ? "\n" : "");
    }

    private static void yamlLine(SplittableRandom random, int number, StringBuilder out) {
        out.append("  ".repeat(random.nextInt(3))).append(random.nextInt(4) == 0 ? "- " : "");
        out.append(name(random)).append(number).append(": ");
        out.append(random.nextInt(4) == 0 ? "|\n      text of " + number : "value " + random.nextInt(99));
    }

    private static void oddLine(SplittableRandom random, int number, StringBuilder out) {
        for (int words = 1 + random.nextInt(9); words > 0; words--) {
            out.append(Seed.pick(random, ODD)).append(name(random)).append(number);
        }
    }
}
