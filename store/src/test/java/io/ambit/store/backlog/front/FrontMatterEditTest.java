package io.ambit.store.backlog.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.text.Value;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FrontMatterEditTest {
    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            " led",
            "trailed ",
            "a: b",
            "a #b",
            "#x",
            "- x",
            "it's",
            "\"q\"",
            "true",
            "No",
            "12",
            "0x1F",
            "1e5",
            ".5",
            "~",
            "null",
            "2026-01-05",
            "two\nlines",
            "two\nlines\n",
            "\nled by a line end",
            "tab\there",
            "cr\rlf\r\n",
            "nul\0",
            "\u0085\u2028 breaks",
            "\uFEFFmark",
            "lone \uD800 half",
            "\uD83D\uDE00",
            "---",
            "...",
            "a, b",
            "[x]",
            "{x}",
            "*x",
            "&x",
            "!x",
            "%x",
            "@x",
            "`x`",
            "key:",
            "x".repeat(3_000),
            "line\n---\nid: forged\n",
            "line\n\n\n  indented\n end",
            "trailing spaces  \nhere");

    private static Value text(String text) {
        return new Value.Str(text, false);
    }

    private static Value random(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth > 2 ? 4 : 7)) {
            case 0, 1 -> text(Seed.pick(random, TEXTS));
            case 2 -> Seed.pick(random, List.of(new Value.Num("7"), new Value.Num("-1.50"), new Value.Num("007")));
            case 3 -> Seed.pick(random, List.of(new Value.Bool(true), Value.Null.VALUE));
            case 4 -> {
                List<Value.Field> fields = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    fields.add(new Value.Field(key(random) + i, random(random, depth + 1)));
                }
                yield new Value.Obj("", fields, false);
            }
            default -> {
                List<Value> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(random(random, depth + 1));
                }
                yield new Value.Arr(items, false);
            }
        };
    }

    private static String key(SplittableRandom random) {
        String text = Seed.pick(random, TEXTS);
        return text.substring(0, Math.min(40, text.length()));
    }

    /** As it can be written to a file. */
    private static Value readable(Value value) {
        return switch (value) {
            case Value.Str text -> text(text.text().replace('\uD800', '\uFFFD'));
            case Value.Arr list ->
                new Value.Arr(
                        list.items().stream().map(FrontMatterEditTest::readable).toList(), false);
            case Value.Obj map ->
                new Value.Obj(
                        "",
                        map.fields().stream()
                                .map(field -> new Value.Field(
                                        field.name().replace('\uD800', '\uFFFD'), readable(field.value())))
                                .toList(),
                        false);
            default -> value;
        };
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void with_anyChangeOfAnyFile_changesTheBytesOfThatKeyOnly(Seed seed) {
        WrittenFrontMatter written = WrittenFrontMatter.random(seed);
        MarkdownFile file = MarkdownFile.of(written.text());
        SplittableRandom random = new SplittableRandom(seed.value() + 77);
        for (int i = 0; i < 12; i++) {
            String key = "key" + random.nextInt(13);
            boolean clears = random.nextInt(5) == 0;
            Value value = random(random, 0);
            if (random.nextBoolean() && file.front().fields().get(key) instanceof Value.Arr list) {
                List<Value> items = new ArrayList<>(list.items());
                items.add(value);
                value = new Value.Arr(items, false);
            }
            Value expected = readable(value);

            MarkdownFile after = file.with(Map.of(key, clears ? Optional.empty() : Optional.of(value)));

            String what = seed + ": " + key + " = " + (clears ? "nothing" : value) + " in\n" + written.text();
            assertThat(after.front().fields().get(key)).as(what).isEqualTo(clears ? null : expected);
            assertThat(after.text()).as(what).startsWith(written.until(key)).endsWith(written.behind(key));
            assertThat(after.body()).as(what).isEqualTo(file.body());
            assertThat(MarkdownFile.of(after.text()).front()).as(what).isEqualTo(after.front());
            if (clears) {
                assertThat(after.text()).as(what).isEqualTo(written.until(key) + written.behind(key));
            }
            if (!clears && expected.equals(file.front().fields().get(key))) {
                assertThat(after.text()).as(what).isEqualTo(file.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void written_anyFields_areReadBack(Seed seed) {
        SplittableRandom random = seed.random();
        List<Value.Field> fields = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            fields.add(new Value.Field(key(random) + i, readable(random(random, 0))));
        }

        MarkdownFile file = MarkdownFile.of(MarkdownFile.written(fields, "body\n"));

        assertThat(file.front().fields().fields())
                .as(seed.toString())
                .isEqualTo(
                        readable(new Value.Obj("", fields, false)) instanceof Value.Obj map ? map.fields() : List.of());
        assertThat(file.body()).isEqualTo("body\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: open # why|status: done # why",
                "status:   open|status:   done",
                "status: 'open'|status: done",
                "status:|status: done",
                "status: # why|status: done # why",
                "status: >-\\n  open|status: done",
                "status: # why\\n  - a|status: done # why",
                "status:\\n  - a\\nx: 1|status: done\\nx: 1",
                "\"status\": open|\"status\": done",
                "a: 1\\nstatus: {x: 1}\\nb: 2|a: 1\\nstatus: done\\nb: 2"
            })
    void with_scalar_keepsCommentsAndSpaces(String before, String after) {
        String text = "---\n" + before.replace("\\n", "\n") + "\n---\nText\n";

        assertThat(MarkdownFile.of(text)
                        .with(Map.of("status", Optional.of(text("done"))))
                        .text())
                .isEqualTo("---\n" + after.replace("\\n", "\n") + "\n---\nText\n");
    }

    @Test
    void with_listThatGrows_keepsItsItemsAndComments() {
        String text = "---\ntags: # all\n- 'a' # one\n- \"b\" # two\nx: 1\n---\n";

        Value grown = new Value.Arr(List.of(text("a"), text("b"), text("c: d")), false);

        assertThat(MarkdownFile.of(text)
                        .with(Map.of("tags", Optional.of(grown)))
                        .text())
                .isEqualTo("---\ntags: # all\n- 'a' # one\n- \"b\" # two\n- 'c: d'\nx: 1\n---\n");
    }

    @Test
    void with_fileWithoutFrontMatter_getsOneOnlyWhenAFieldIsSet() {
        MarkdownFile file = MarkdownFile.of("\uFEFF# Title\r\nText\r\n");

        assertThat(file.with(Map.of("status", Optional.empty())).text()).isEqualTo(file.text());
        assertThat(file.with(Map.of("status", Optional.of(text("open")))).text())
                .isEqualTo("\uFEFF---\r\nstatus: open\r\n---\r\n# Title\r\nText\r\n");
    }

    @Test
    void of_twoRulesAroundText_isText() {
        MarkdownFile file = MarkdownFile.of("---\nOnce upon a time\n---\nthe end\n");

        assertThat(file.hasFront()).isFalse();
        assertThat(file.body()).isEqualTo(file.text());
        assertThat(MarkdownFile.of("---\nno end\n").hasFront()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"deep", "aliases", "recursive", "unknownAlias", "documents", "long"})
    void of_hostileFrontMatter_isRefusedAtOnce(String kind) {
        String yaml = switch (kind) {
            case "deep" -> "a: " + "[".repeat(50_000);
            case "aliases" -> {
                StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
                for (int i = 1; i < 30; i++) {
                    bomb.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "y]\n");
                }
                yield bomb.toString();
            }
            case "recursive" -> "a: &a [*a]";
            case "unknownAlias" -> "a: *b";
            case "documents" -> "a: 1\n--- # two\nb: 2";
            default -> "a: " + "x".repeat(300_000);
        };

        assertThatThrownBy(() -> MarkdownFile.of("---\n" + yaml + "\n---\n")).isInstanceOf(FrontMatterException.class);
    }
}
