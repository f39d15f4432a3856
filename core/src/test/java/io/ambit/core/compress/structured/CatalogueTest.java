package io.ambit.core.compress.structured;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Shown;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final String SCHEMAS = """
            {"tools":[
             {"name":"read_file","description":"Read a file. Paths are absolute.\\n\\n   Large files are cut.","inputSchema":
              {"$schema":"http://json-schema.org/draft-07/schema#","type":"object","required":["path"],"additionalProperties":false,
               "properties":{"path":{"type":"string","title":"Path","description":"Where it is."},
                             "mode":{"enum":["text","bytes"],"default":"text"},
                             "limit":{"type":"integer","minimum":1},
                             "ranges":{"type":"array","items":{"type":"object","properties":{"from":{"type":"integer"},"to":{"type":"integer"}},"required":["from"]}}}}},
             {"name":"now","description":"Tell the time.","inputSchema":{"type":"object","properties":{}}}]}""";

    @Test
    void whole_jsonSchemas_areSignaturesWithEveryWord() {
        assertThat(whole(SCHEMAS))
                .matches("(?s)tools: \\{T[0-9a-z]{2}:name\\(inputSchema: .*")
                .endsWith(
                        "\n read_file(path: Where it is; mode?: text|bytes = text; limit?: integer (minimum 1); ranges?: {from: integer; to?: integer}[]) - Read a file. Paths are absolute."
                                + "\n Large files are cut."
                                + "\n now() - Tell the time.");
    }

    @Test
    void whole_typesInBrackets_areReadAndServersStandOnce() {
        String text = """
                success: true
                found:
                - server_name: files
                  tool_name: read
                  tool_description: Read a file, or a part of it, from a disk that is
                    mounted here.
                  inputschema:
                    path: (string) Where it is.
                    limit: '(Optional, number) How many lines'
                - server_name: files
                  tool_name: stat
                  tool_description: Say how large a file is.
                  inputschema: {}
                - server_name: web
                  tool_name: fetch
                  tool_description: Fetch a page.
                  inputschema:
                    url: '(string) '
                """;

        assertThat(whole(text))
                .startsWith("success: true\nfound: {T")
                .endsWith("\n # files"
                        + "\n read(path: Where it is; limit?: number, How many lines) - Read a file, or a part of it, from a disk that is mounted here."
                        + "\n stat() - Say how large a file is."
                        + "\n # web"
                        + "\n fetch(url) - Fetch a page.");
    }

    @Test
    void within_descriptions_areCutToASentenceAndNamesAndChoicesStay() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < 30; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"function\",\"function\":{\"name\":\"tool_")
                    .append(i)
                    .append("\",\"description\":\"Does the thing. ")
                    .append("It has a long history. ".repeat(20))
                    .append(
                            "\",\"parameters\":{\"type\":\"object\",\"properties\":{\"first_argument\":{\"type\":\"string\",\"description\":\"")
                    .append("many words on it ".repeat(20))
                    .append("\"},\"kind\":{\"enum\":[\"red_one\",\"green_one\"]}}}}}");
        }
        StructuredText read = StructuredText.read(text.append("]").toString());
        assertThat(read).isNotNull();

        String shorter = read.within(4_000, Asked.NOTHING, Shown.NOTHING).text();

        assertThat(shorter).hasSizeLessThanOrEqualTo(4_000).containsPattern("\\[… \\d+ chars of descriptions]");
        for (int i = 0; i < 30; i++) {
            assertThat(shorter).contains("tool_" + i + "(first_argument").contains("kind?: red_one|green_one");
        }
    }

    @Test
    void whole_recordsWithoutSchemas_areNoTools() {
        String text =
                "[{\"name\":\"a\",\"description\":\"one\",\"args\":\"x\"},{\"name\":\"b\",\"description\":\"two\",\"args\":\"y\"}]";

        assertThat(whole(text))
                .isEqualTo("{T%s:name,description,args}\na,one,x\nb,two,y"
                        .formatted(Header.label("name,description,args").substring(1)));
    }

    private static String whole(String text) {
        StructuredText read = StructuredText.read(text);
        assertThat(read).isNotNull();
        return read.whole(Shown.NOTHING);
    }
}
