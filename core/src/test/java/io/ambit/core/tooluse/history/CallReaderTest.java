package io.ambit.core.tooluse.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.SessionId;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallReaderTest {
    private static final SessionId SESSION = new SessionId("s-1");

    private static SessionCalls read(Message... messages) {
        return CallReader.read(SESSION, Instant.EPOCH, "client", Transcript.of(List.of(messages)));
    }

    private static Message says(Role role, String text) {
        return Message.of(role, List.of(new Part.Text(text, Span.NONE)));
    }

    private static Part call(String id, String tool, String arguments) {
        return new Part.ToolCall(id, tool, arguments, Span.NONE);
    }

    private static Message result(String id, String text) {
        return Message.of(Role.TOOL, List.of(new Part.ToolResult(id, text, Span.NONE)));
    }

    @Test
    void read_severalRequests_tiesEachCallToWhatWasAskedLast() {
        SessionCalls calls = read(
                says(Role.SYSTEM, "You are an agent."),
                says(Role.USER, "Find the bug"),
                Message.of(
                        Role.ASSISTANT,
                        List.of(
                                new Part.Text("I look.", Span.NONE),
                                call("1", "grep", "{\"q\":\"bug\"}"),
                                call("2", "read", "{}"))),
                result("2", "Error: no such file"),
                result("1", "a.txt"),
                says(Role.ASSISTANT, "Found it."),
                says(Role.USER, "Now fix it"),
                Message.of(Role.ASSISTANT, List.of(call("3", "edit", "{}"))),
                result("3", "ok"),
                says(Role.ASSISTANT, "Done."));

        assertThat(calls.goal()).isEqualTo("Find the bug");
        assertThat(calls.requests()).isEqualTo(2);
        assertThat(calls.answer()).isEqualTo("Done.");
        assertThat(calls.calls()).extracting(ObservedCall::position).containsExactly(0, 1, 2);
        assertThat(calls.calls()).extracting(ObservedCall::iteration).containsExactly(0, 0, 2);
        assertThat(calls.calls())
                .extracting(ObservedCall::request)
                .containsExactly("Find the bug", "Find the bug", "Now fix it");
        assertThat(calls.calls())
                .extracting(ObservedCall::result)
                .containsExactly("a.txt", "Error: no such file", "ok");
        assertThat(calls.calls()).extracting(ObservedCall::failed).containsExactly(false, true, false);
        assertThat(calls.calls().get(0).said()).isEqualTo("I look.");
    }

    @Test
    void read_callWithoutResult_hasNoneAndDidNotFail() {
        SessionCalls calls = read(says(Role.USER, "Go"), Message.of(Role.ASSISTANT, List.of(call("1", "sleep", "{}"))));

        assertThat(calls.calls().get(0).result()).isEmpty();
        assertThat(calls.calls().get(0).failed()).isFalse();
        assertThat(calls.answer()).isEmpty();
    }

    @Test
    void read_whatAnAgentWritesInAPersonsName_isNoRequest() {
        SessionCalls calls = read(
                says(Role.USER, "<environment_context>\n<cwd>/work</cwd>\n</environment_context>"),
                says(Role.USER, "<system-reminder>Be brief.</system-reminder>Find the bug"),
                Message.of(Role.ASSISTANT, List.of(call("1", "grep", "{}"))),
                result("1", "a.txt"),
                says(Role.USER, "<system-reminder>The file changed.</system-reminder>"));

        assertThat(calls.requests()).isOne();
        assertThat(calls.goal()).isEqualTo("Find the bug");
        assertThat(calls.calls().get(0).request()).isEqualTo("Find the bug");
    }

    @Test
    void read_sameCallIdTwice_keepsTheResultsApart() {
        SessionCalls calls = read(
                says(Role.USER, "Go"),
                Message.of(Role.ASSISTANT, List.of(call("1", "a", "{}"))),
                result("1", "first"),
                Message.of(Role.ASSISTANT, List.of(call("1", "b", "{}"))),
                result("1", "second"));

        assertThat(calls.calls()).extracting(ObservedCall::result).containsExactly("first", "second");
    }

    @Test
    void read_nothing_isEmpty() {
        SessionCalls calls = read();

        assertThat(calls.calls()).isEmpty();
        assertThat(calls.requests()).isZero();
        assertThat(calls.goal()).isEmpty();
    }
}
