package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Formats that carry several results in one message of the user's, and what the user says beside them. */
class IterationWindowTest {
    private static Message calls(String... ids) {
        return Message.of(
                Role.ASSISTANT,
                Arrays.stream(ids)
                        .<Part>map(id -> new Part.ToolCall(id, "read", "{}", Span.NONE))
                        .toList());
    }

    private static Message results(String said, String... ids) {
        List<Part> parts = new ArrayList<>();
        for (String id : ids) {
            parts.add(new Part.ToolResult(id, "output of " + id, Span.NONE));
        }
        if (!said.isEmpty()) {
            parts.add(new Part.Text(said, Span.NONE));
        }
        return Message.of(Role.USER, parts);
    }

    @Test
    void last_resultsInMessagesOfTheUser_goWithAllTheirCallsAndNeverTakeHisWordsAlong() {
        Transcript transcript = Transcript.of(List.of(
                Message.of(Role.USER, List.of(new Part.Text("go", Span.NONE))),
                calls("a", "b"),
                results("", "a", "b"),
                calls("c"),
                results("and look there too", "c"),
                calls("d"),
                results("", "d"),
                calls("e"),
                results("", "e")));
        IterationWindow window = IterationWindow.last(transcript, 1);
        assertThat(IntStream.range(0, transcript.size()).filter(window::drops)).containsExactly(1, 2, 5, 6);
    }

    @Test
    void last_oneOfSeveralResultsIsInside_keepsTheCallsOfAll() {
        Transcript transcript = Transcript.of(List.of(
                Message.of(Role.USER, List.of(new Part.Text("go", Span.NONE))),
                calls("a", "b"),
                results("", "a"),
                calls("c"),
                results("", "b", "c")));
        IterationWindow window = IterationWindow.last(transcript, 1);
        assertThat(IntStream.range(0, transcript.size()).filter(window::drops)).isEmpty();
    }
}
