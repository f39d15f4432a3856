package io.ambit.testkit.model;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A model server that treats windows as an Ollama does: {@code /v1} ignores every wish for one, the native paths load the
 * model anew for it, and a prompt that is too long loses its oldest messages, or its front, without a word, unless
 * {@code truncate} is false. A token is four characters here.
 */
public final class ScriptedOllama implements AutoCloseable {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /**
     * A model.
     *
     * @param trained its longest window
     * @param numCtx by its own parameter, 0 for none
     */
    public record Model(int trained, int numCtx) {}

    /**
     * A prompt as the model saw it.
     *
     * @param window that the model was loaded with
     * @param cut whether something was taken off
     */
    public record Seen(String path, String model, int window, String prompt, boolean cut) {}

    private final int usual;
    private final Map<String, Model> models = new ConcurrentHashMap<>();
    private final Map<String, Integer> loaded = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> loads = new CopyOnWriteArrayList<>();
    private final ScriptedModel server;

    private ScriptedOllama(int usual) {
        this.usual = usual;
        this.server = ScriptedModel.start(0, (request, number) -> answer(request));
    }

    /**
     * Starts it.
     *
     * @param usual the window of models that do not say otherwise
     */
    public static ScriptedOllama start(int usual) {
        return new ScriptedOllama(usual);
    }

    /** Adds a model. */
    public ScriptedOllama with(String name, int trained, int numCtx) {
        models.put(full(name), new Model(trained, numCtx));
        return this;
    }

    public URI baseUrl() {
        return server.baseUrl();
    }

    /** What it was asked to answer, in order. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Each time that a model was loaded: its name and its window. */
    public List<String> loads() {
        return List.copyOf(loads);
    }

    /** Requests that ask for an answer, as they came. */
    public List<RecordedRequest> questions() {
        return server.requests().stream()
                .filter(request -> request.method().equals("POST")
                        && !request.target().equals("/api/show")
                        && !request.target().equals("/api/create")
                        && !request.text().equals(loading(request)))
                .toList();
    }

    private static String loading(RecordedRequest request) {
        return request.target().equals("/api/generate") && !request.text().contains("\"prompt\"") ? request.text() : "";
    }

    public Map<String, Model> models() {
        return Map.copyOf(models);
    }

    @Override
    public void close() {
        server.close();
    }

    private static String full(String name) {
        return name.contains(":") ? name : name + ":latest";
    }

    private ScriptedAnswer answer(RecordedRequest request) {
        Json body = request.body().length == 0 ? Json.parse("{}") : Json.parse(request.body());
        return switch (request.target()) {
            case "/api/version" -> json(200, "{\"version\":\"0.33.0\"}");
            case "/api/tags" -> json(200, tags());
            case "/api/ps" -> json(200, running());
            case "/api/show" -> show(body);
            case "/api/create" -> create(body);
            case "/api/chat", "/api/generate", "/v1/chat/completions" -> question(request.target(), body);
            case "/v1/models" -> json(200, "{\"object\":\"list\",\"data\":[]}");
            default -> json(404, "{\"error\":\"404 page not found\"}");
        };
    }

    private String tags() {
        List<String> rows = new ArrayList<>();
        models.forEach((name, model) -> rows.add("{\"name\":" + JsonStrings.quote(name)
                + ",\"details\":{\"family\":\"llama\",\"context_length\":" + model.trained() + "}}"));
        return "{\"models\":[" + String.join(",", rows) + "]}";
    }

    private String running() {
        List<String> rows = new ArrayList<>();
        loaded.forEach((name, window) ->
                rows.add("{\"name\":" + JsonStrings.quote(name) + ",\"context_length\":" + window + "}"));
        return "{\"models\":[" + String.join(",", rows) + "]}";
    }

    private ScriptedAnswer show(Json body) {
        Model model = models.get(full(text(body, "model")));
        if (model == null) {
            return json(404, "{\"error\":\"model not found\"}");
        }
        String parameters = model.numCtx() == 0 ? "" : "num_ctx                        " + model.numCtx() + "\n";
        return json(
                200,
                "{\"parameters\":" + JsonStrings.quote(parameters + "stop    \"<|im_end|>\"")
                        + ",\"details\":{\"family\":\"llama\"},\"model_info\":{\"general.architecture\":\"llama\","
                        + "\"llama.context_length\":" + model.trained() + "}}");
    }

