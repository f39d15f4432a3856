package io.ambit.testkit;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent's conversation as a gateway would record it: short words for what ledger tests do over and over. */
public final class Conversation {
    /** When the first request of each conversation comes; each message later is a second later. */
    public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Space space;
    private final @Nullable String clientSession;
    private Transcript transcript = Transcript.of(List.of());

    public Conversation(Space space, @Nullable String clientSession) {
        this.space = space;
        this.clientSession = clientSession;
    }

    /** A system prompt and a task. */
    public static Conversation about(Space space, @Nullable String clientSession, String task) {
        return new Conversation(space, clientSession)
                .system("You are an agent.")
                .user(task);
    }

    public Conversation system(String text) {
        return add(Role.SYSTEM, new Part.Text(text, Span.NONE));
    }

    public Conversation user(String text) {
        return add(Role.USER, new Part.Text(text, Span.NONE));
    }

    public Conversation assistant(String text) {
        return add(Role.ASSISTANT, new Part.Text(text, Span.NONE));
    }

    /** A call and its result: two messages. */
    public Conversation tool(String callId, String name, String arguments, String output) {
        add(Role.ASSISTANT, new Part.ToolCall(callId, name, arguments, Span.NONE));
        return add(Role.TOOL, new Part.ToolResult(callId, output, Span.NONE));
    }

    public Conversation add(Role role, Part... parts) {
        return then(List.of(Message.of(role, List.of(parts))));
    }

    public Conversation then(List<Message> messages) {
        transcript = transcript.append(messages);
        return this;
    }

    /** Goes back to the first {@code count} messages. */
    public Conversation backTo(int count) {
        transcript = transcript.first(count);
        return this;
    }

    /** A conversation that has come as far as this one, in the same space, under another name. */
    public Conversation fork(@Nullable String otherName) {
        return new Conversation(space, otherName).then(transcript.messages());
    }

    public Conversation in(Space other) {
        return new Conversation(other, clientSession).then(transcript.messages());
    }

    public Transcript transcript() {
        return transcript;
    }

    /** Where a decision about a part of the newest message belongs. */
    public PartKey lastPart() {
        return new PartKey(transcript.tip(), 0);
    }

    /** The request that asks for the next assistant message. */
    public Arrival arrival() {
        return arrival("");
    }

    /** A request whose body differs otherwise than by its messages. */
    public Arrival arrival(String otherwise) {
        return new Arrival(
                space,
                transcript,
                clientSession,
                null,
                Hash.of(transcript.tip().hex() + otherwise),
                "testkit/1",
                "model-1",
                START.plusSeconds(transcript.size()));
    }

    public static StepStart start(SessionState state, Arrival arrival, Map<PartKey, Decision> changes) {
        Decisions decisions = state.decisions().with(changes, false);
        return new StepStart(state.id(), arrival, "safe", state.decisions(), decisions, true, 1000, 900, "");
    }

    public static StepEnd end(@Nullable Message reply) {
        return new StepEnd(
                200,
                List.of(new Usage(1200, 1000, 30)),
                1300,
                1200,
                Duration.ofMillis(120),
                Duration.ofMillis(900),
                0,
                List.of(),
                reply,
                Route.NONE,
                "",
                "");
    }

    /** Opens and begins a step, without an end. */
    public StepId begin(Ledger ledger, Map<PartKey, Decision> changes) {
        Arrival arrival = arrival();
        return ledger.begin(start(ledger.open(arrival), arrival, changes));
    }

    /** Records a whole step. */
    public StepId step(Ledger ledger) {
        StepId step = begin(ledger, Map.of());
        ledger.finish(step, end(null));
        return step;
    }
}
