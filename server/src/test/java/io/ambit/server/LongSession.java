package io.ambit.server;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.GeneratedOutputs;
import io.ambit.testkit.GeneratedOutputs.Kind;
import io.ambit.testkit.Seed;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedAnswer.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An agent of 60 commands with large outputs, and the model that it talks to. The model acts on nothing but the request
 * that it is sent: it goes on where the last result left off, and some of the time it asks for the original of an output
 * that it sees cut, by the id that it reads there.
 */
final class LongSession {
    static final int STEPS = 60;
    /** Steps after which the model wants something back, and how many calls ago that was made. */
    private static final Map<Integer, Integer> WANTED = Map.of(12, 9, 25, 20, 39, 3, 40, 33, 58, 50);
    /** Here it asks beside a command of its own. */
    private static final Set<Integer> IN_ONE_ANSWER = Set.of(25, 58);

    private static final Pattern MARKER =
            Pattern.compile("\\[cut from \\d+ characters; context_retrieve id=([0-9a-z]+)");
    private static final List<Kind> KINDS = List.of(
            Kind.LOG,
            Kind.JSON_ROWS,
            Kind.NUMBERED_CODE,
            Kind.LISTING,
            Kind.BUILD,
            Kind.SEARCH,
            Kind.JSON_TREE,
            Kind.DIFF,
            Kind.MARKDOWN,
            Kind.HTML);

    private final StringBuilder messages = new StringBuilder("{\"role\":\"system\",\"content\":\"You are an agent.\"},"
            + "{\"role\":\"user\",\"content\":\"Find out why the nightly build of the catalogue fails.\"}");
    /** What the client got, request by request. */
    final List<String> answers = new ArrayList<>();
    /** By the id of the call. */
    final Map<String, String> outputs = new HashMap<>();

    /** The next request. */
    String request() {
        return "{\"model\":\"m\",\"messages\":[" + messages + "],\"tools\":[{\"type\":\"function\",\"function\":"
                + "{\"name\":\"shell\",\"parameters\":{\"type\":\"object\"}}}]}";
    }

    /** Does what the model says; returns whether that was anything. */
    boolean goOn(String answer) {
        answers.add(answer);
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        Json message = Json.parse(bytes).get("choices").items().get(0).get("message");
        messages.append(',')
                .append(new String(bytes, message.start(), message.end() - message.start(), StandardCharsets.UTF_8));
        Json calls = message.get("tool_calls");
        if (calls == null) {
            return false;
        }
        for (Json call : calls.items()) {
            String id = call.text("id");
            String output = outputs.computeIfAbsent(id, LongSession::output);
            messages.append(",{\"role\":\"tool\",\"tool_call_id\":")
                    .append(JsonStrings.quote(id))
                    .append(",\"content\":")
                    .append(JsonStrings.quote(output))
                    .append('}');
        }
        return true;
    }

    /** What the command of a call prints: always the same. */
    private static String output(String id) {
        int number = number(id);
        if (number % 11 == 0) {
            return output("call_" + (number - 5));
        }
        var random = new Seed(number).random();
        if (number % 13 == 0) {
            return GeneratedOutputs.damaged(output("call_" + (number - 4)), random);
        }
        return KINDS.get(number % KINDS.size()).text(random, 3_000 + random.nextInt(15_000));
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('_') + 1));
    }

    /** The model's answer to a request. */
    static ScriptedAnswer answer(RecordedRequest request) {
        Json body = Json.parse(request.body());
        Map<String, String> results = results(body);
        int done = results.keySet().stream()
                .filter(id -> id.startsWith("call_"))
                .mapToInt(LongSession::number)
                .max()
                .orElse(0);
        Call next = new Call(
                "call_" + (done + 1), "shell", "{\"command\":" + JsonStrings.quote("step " + (done + 1)) + "}");
        boolean canAsk = request.text().contains("\"name\":\"context_retrieve\"");
        if (canAsk && WANTED.containsKey(done) && !results.containsKey("back_" + done)) {
            String id = cutId(results, done - WANTED.get(done));
            Call back = new Call("back_" + done, "context_retrieve", "{\"id\":\"" + id + "\"}");
            return IN_ONE_ANSWER.contains(done)
                    ? ScriptedAnswer.calls("", back, next)
                    : ScriptedAnswer.calls("Let me look again. ", back);
        }
        return done == STEPS ? ScriptedAnswer.text("The catalogue lacks an index.") : ScriptedAnswer.calls("", next);
    }

    /** The id of the first output, from that call on, that the model sees cut. */
    private static String cutId(Map<String, String> results, int from) {
        for (int call = from; results.containsKey("call_" + call); call++) {
            Matcher marker = MARKER.matcher(results.get("call_" + call));
            if (marker.find()) {
                return marker.group(1);
            }
        }
        throw new AssertionError("no output from call " + from + " on is cut");
    }

    /** Each result that a request holds, by the id of its call. */
    static Map<String, String> results(Json body) {
        Map<String, String> results = new HashMap<>();
        for (Json message : body.get("messages").items()) {
            if ("tool".equals(message.text("role"))) {
                results.put(message.text("tool_call_id"), message.text("content"));
            }
        }
        return results;
    }

    /** The id that each retrieval in a request asked for, by the id of its call. */
    static Map<String, String> asked(Json body) {
        Map<String, String> asked = new HashMap<>();
        for (Json message : body.get("messages").items()) {
            Json calls = message.get("tool_calls");
            if (calls != null) {
                for (Json call : calls.items()) {
                    if (call.text("id").startsWith("back_")) {
                        String arguments = call.get("function").text("arguments");
                        asked.put(call.text("id"), Json.parse(arguments).text("id"));
                    }
                }
            }
        }
        return asked;
    }

    /** Counts the boundaries that a policy plans. */
    static final class Counted implements ContextPolicy {
        private final ContextPolicy policy;
        int boundaries;

        Counted(ContextPolicy policy) {
            this.policy = policy;
        }

        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public boolean isLossy() {
            return policy.isLossy();
        }

        @Override
        public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
            Decisions planned = policy.plan(transcript, earlier, conditions);
            boundaries += planned.boundary() ? 1 : 0;
            return planned;
        }
    }
}
