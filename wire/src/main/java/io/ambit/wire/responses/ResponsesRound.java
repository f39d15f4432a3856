package io.ambit.wire.responses;

import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.answer.AnswerRound;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one upstream call answered, read from its events or from its whole body. */
final class ResponsesRound implements AnswerRound {
    private final SortedMap<Long, OutputItem> done = new TreeMap<>();
    private final SortedMap<Long, StringBuilder> begun = new TreeMap<>();
    private List<OutputItem> last = List.of();
    private int taken;
    private boolean seen;
    private boolean keptBack;
    private String id = "";
    private String finish = "";
    private String error = "";
    private Usage usage = Usage.UNKNOWN;

    @Override
    public void take(Json root, byte[] source) {
        String type = root.text("type");
        if (type == null) {
            response(root, source);
            return;
        }
        switch (type) {
            case "error" -> error(root);
            case "response.output_item.done" -> {
                Json item = root.get("item");
                if (item instanceof Json.Obj && fits(source.length)) {
                    seen = true;
                    long index = index(root);
                    done.put(index < 0 ? done.size() : index, new OutputItem(item, source));
                }
            }
            case "response.output_text.delta" -> {
                String delta = root.text("delta");
                if (delta != null && fits(delta.length())) {
                    seen = true;
                    begun.computeIfAbsent(index(root), index -> new StringBuilder())
                            .append(delta);
                }
            }
            default -> {
                Json response = root.get("response");
                if (type.startsWith("response.") && response != null) {
                    response(response, source);
                }
            }
        }
    }

    private boolean fits(int more) {
        if (more > MAX_READ - taken) {
            return false;
        }
        taken += more;
        return true;
    }

    static long index(Json event) {
        return event.get("output_index") instanceof Json.Num number ? number.asLong(-1) : -1;
    }

    private void response(Json response, byte[] source) {
        String newId = response.text("id");
        id = newId == null || newId.isEmpty() ? id : newId;
        error(response);
        Json counted = response.get("usage");
        if (counted instanceof Json.Obj) {
            usage = usage(counted);
        }
        List<OutputItem> items = new ArrayList<>();
        Json output = response.get("output");
        for (Json item : output == null ? List.<Json>of() : output.items()) {
            items.add(new OutputItem(item, source));
        }
        String status = response.text("status");
        if (!items.isEmpty() && fits(source.length)) {
            seen = true;
            last = items;
        }
        if (status != null && !status.equals("in_progress") && !status.equals("queued")) {
            Json details = response.get("incomplete_details");
            String reason = details == null ? null : details.text("reason");
            finish = reason == null ? status : reason;
        }
    }

    private void error(Json holder) {
        Json failure = holder.get("error");
        if (failure != null && !(failure instanceof Json.Null)) {
            error = ErrorEvents.message(failure);
        } else if ("error".equals(holder.text("type"))) {
            error = ErrorEvents.message(holder);
        }
    }

    private static Usage usage(Json usage) {
        return new Usage(
                number(usage, "input_tokens"),
                number(usage.get("input_tokens_details"), "cached_tokens"),
                number(usage, "output_tokens"));
    }

    private static long number(@Nullable Json object, String name) {
        return object != null && object.get(name) instanceof Json.Num number ? Math.max(-1, number.asLong(-1)) : -1;
    }

    /** Its items, in order: of the end of the answer, else as far as they came. */
    List<OutputItem> items() {
        if (!last.isEmpty()) {
            return last;
        }
        SortedMap<Long, OutputItem> items = new TreeMap<>(done);
        begun.forEach((index, text) -> items.computeIfAbsent(index, i -> ofText(text)));
        return List.copyOf(items.values());
    }

    /** Nothing of it has reached the client, nor will. */
    void keepBack() {
        keptBack = true;
    }

    /** Its items that the client sees. */
    List<OutputItem> shown() {
        return keptBack
                ? List.of()
                : items().stream().filter(item -> !item.isRetrieve()).toList();
    }

    /** A message that broke off. */
    private static OutputItem ofText(StringBuilder text) {
        byte[] source = Utf8.encode(
                "{\"type\":\"message\",\"role\":\"assistant\",\"content\":" + JsonStrings.quote(text.toString()) + "}");
        return new OutputItem(Json.parse(source), source);
    }

    @Override
    public void failed(String message) {
        if (error.isEmpty()) {
            error = message;
        }
    }

    String error() {
        return error;
    }

    @Override
    public Usage usage() {
        return usage;
    }

    /** What the upstream calls it, "" where it gave it no name. */
    String id() {
        return id;
    }

    /** Its last status, or why it is incomplete; "" where it has not ended. */
    String finish() {
        return finish;
    }

    /** Whether anything of an answer came. */
    boolean seen() {
        return seen;
    }

    /** Whether its calls are whole and meant: the model was neither stopped in their midst nor did it fail. */
    boolean callsCanBeAnswered() {
        return finish.equals("completed") && error.isEmpty();
    }
}
