package io.ambit.testkit.model;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * {@link ScriptedModel} as a program: {@code [--port N] [--script FILE] [--log FILE]}. It prints one line,
 * {@code {"port":N}}, and serves until it is killed.
 *
 * <p>The script is a JSON array of answers to chat completions, in order; when it is used up, each further request is
 * answered with the text "done". An answer has any of {@code text}, {@code tool_calls} (each with {@code id},
 * {@code name}, {@code arguments} as text), {@code usage} ({@code prompt_tokens}, {@code cached_tokens},
 * {@code completion_tokens}), {@code delay_ms}, {@code status} (an error, with {@code text} as its message),
 * {@code drop} (breaks off in the middle). {@code GET /v1/models} is answered with a list of one and uses up no answer.
 * The log gets one JSON object a request, with {@code method}, {@code target}, {@code headers} and {@code body}.
 */
public final class ScriptedModelMain {
    private static final String MODELS =
            "{\"object\":\"list\",\"data\":[{\"id\":\"scripted\",\"object\":\"model\",\"created\":1700000000,"
                    + "\"owned_by\":\"ambit\"}]}";

    private ScriptedModelMain() {}

    public static void main(String[] args) throws InterruptedException {
        int port = Integer.parseInt(option(args, "--port", "0"));
        String script = option(args, "--script", "");
        String log = option(args, "--log", "");
        List<ScriptedAnswer> answers = script.isEmpty() ? List.of() : read(Path.of(script));
        AtomicInteger next = new AtomicInteger();
        try (ScriptedModel model = ScriptedModel.start(port, (request, number) -> {
            if (!log.isEmpty()) {
                append(Path.of(log), request.json());
            }
            if (!request.target().startsWith("/v1/chat/completions")) {
                return models(request);
            }
            int at = next.getAndIncrement();
            return at < answers.size() ? answers.get(at) : ScriptedAnswer.text("done");
        })) {
            // Standard output is this program's answer to who started it.
            PrintStream out = System.out;
            out.println("{\"port\":" + model.port() + "}");
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    private static ScriptedAnswer models(RecordedRequest request) {
        boolean known = request.target().startsWith("/v1/models");
        byte[] body = (known ? MODELS : "{\"error\":{\"message\":\"not found\"}}").getBytes(StandardCharsets.UTF_8);
        return ScriptedAnswer.answer(known ? 200 : 404, Map.of("Content-Type", "application/json"), body);
    }

    private static synchronized void append(Path log, String line) {
        try {
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ScriptedAnswer> read(Path script) {
        List<ScriptedAnswer> answers = new ArrayList<>();
        try {
            Json.parse(Files.readAllBytes(script)).items().forEach(item -> answers.add(answer(item)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    static ScriptedAnswer answer(Json item) {
        String text = orEmpty(item.text("text"));
        int status = number(item, "status", 200);
        if (status != 200) {
            String body = "{\"error\":{\"message\":" + JsonStrings.quote(text)
                    + ",\"type\":\"scripted_error\",\"param\":null,\"code\":null}}";
            return ScriptedAnswer.answer(
                    status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        }
        if (item.get("drop") instanceof Json.Bool drop && drop.value()) {
            return ScriptedAnswer.dropped(
                    "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"par\"}}]}\n\n");
        }
        List<ScriptedAnswer.Call> calls = new ArrayList<>();
        Json wanted = item.get("tool_calls");
        if (wanted != null) {
            for (Json call : wanted.items()) {
                calls.add(new ScriptedAnswer.Call(
                        orEmpty(call.text("id")), orEmpty(call.text("name")), orEmpty(call.text("arguments"))));
            }
        }
        Json usage = item.get("usage");
        return new ScriptedAnswer.Chat(
                text,
                calls,
                Duration.ofMillis(number(item, "delay_ms", 0)),
                number(usage, "prompt_tokens", 100),
                number(usage, "cached_tokens", 0),
                number(usage, "completion_tokens", 10));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static int number(@Nullable Json object, String name, int otherwise) {
        return object != null && object.get(name) instanceof Json.Num number
                ? (int) number.asLong(otherwise)
                : otherwise;
    }

    private static String option(String[] args, String name, String otherwise) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        return otherwise;
    }
}
