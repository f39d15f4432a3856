package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalTest {
    private static final String CODE = "class A {\n  int x = 1;\n\n  int y = 22;\n}\n";
    private static final String LOG = "start\r\nERROR: Prefix of résumé missing\nend";

    private static final LedgerOutput READ = output(0, "call_a", "read_file", "{\"path\":\"src/A.java\"}", CODE);
    private static final LedgerOutput RUN = output(3, "call_b", "bash", "{\"command\":\"make\"}", LOG);
    private static final LedgerOutput AGAIN = output(4, "call_c", "bash", "{\"command\":\"make\"}", LOG);
    private static final LedgerOutput OTHER = output(4, "call_d", "bash", "{\"command\":\"ls\"}", "");
    private static final List<LedgerOutput> ALL = List.of(READ, RUN, AGAIN, OTHER);

    private static LedgerOutput output(int iteration, String callId, String tool, String arguments, String text) {
        Hash content = Hash.of(text);
        return new LedgerOutput(iteration, callId, tool, arguments, OutputId.of(content, 6), content, text, false);
    }

    private static String answer(String arguments) {
        return Retrieval.answer(arguments, ALL);
    }

    @Test
    void answer_idOrCallId_givesTheOriginalToTheCharacter() {
        for (String name : List.of("id", "tool_call_id")) {
            assertThat(answer("{\"" + name + "\":\"" + READ.id() + "\"}")).isEqualTo(CODE);
            assertThat(answer("{\"" + name + "\":\"id=" + READ.id() + "\"}")).isEqualTo(CODE);
            assertThat(answer("{\"" + name + "\":\"call_a\"}")).isEqualTo(CODE);
        }
        String longer = OutputId.of(READ.content(), 9).value();
        assertThat(answer("{\"id\":\"" + longer + "\"}")).isEqualTo(CODE);
        assertThat(answer("{\"id\":\"call_d\"}")).isEmpty();
    }

    @Test
    void answer_idThatTwoContentsShare_givesTheOneThatTheLedgerNamesSo() {
        LedgerOutput impostor = new LedgerOutput(
                9, "call_z", "bash", "{}", new OutputId("zzzzzzz"), READ.content(), "same digits", false);

        assertThat(Retrieval.answer("{\"id\":\"" + READ.id() + "\"}", List.of(impostor, READ)))
                .isEqualTo(CODE);
    }

    @Test
    void answer_equalOutputs_areOne() {
        assertThat(answer("{\"id\":\"" + RUN.id() + "\"}")).isEqualTo(LOG);
        assertThat(answer("{\"topic\":\"make missing\"}")).isEqualTo(LOG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"iteration\":0}",
                "{\"iteration\":\"0\"}",
                "{\"iteration\":0,\"tool_name\":\"READ_FILE\",\"topic\":\"Int X\",\"id\":\"\",\"lines\":null}",
                "{\"topic\":\"a java\"}",
                "{\"pattern\":\"\",\"tool_name\":\"read_file\"}"
            })
    void answer_filters_findTheOneOutputThatMatchesAll(String arguments) {
        assertThat(answer(arguments)).isEqualTo(CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iteration\":1}",
                "{\"iteration\":0,\"tool_name\":\"bash\"}",
                "{\"topic\":\"fix\"}",
                "{\"topic\":\"missing absent\"}",
                "{\"tool_name\":\"read\"}",
                "{\"id\":\"aaaaaa\"}"
            })
    void answer_noMatch_saysSoAndListsWhatThereIs(String arguments) {
        assertThat(answer(arguments))
                .startsWith("No output matches ")
                .contains("\nid=" + READ.id() + " iteration=0 tool=read_file call=call_a 40 characters\n")
                .contains("\nid=" + RUN.id() + " iteration=3 tool=bash ");
        assertThat(Retrieval.answer(arguments, List.of())).contains("no tool output yet");
    }

    @Test
    void answer_severalMatches_comeEachUnderALineThatNamesIt() {
        assertThat(answer("{\"tool_name\":\"bash\"}"))
                .isEqualTo("--- id=" + RUN.id() + " iteration=3 tool=bash call=call_b 42 characters ---\n" + LOG
                        + "\n--- id=" + OTHER.id() + " iteration=4 tool=bash call=call_d 0 characters ---\n\n");
    }

    @Test
    void answer_moreThanCanBeRead_givesWholeOutputsAndNamesTheRest() {
        List<LedgerOutput> many = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            many.add(output(i, "call_" + i, "read", "{}", i + "q".repeat(9_000)));
        }

        String answer = Retrieval.answer("{\"tool_name\":\"read\"}", many);

        assertThat(answer).hasSizeLessThan(220_000).contains("\n21q").contains("ask for each by its id");
        assertThat(answer).contains("id=" + many.get(99).id() + " iteration=99");
        assertThat(answer.split("\\)\n|---\n|\n---|\n"))
                .filteredOn(line -> line.contains("qqq"))
                .allMatch(line -> line.length() > 9_000);
        assertThat(Retrieval.answer("{\"iteration\":99}", many))
                .isEqualTo(many.get(99).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2-4 | '  int x = 1;\n\n  int y = 22;'",
                "2   | '  int x = 1;'",
                "3-3 | ''",
                "4-  | '  int y = 22;\n}'",
                "5-9 | '}'",
                "1-5 | 'class A {\n  int x = 1;\n\n  int y = 22;\n}'"
            })
    void answer_lines_givesThoseLines(String lines, String expected) {
        assertThat(answer("{\"id\":\"call_a\",\"lines\":\"" + lines + "\"}")).isEqualTo(expected);
    }

    @Test
    void answer_pattern_givesMatchingLinesWithNumbers() {
        assertThat(answer("{\"id\":\"call_a\",\"pattern\":\"int [a-z]\"}"))
                .isEqualTo("2:   int x = 1;\n4:   int y = 22;");
        assertThat(answer("{\"id\":\"call_a\",\"pattern\":\"int\",\"lines\":\"3-9\"}"))
                .isEqualTo("4:   int y = 22;");
        assertThat(answer("{\"pattern\":\"ERR|int y\"}"))
                .contains("call=call_a 40 characters ---\n4:   int y = 22;\n")
                .contains("---\n2: ERROR: Prefix of résumé missing\n")
                .doesNotContain("call_d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | at least one of id, iteration",
                "{\"lines\":\"1-2\"} | at least one of id, iteration",
                "'' | expected an object",
                "[1] | expected an object",
                "{\"iteration\":\"first\"} | iteration is 'first'",
                "{\"iteration\":-1} | from 0",
                "{\"topic\":\"?!\"} | at least one word",
                "{\"tool_name\":[]} | tool_name is no string",
                "{\"id\":\"call_a\",\"lines\":\"ten\"} | such as 10-50",
                "{\"id\":\"call_a\",\"lines\":\"5-2\"} | smaller number first",
                "{\"id\":\"call_a\",\"lines\":\"0\"} | from 1",
                "{\"id\":\"call_a\",\"lines\":\"7-9\"} | has 5 lines",
                "{\"id\":\"call_a\",\"pattern\":\"nowhere\"} | has 5 lines",
                "{\"pattern\":\"nowhere\"} | no line of them",
                "{\"id\":\"call_a\",\"pattern\":\"(\"} | no regular expression"
            })
    void answer_whatCannotBeAnswered_saysWhatIsExpected(String arguments, String expected) {
        assertThat(answer(arguments)).contains(expected);
    }

    @Test
    void answer_patternThatExplodes_endsWithAnError() {
        LedgerOutput trap = output(0, "t", "read", "{}", "a".repeat(60) + "!\n" + "ab".repeat(100_000));

        for (String pattern : List.of("(a+)+$", "(a|aa)+$", "(?:a|b)*!", "(.*)*(.*)*x")) {
            assertThat(Retrieval.answer("{\"id\":\"t\",\"pattern\":\"" + pattern + "\"}", List.of(trap)))
                    .matches("(?s)Error: pattern takes too long.*|1: a.*|.*none of which matches.*");
        }
        // A back reference keeps the JDK from remembering which ways it has tried.
        assertThat(Retrieval.answer("{\"id\":\"t\",\"pattern\":\"^(a+a+)+\\\\1b\"}", List.of(trap)))
                .startsWith("Error: pattern takes too long");
    }
}
