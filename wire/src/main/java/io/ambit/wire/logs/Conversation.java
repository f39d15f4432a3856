package io.ambit.wire.logs;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the messages of a session together, as a reader comes upon them. A compaction closes what was sent so far and
 * begins anew.
 */
final class Conversation {
    private final List<Sent> closed = new ArrayList<>();
    private List<LoggedMessage> messages = new ArrayList<>();
    private int carried;

    /** Messages up to a compaction, or to the end. */
    private record Sent(List<LoggedMessage> messages, int carried) {
        boolean hasAnswer() {
            return messages.subList(carried, messages.size()).stream()
                    .anyMatch(message -> message.message().role() == Role.ASSISTANT);
        }
    }

    private final Set<Lack> lacks = EnumSet.noneOf(Lack.class);

    /** Adds what somebody said; nothing is no message. */
    void say(Role role, String text, @Nullable Instant at) {
        if (!text.isEmpty()) {
            messages.add(LoggedMessage.of(Message.of(role, List.of(text(text))), at));
        }
    }

    /** Adds what a tool answered. */
    void result(String callId, String text, @Nullable Instant at) {
        messages.add(LoggedMessage.of(
                Message.of(Role.TOOL, List.of(new Part.ToolResult(callId, text, Span.NONE))), at));
    }

    /** Adds what the model said and called. */
    void answer(List<Part> parts, @Nullable Instant at, String provider, String model, @Nullable LogUsage usage) {
        messages.add(new LoggedMessage(Message.of(Role.ASSISTANT, joined(parts)), at, provider, model, usage));
    }

    /** One text, then the calls: a message's text may have come in pieces. */
    private static List<Part> joined(List<Part> parts) {
        StringBuilder said = new StringBuilder();
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                said.append(said.isEmpty() ? "" : "\n").append(text.text());
            } else {
                joined.add(part);
            }
        }
        if (!said.isEmpty()) {
            joined.add(0, text(said.toString()));
        }
        return joined;
    }

    /** The usage of the request that the last answer came from, where it is not known yet. */
    void usage(LogUsage usage) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            LoggedMessage message = messages.get(i);
            if (message.message().role() == Role.ASSISTANT) {
                if (message.usage() == null && usage.isKnown()) {
                    messages.set(i, message.withUsage(usage));
                }
                return;
            }
        }
    }

    void lacks(Lack lack) {
        lacks.add(lack);
    }

    /** The context was compacted: what follows stands alone. */
    void restart() {
        closed.add(new Sent(messages, carried));
        messages = new ArrayList<>();
        carried = 0;
    }

    /** What was added since the last compaction is what it left: its answers are from before it. */
    void carriedOver() {
        carried = messages.size();
    }

    /** The same without the last {@code count} things that the user said, and without all that followed them. */
    void takeBack(long count) {
        long left = count;
        for (int i = messages.size() - 1; i >= 0 && left > 0; i--) {
            if (messages.get(i).message().role() == Role.USER) {
                left--;
                if (left == 0) {
                    messages = new ArrayList<>(messages.subList(0, i));
                }
            }
        }
    }

    /** The sessions: those with an answer of the model. */
    List<RecordedSession> sessions(String id, String agent, String version, String tools, int forks, int leftOut) {
        List<Sent> parts = new ArrayList<>(closed);
        parts.add(new Sent(messages, carried));
        parts.removeIf(part -> !part.hasAnswer());
        List<RecordedSession> sessions = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            boolean isLast = p == parts.size() - 1;
            sessions.add(new RecordedSession(
                    parts.size() == 1 ? id : id + " part " + (p + 1) + " of " + parts.size(),
                    agent,
                    version,
                    parts.get(p).messages(),
                    parts.get(p).carried(),
                    tools,
                    lacksOf(parts.get(p).messages(), tools),
                    isLast ? forks : 0,
                    isLast ? leftOut : 0));
        }
        return sessions;
    }

    private Set<Lack> lacksOf(List<LoggedMessage> part, String tools) {
        Set<Lack> all = EnumSet.noneOf(Lack.class);
        all.addAll(lacks);
        if (part.stream().noneMatch(message -> message.message().role() == Role.SYSTEM)) {
            all.add(Lack.SYSTEM_PROMPT);
        }
        if (tools.isEmpty()) {
            all.add(Lack.TOOLS);
        }
        if (part.stream().noneMatch(message -> message.at() != null)) {
            all.add(Lack.TIMES);
        }
        if (part.stream().noneMatch(message -> message.usage() != null)) {
            all.add(Lack.USAGE);
        }
        if (part.stream().allMatch(message -> message.model().isEmpty())) {
            all.add(Lack.MODEL);
        }
        return all;
    }

    static Part text(String text) {
        return new Part.Text(text, Span.NONE);
    }

    static Part call(String id, String name, String arguments) {
        return new Part.ToolCall(id, name, arguments, Span.NONE);
    }
}
