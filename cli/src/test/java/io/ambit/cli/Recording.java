package io.ambit.cli;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepId;
import io.ambit.core.session.StepStart;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import io.ambit.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sessions put into the ledger of a data folder, as the gateway would. */
final class Recording {
    static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    static final Route ROUTE = new Route(
            "near", "small-model", "easy", 0.9, List.of("far answered 503", "temperature 0.2 by \u001b profile"));

    private Recording() {}

    /** A session of one tool call and its answer: two steps. The first words of the user tell sessions apart. */
    static SessionId twoSteps(Path home, Space space, String question, Instant at) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.of(Role.SYSTEM, List.of(new Part.Text("You are an agent.", Span.NONE))));
        messages.add(Message.of(Role.USER, List.of(new Part.Text(question, Span.NONE))));
        try (Ledger ledger = SqliteLedger.open(home)) {
            Message call = Message.of(
                    Role.ASSISTANT,
                    List.of(new Part.ToolCall("call_1", "read", "{\"path\":\"notes.txt\"}", Span.NONE)));
            step(ledger, space, messages, call, at);
            messages.add(call);
            messages.add(
                    Message.of(Role.TOOL, List.of(new Part.ToolResult("call_1", "näin \"quoted\" 🙂\n", Span.NONE))));
            Message answer = Message.of(Role.ASSISTANT, List.of(new Part.Text("It says näin.", Span.NONE)));
            return step(ledger, space, messages, answer, at.plusSeconds(5));
        }
    }

    /** A session that reads the same file twice, one call after the other. */
    static SessionId repeatedRead(Path home, Space space, String question, Instant at) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.of(Role.USER, List.of(new Part.Text(question, Span.NONE))));
        try (Ledger ledger = SqliteLedger.open(home)) {
            for (String id : List.of("call_1", "call_2")) {
                Message call = Message.of(
                        Role.ASSISTANT,
                        List.of(new Part.ToolCall(id, "read_file", "{\"path\":\"plan.txt\"}", Span.NONE)));
                step(ledger, space, messages, call, at);
                messages.add(call);
                messages.add(Message.of(
                        Role.TOOL, List.of(new Part.ToolResult(id, "first the walls, then the roof", Span.NONE))));
            }
            Message answer = Message.of(Role.ASSISTANT, List.of(new Part.Text("Walls first.", Span.NONE)));
            return step(ledger, space, messages, answer, at.plusSeconds(5));
        }
    }

    /** A session in which an item is asked for by a wrong argument, which fails, and then by the right one. */
    static SessionId recovered(Path home, Space space, String item, Instant at) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.of(Role.USER, List.of(new Part.Text("Look up " + item + ".", Span.NONE))));
        try (Ledger ledger = SqliteLedger.open(home)) {
            for (String argument : List.of("name", "id")) {
                Message call = Message.of(
                        Role.ASSISTANT,
                        List.of(new Part.ToolCall(
                                argument, "get_item", "{\"" + argument + "\":\"" + item + "\"}", Span.NONE)));
                step(ledger, space, messages, call, at);
                messages.add(call);
                String result = argument.equals("id") ? "{\"title\":\"Lamp\"}" : "Error: unknown parameter 'name'";
                messages.add(Message.of(Role.TOOL, List.of(new Part.ToolResult(argument, result, Span.NONE))));
            }
            Message answer = Message.of(Role.ASSISTANT, List.of(new Part.Text("A lamp.", Span.NONE)));
            return step(ledger, space, messages, answer, at.plusSeconds(5));
        }
    }

    /** A step after these messages, with what the model replied. */
    static SessionId step(Ledger ledger, Space space, List<Message> messages, Message reply, Instant at) {
        Transcript transcript = Transcript.of(List.copyOf(messages));
        Hash body = Hash.of(Utf8.encode(transcript.toString()));
        Arrival arrival = new Arrival(space, transcript, null, null, body, "test-client/1", "small-model", at);
        SessionState state = ledger.open(arrival);
        StepId step = ledger.begin(
                new StepStart(state.id(), arrival, "safe", state.decisions(), Decisions.none(), false, 900, 800, ""));
        ledger.finish(
                step,
                new StepEnd(
                        200,
                        List.of(new Usage(120 + messages.size(), 100, 7)),
                        130,
                        110,
                        Duration.ofMillis(20),
                        Duration.ofMillis(30),
                        0,
                        List.of(),
                        reply,
                        ROUTE,
                        "",
                        ""));
        return state.id();
    }
}
