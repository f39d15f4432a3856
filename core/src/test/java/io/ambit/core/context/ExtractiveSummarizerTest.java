package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtractiveSummarizerTest {
    private static final Chars4TokenCounter TOKENS = new Chars4TokenCounter();

    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer(TOKENS);

    private static Conversation story() {
        return new Conversation()
                .system("be good")
                .user("Make the login test pass again,\n  please")
                .call("read_file", "{\"limit\":5,\"path\":\"src/login.py\"}", "def login(): ...")
                .says("I see.")
                .call(
                        "bash",
                        "{\"command\":\"pytest tests/test_login.py -q\"}",
                        "F\nValueError is fine here? no\nE   Error: bad salt\n1 failed")
                .user("go on")
                .call("edit", "{\"path\":\"src/login.py\",\"text\":\"x\"}", "ok")
                .says("The salt was read from the wrong variable.");
    }

    @Test
    void summarize_story_tellsGoalCallsFilesErrorsAndLastWords() {
        assertThat(summarizer.summarize(story().transcript(), 0, 4, 500)).isEqualTo("""
                        Goal: Make the login test pass again, please
                        Calls by iteration: 0: read_file src/login.py
                        2: bash pytest tests/test_login.py -q
                        3: edit src/login.py
                        Files: src/login.py, tests/test_login.py
                        Errors: E Error: bad salt
                        Last words: The salt was read from the wrong variable.""");
    }

    @Test
    void summarize_range_tellsThoseIterationsOnly() {
        assertThat(summarizer.summarize(story().transcript(), 1, 2, 500))
                .contains("Goal: Make the login", "2: bash", "Last words: I see.")
                .doesNotContain("read_file", "edit", "wrong variable");
    }

    @Test
    void summarize_moreThanFits_staysUnderTheBoundAndKeepsTheLatest() {
        Conversation conversation = new Conversation().user("Convert all of the files in this folder");
        IntStream.range(0, 200)
                .forEach(i -> conversation.call("convert", "{\"path\":\"dir/file" + i + ".txt\"}", "ok"));
        Transcript transcript = conversation.transcript();

        for (int max : new int[] {1, 20, 60, 500}) {
            String summary = summarizer.summarize(transcript, 0, 199, max);
            assertThat(TOKENS.count(summary)).isLessThanOrEqualTo(max);
        }
        assertThat(summarizer.summarize(transcript, 0, 199, 500)).contains("199: convert dir/file199.txt");
    }

    @Test
    void summarize_equalCalls_areCounted() {
        Conversation conversation = new Conversation();
        conversation.add(
                Role.ASSISTANT,
                IntStream.range(0, 3)
                        .mapToObj(i -> new Part.ToolCall("c" + i, "edit", "{\"path\":\"a.txt\"}", Span.NONE))
                        .toArray(Part[]::new));

        assertThat(summarizer.summarize(conversation.transcript(), 0, 0, 500)).contains("0: edit a.txt (3 times)");
    }

    @Test
    void summarize_privateText_isLeftOut() {
        Transcript transcript = new Conversation()
                .user("log in with <private>hunter2</private>")
                .call("bash", "{\"command\":\"login <private>hunter2</private>\"}", "Error: <private>hunter2</private>")
                .says("<private>hunter2</private> worked")
                .transcript();

        assertThat(summarizer.summarize(transcript, 0, 1, 500))
                .contains("log in with")
                .doesNotContain("hunter2");
    }
}
