package io.ambit.wire.translate.anthropic;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.answer.AnswerTap;
import org.jspecify.annotations.Nullable;

/** A block of content that is made of pieces of a chat completion. */
final class TranslatedBlock {
    private final String type;
    private final String madeId;
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder said = new StringBuilder();
    private String id = "";
    private boolean begun;
    private int written;

    /**
     * An empty block.
     *
     * @param type text, thinking or tool_use
     * @param madeId the id of a call that gets none from the upstream
     */
    TranslatedBlock(String type, String madeId) {
        this.type = type;
        this.madeId = madeId;
    }

    String type() {
        return type;
    }

    boolean isCall() {
        return type.equals("tool_use");
    }

    void add(String more) {
        said.append(more);
    }

    /** Whether a piece cannot belong to this call: it names another one. */
    boolean isOther(@Nullable String otherId, String otherName) {
        return otherId != null && !otherId.isEmpty() && !id.isEmpty() && !id.equals(otherId) && !otherName.isEmpty();
    }

    /** Some servers say the whole name again with each piece. */
    void addCall(@Nullable String newId, String newName, String more) {
        id = id.isEmpty() && newId != null ? newId : id;
        if (!newName.contentEquals(name) && said.isEmpty() && !begun) {
            name.append(newName);
        }
        said.append(more);
    }

    /**
     * The events that are not written yet.
     *
     * @param ended whether nothing more will come, so that its end is among them
     */
    String events(int index, boolean ended) {
        StringBuilder out = new StringBuilder();
        String place = "\"index\":" + index;
        // The name of a call may grow until its arguments begin.
        if (!begun && (!isCall() || ended || !said.isEmpty())) {
            begun = true;
            out.append(TranslatedMessage.event("content_block_start", place + ",\"content_block\":" + start("", "{}")));
        }
        if (begun && written < said.length()) {
            String more = JsonStrings.quote(said.substring(written));
            written = said.length();
            String delta = switch (type) {
                case "thinking" -> "\"thinking_delta\",\"thinking\":";
                case "tool_use" -> "\"input_json_delta\",\"partial_json\":";
                default -> "\"text_delta\",\"text\":";
            };
            out.append(TranslatedMessage.event(
                    "content_block_delta", place + ",\"delta\":{\"type\":" + delta + more + "}"));
        }
        if (ended) {
            out.append(TranslatedMessage.event("content_block_stop", place));
        }
        return out.toString();
    }

    /** The block as one JSON object. */
    String json() {
        Json input = isCall() ? AnswerTap.parsed(Utf8.encode(said.toString())) : null;
        String arguments = said.isEmpty()
                ? "{}"
                : input instanceof Json.Obj
                        ? said.toString()
                        : "{\"INVALID_JSON\":" + JsonStrings.quote(said.toString()) + "}";
        return start(said.toString(), arguments);
    }

    private String start(String text, String input) {
        return switch (type) {
            case "thinking" ->
                "{\"type\":\"thinking\",\"thinking\":" + JsonStrings.quote(text) + ",\"signature\":\"\"}";
            case "tool_use" ->
                "{\"type\":\"tool_use\",\"id\":" + JsonStrings.quote(id.isEmpty() ? madeId : id) + ",\"name\":"
                        + JsonStrings.quote(name.toString()) + ",\"input\":" + input + "}";
            default -> "{\"type\":\"text\",\"text\":" + JsonStrings.quote(text) + "}";
        };
    }
}
