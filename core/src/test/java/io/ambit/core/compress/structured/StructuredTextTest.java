package io.ambit.core.compress.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructuredTextTest {

    @Test
    void plainText_mcpContentInAPythonRepr_isTheText() {
        String text =
                "meta=None content=[TextContent(type='text', text='two\\nlines', annotations=None)] isError=False";

        assertThat(read(text).plainText()).isEqualTo("two\nlines");
    }

    @Test
    void plainText_errorFlag_standsBeforeTheText() {
        String text = "{\"content\":[{\"type\":\"text\",\"text\":\"no such file\"}],\"isError\":true}";

        assertThat(read(text).plainText()).isEqualTo("isError: true\nno such file");
    }

    @Test
    void whole_jsonInAStringInAnEnvelope_isPrintedAsFields() {
        String text =
                "{\"_meta\":null,\"content\":[{\"type\":\"text\",\"text\":\"{\\\"status\\\":\\\"ok\\\",\\\"size\\\":12}\"}]}";

        assertThat(read(text).plainText()).isNull();
        assertThat(read(text).whole(Shown.NOTHING)).isEqualTo("status: ok\nsize: 12");
    }

    @Test
    void whole_listOfLikeObjects_isATableWhoseConstantColumnsStandOnce() {
        String text = """
                [{"id":"a-1","state":"open","size":{"w":1,"h":2},"note":null},
                 {"id":"a-2","state":"open","size":{"w":3,"h":4},"note":null},
                 {"id":"a-3","state":"open","size":{"w":5,"h":6},"note":null}]""";

        assertThat(read(text).whole(Shown.NOTHING))
                .isEqualTo("{id,state,size(w|h)} all state=open\na-1,1|2\na-2,3|4\na-3,5|6");
    }

    @Test
    void whole_headerThatIsShownAlready_isReferredTo() {
        String text = """
                [{"origin":"JFK","destination":"SEA","flight_number":"HAT069"},
                 {"origin":"BOS","destination":"SEA","flight_number":"HAT083"}]""";
        String first = read(text).whole(Shown.NOTHING);
        Map<String, String> headers = TableHeaders.definedIn(first);

        assertThat(headers).hasSize(1).containsValue("origin,destination,flight_number");
        String label = headers.keySet().iterator().next();
        assertThat(first).startsWith("{" + label + ":origin,destination,flight_number}");
        assertThat(read(text).whole(defining(headers))).isEqualTo("{" + label + "}\nJFK,SEA,HAT069\nBOS,SEA,HAT083");
        assertThat(read(text).whole(defining(Map.of(label, "another,header,of,this,label"))))
                .startsWith("{origin,destination,flight_number}\n");
    }

    @Test
    void whole_jsonThatBreaksOff_saysWhere() {
        String text = "{\"query\":{\"a\":1,\"b\":2},\"hits\":[{\"name\":\"one\",\"id\":1},{\"name\":\"tw";

        assertThat(read(text).whole(Shown.NOTHING)).contains("one,1").contains("tw…");
    }

    @Test
    void whole_blockYaml_isReadToo() {
        String text =
                "status: done\nitems:\n- name: 'it''s'\n  note: a plain text that\n    goes on\n- name: two\n  note: \"x\\ty\"\n";

        assertThat(read(text).whole(Shown.NOTHING))
                .isEqualTo("status: done\nitems: {name,note}\n it's,a plain text that goes on\n two,\"x\\ty\"");
    }

    @Test
    void within_longTexts_areShortenedAndSayByHowMuch() {
        String text = "{\"id\":\"k-1\",\"kind\":\"x\",\"a\":\"" + "many words ".repeat(150) + "\",\"b\":\""
                + "more words ".repeat(150) + "\"}";

        Compressed shorter = read(text).within(1_000, Asked.NOTHING, Shown.NOTHING);

        assertThat(shorter.text())
                .hasSizeLessThanOrEqualTo(1_000)
                .contains("id: k-1")
                .containsPattern("…\\(\\+\\d+ chars\\)");
        assertThat(shorter.kept()).isNotEmpty();
    }

    @Test
    void within_longList_keepsItsHeadAndAnIndexOfTheRest() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 60; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"item-")
                    .append(i)
                    .append("\",\"score\":")
                    .append(i * 7)
                    .append(",\"body\":\"words about number ")
                    .append(i)
                    .append("\"}");
        }

        String shorter = read(text.append("]").toString())
                .within(1_500, Asked.NOTHING, Shown.NOTHING)
                .text();

        assertThat(shorter)
                .hasSizeLessThanOrEqualTo(1_500)
                .contains("words about number 2")
                .contains("more, only id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain words, nothing else",
                "public class A {\n    int b = 1;\n}\n",
                "def f(x):\n    if x:\n        return {'a': 1}\n",
                "Note: this is prose.\nAnother: line of it.\nAnd: a third.\n",
                "- a list item: with words\n- another one\n",
                "[File: /a/b.py (3 lines total)]\n1:x\n",
                "# comment\nkey: value\nmap:\n  a: 1\n  b: 2\n",
                "commit 12ab\nAuthor: A <a@b.c>\nDate:   Mon\n\n    message\n",
                "foo(a=1, b=2)",
                "PATH=/usr/bin HOME=/root",
                "[INFO] building\n[INFO] done\n",
                "total 12\ndrwxr-xr-x 2 root root 4096 a\n",
            })
    void read_textOfLines_isNotStructured(String text) {
        assertThat(StructuredText.read(text)).isNull();
    }

    private static StructuredText read(String text) {
        StructuredText read = StructuredText.read(text);
        assertThat(read).as(text).isNotNull();
        return read;
    }

    private static Shown defining(Map<String, String> headers) {
        return new Shown() {
            @Override
            public boolean holds(String identifier) {
                return false;
            }

            @Override
            public @Nullable String definition(String label) {
                return headers.get(label);
            }
        };
    }
}
