package io.ambit.core.memory.episode;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.session.Space;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes sessions down, a message after the other, ten seconds apart. */
final class ObservedSessions {
    static final Instant START = Instant.parse("2026-03-04T10:00:00Z");

    private final List<ObservedMessage> messages = new ArrayList<>();
    private int calls;

    static ObservedSessions asked(String request) {
        return new ObservedSessions().user(request);
    }

    ObservedSessions user(String text) {
        return add(Role.USER, new Part.Text(text, Span.NONE));
    }

    ObservedSessions assistant(String text) {
        return add(Role.ASSISTANT, new Part.Text(text, Span.NONE));
    }

    ObservedSessions call(String tool, String arguments, String output) {
        String id = "c" + calls++;
        add(Role.ASSISTANT, new Part.ToolCall(id, tool, arguments, Span.NONE));
        return add(Role.TOOL, new Part.ToolResult(id, output, Span.NONE));
    }

    ObservedSessions bash(String command, String output) {
        return call("Bash", "{\"command\":\"" + command + "\"}", output);
    }

    ObservedSessions add(Role role, Part part) {
        Instant at = START.plusSeconds(10L * messages.size());
        messages.add(new ObservedMessage(Message.of(role, List.of(part)), at));
        return this;
    }

    ObservedSession session() {
        return session(null);
    }

    ObservedSession session(@Nullable Double reward) {
        return new ObservedSession(new Space("project"), "test-agent", "s-1", "test-agent", messages, 1234, reward);
    }
}