    private ScriptedAnswer create(Json body) {
        Model from = models.get(full(text(body, "from")));
        if (from == null) {
            return json(404, "{\"error\":\"model not found\"}");
        }
        Json parameters = body.get("parameters");
        models.put(full(text(body, "model")), new Model(from.trained(), number(parameters, "num_ctx", 0)));
        return json(200, "{\"status\":\"success\"}");
    }

    private synchronized ScriptedAnswer question(String path, Json body) {
        String name = full(text(body, "model"));
        Model model = models.get(name);
        if (model == null) {
            return json(404, "{\"error\":\"model '" + name + "' not found\"}");
        }
        boolean isNative = path.startsWith("/api");
        int own = model.numCtx() > 0 ? model.numCtx() : usual;
        int window = Math.min(isNative ? number(body.get("options"), "num_ctx", own) : own, model.trained());
        if (!Integer.valueOf(window).equals(loaded.put(name, window))) {
            loads.add(name + " " + window);
        }
        if (path.equals("/api/generate") && body.get("prompt") == null) {
            return json(200, "{\"model\":" + JsonStrings.quote(name) + ",\"done\":true,\"done_reason\":\"load\"}");
        }
        List<String> prompts = prompts(path, body);
        int tokens = tokens(prompts);
        if (tokens > window && isNative && refuses(body)) {
            return json(
                    400,
                    "{\"error\":\"{\\\"error\\\":{\\\"type\\\":\\\"exceed_context_size_error\\\",\\\"n_prompt_tokens\\\":"
                            + tokens + ",\\\"n_ctx\\\":" + window + "}}\"}");
        }
        List<String> kept = cut(prompts, window);
        seen.add(new Seen(path, name, window, String.join("\n", kept), tokens > window));
        return said(path, body, name, tokens(kept));
    }

    private static boolean refuses(Json body) {
        return (body.get("truncate") instanceof Json.Bool truncate && !truncate.value())
                || (body.get("shift") instanceof Json.Bool shift && !shift.value());
    }

    private static List<String> prompts(String path, Json body) {
        List<String> prompts = new ArrayList<>();
        Json messages = body.get("messages");
        for (Json message : messages == null ? List.<Json>of() : messages.items()) {
            String content = message.text("content");
            prompts.add(content == null ? "" : content);
        }
        if (path.equals("/api/generate")) {
            prompts.add(text(body, "prompt"));
        }
        if (body.get("tools") instanceof Json.Arr tools) {
            prompts.set(0, prompts.get(0) + " ".repeat(tools.end() - tools.start()));
        }
        return prompts;
    }

    private static int tokens(List<String> prompts) {
        return prompts.stream().mapToInt(prompt -> prompt.length() / 4 + 4).sum();
    }

    /** The oldest messages but the first go until the rest fits; one that is too long alone loses its front. */
    private static List<String> cut(List<String> prompts, int window) {
        List<String> kept = new ArrayList<>(prompts);
        while (kept.size() > 2 && tokens(kept) > window) {
            kept.remove(1);
        }
        if (tokens(kept) > window) {
            String last = kept.get(kept.size() - 1);
            kept.set(kept.size() - 1, last.substring(Math.max(0, last.length() - 2 * window)));
        }
        return kept;
    }

    private static ScriptedAnswer said(String path, Json body, String model, int tokens) {
        if (path.startsWith("/v1")) {
            return new ScriptedAnswer.Chat("heard", List.of(), Duration.ZERO, tokens, 0, 2);
        }
        String start = "{\"model\":" + JsonStrings.quote(model) + ",\"created_at\":\"2026-01-02T03:04:05Z\",";
        String message = path.equals("/api/chat")
                ? "\"message\":{\"role\":\"assistant\",\"content\":\"heard\"}"
                : "\"response\":\"heard\"";
        String end = ",\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":" + tokens + ",\"eval_count\":2}";
        if (body.get("stream") instanceof Json.Bool stream && !stream.value()) {
            return json(200, start + message + end);
        }
        return ScriptedAnswer.chunked(
                200,
                "application/x-ndjson",
                List.of(
                        (start + message + ",\"done\":false}\n").getBytes(StandardCharsets.UTF_8),
                        (start + message.replace("heard", "") + end + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static ScriptedAnswer json(int status, String body) {
        return ScriptedAnswer.answer(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Json body, String name) {
        String text = body.text(name);
        return text == null ? "" : text;
    }

    private static int number(@Nullable Json object, String name, int otherwise) {
        return object != null && object.get(name) instanceof Json.Num number
                ? Math.clamp(number.asLong(otherwise), 0, Integer.MAX_VALUE)
                : otherwise;
    }
}
