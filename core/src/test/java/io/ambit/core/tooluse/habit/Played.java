package io.ambit.core.tooluse.habit;

import io.ambit.core.message.ToolFailure;
import io.ambit.core.session.SessionId;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session, written down call by call. */
final class Played {
    private final String goal;
    private final List<ObservedCall> calls = new ArrayList<>();
    private String request;
    private String said = "";
    private String answer = "";
    private int requests = 1;
    private int iteration = -1;
    private boolean atOnce;

    Played(String goal) {
        this.goal = goal;
        this.request = goal;
    }

    Played call(String tool, String arguments, String result) {
        if (!atOnce || iteration < 0) {
            iteration++;
        }
        calls.add(new ObservedCall(
                calls.size(), iteration, tool, arguments, request, said, result, ToolFailure.isFailure(result)));
        said = "";
        return this;
    }

    /** The calls from now on are made by one message. */
    Played atOnce() {
        iteration++;
        atOnce = true;
        return this;
    }

    Played inTurn() {
        atOnce = false;
        return this;
    }

    Played says(String text) {
        said = text;
        return this;
    }

    Played asked(String text) {
        request = text;
        requests++;
        return this;
    }

    Played answers(String text) {
        answer = text;
        return this;
    }

    SessionCalls session() {
        return new SessionCalls(new SessionId("s1"), Instant.EPOCH, "", goal, requests, calls, answer);
    }

    List<HabitFinding> findings(ToolDefinition... tools) {
        return HabitFinder.find(session(), List.of(tools));
    }

    /** A tool whose schema has these properties, as JSON, and requires these. */
    static ToolDefinition tool(String name, String properties, String... required) {
        return new ToolDefinition(
                name, "", "", JsonTree.members((Json.Obj) Json.parse("{\"type\":\"object\",\"properties\":" + properties
                        + ",\"required\":" + JsonTree.write(List.of(required)) + "}")));
    }
}
