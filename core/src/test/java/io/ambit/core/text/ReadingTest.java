package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"a\":[1,{\"b\":\"x\\u00e9\"}]}~{a:[1,{b:xé}]}",
                "{'a': True, 'b': None, 'c': (1, 2), 'd': {3, 4}}~{a:true,b:null,c:[1,2],d:[3,4]}",
                "Point(x=1, y=Point(x=2, y=[]))~Point{x:1,y:Point{x:2,y:[]}}",
                "meta=None content=[Text(type='t', text='a\\'b')] ok=False~{meta:null,content:[Text{type:t,text:a'b}],ok:false}",
                "{'at': datetime.date(2024, 1, 2), 'kind': <Kind.A: 1>}~{at:datetime.date(2024, 1, 2),kind:<Kind.A: 1>}",
                "{\"a\":1,\"a\":2}~{a:1,a:2}",
                "[1,2.50,-3e5,]~[1,2.50,-3e5]",
                "{\"a\":1}{\"b\":2}~[{a:1},{b:2}]",
                "{\"lone\":\"\\ud83d x\",\"pair\":\"\\ud83d\\ude42\"}~{lone:\\ud83d x,pair:🙂}",
            })
    void of_notation_isRead(String text, String expected) {
        assertThat(spell(read(text))).isEqualTo(expected);
    }

    @Test
    void of_textAroundAValue_isKept() {
        Reading reading = Reading.of(
                "Error executing it: {\"mode\":[\"is invalid\"],\"place\":[\"is missing\"]}\n\nTry again.", false);

        assertThat(reading).isNotNull();
        assertThat(reading.before()).isEqualTo("Error executing it:");
        assertThat(reading.after()).isEqualTo("Try again.");
        assertThat(spell(reading.value())).isEqualTo("{mode:[is invalid],place:[is missing]}");
    }

    @Test
    void of_valueThatBreaksOff_marksWhere() {
        assertThat(spell(read("{\"a\":1,\"b\":\"two\",\"c\":[true,{\"d\":\"thr")))
                .isEqualTo("{a:1,b:two,c:[true,{d:thr……}…]…}");
        assertThat(spell(read("{\"a\":1,\"b\":\"two\",\"c\":3,\"dd"))).isEqualTo("{a:1,b:two,c:3,dd:……}");
        assertThat(spell(read("{\"a\":1,\"b\":\"two\",\"c\":25"))).isEqualTo("{a:1,b:two,c:25……}");
        assertThat(spell(read("{\"a\":1,\"b\":\"two\",\"c\":\"x\\u00"))).isEqualTo("{a:1,b:two,c:x……}");
        assertThat(Reading.of("{\"a", false)).isNull();
    }

    @Test
    void of_blockYaml_foldsAndUnescapes() {
        String yaml = """
                kept: |
                  one
                   two

                  three
                folded: >-
                  one
                  two

                  three
                plain: goes on
                  and on
                double: "a\\tb \\
                  \\ c\\
                  d"
                single: 'it''s

                  two'
                nested:
                - - 1
                  - x: y
                empty:
                "quoted key": {}
                """;

        assertThat(spell(read(yaml)))
                .isEqualTo("{kept:one\n two\n\nthree\n,folded:one two\nthree,plain:goes on and on,double:a\tb  cd,"
                        + "single:it's\ntwo,nested:[[1,{x:y}]],empty:null,quoted key:{}}");
    }

    @Test
    void of_deepNesting_fallsBackWithoutFailing() {
        for (String open : List.of("[", "{\"a\":", "{(", "[{", "F(x=", "(")) {
            assertThat(Reading.of(open.repeat(200_000), false)).as(open).isNull();
        }
        assertThat(Reading.of("a:\n" + "- ".repeat(200_000) + "b: 1\nc: 2\nd: 3", false))
                .isNull();
    }

    @Test
    void expanded_valuesSpelledOutInTexts_takeTheirPlace() {
        String inner = "[{\"id\":1,\"name\":\"a name of some length\"}]";
        String outer = "{\"items\":" + JsonStrings.quote(inner) + "}";
        Value value = read("{\"result\":" + JsonStrings.quote(outer) + ",\"n\":\"{1}\"}");

        assertThat(value).isNotNull();
        assertThat(spell(Reading.expanded(value)))
                .isEqualTo("{result:{items:[{id:1,name:a name of some length}]},n:{1}}");
    }

    private static @Nullable Value read(String text) {
        Reading reading = Reading.of(text, false);
        return reading == null ? null : reading.value();
    }

    /** A value in a plain spelling, with a mark where it is cut. */
    private static String spell(@Nullable Value value) {
        if (value == null) {
            return "nothing";
        }
        return switch (value) {
            case Value.Str text -> text.text() + (text.cut() ? "…" : "");
            case Value.Num number -> number.spelling();
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Null ignored -> "null";
            case Value.Arr array -> {
                List<String> items =
                        array.items().stream().map(ReadingTest::spell).toList();
                yield "[" + String.join(",", items) + (array.cut() ? "…]" : "]");
            }
            case Value.Obj object -> {
                List<String> fields = object.fields().stream()
                        .map(field -> field.name() + ":" + spell(field.value()))
                        .toList();
                yield object.type() + "{" + String.join(",", fields) + (object.cut() ? "…}" : "}");
            }
        };
    }
}
