package io.ambit.wire.responses;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;

/**
 * An item of an answer, as the upstream sent it.
 *
 * @param source what {@code json} was parsed from
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutputItem(Json json, byte[] source) {

    String text() {
        return Utf8.decode(source, json.start(), json.end());
    }

    String id() {
        String id = json.text("id");
        return id == null ? "" : id;
    }

    boolean isReasoning() {
        return ItemReader.type(json).equals("reasoning");
    }

    /** Whether it is a call that Ambit answers. */
    boolean isRetrieve() {
        return isFunctionCall() && RetrieveTool.NAME.equals(json.text("name")) && !hasNamespace();
    }

    /** Whether it is a call of which it is not said whose it is. */
    boolean isUnnamed() {
        String name = json.text("name");
        return isFunctionCall() && (name == null || name.isEmpty());
    }

    /** Whether it is a call of a function that stands by itself, and not within the tools of a server. */
    boolean isPlainCall() {
        return isFunctionCall() && !hasNamespace();
    }

    private boolean isFunctionCall() {
        return ItemReader.type(json).equals("function_call");
    }

    private boolean hasNamespace() {
        String namespace = json.text("namespace");
        return namespace != null && !namespace.isEmpty();
    }

    /** The call that it is. */
    Part.ToolCall call() {
        String callId = json.text("call_id");
        String name = json.text("name");
        String arguments = json.text("arguments");
        return new Part.ToolCall(
                callId == null ? "" : callId, name == null ? "" : name, arguments == null ? "" : arguments, Span.NONE);
    }

    /** Whether a client has to act on it before the model goes on. */
    boolean isCall() {
        return ItemReader.isCall(json);
    }
}
