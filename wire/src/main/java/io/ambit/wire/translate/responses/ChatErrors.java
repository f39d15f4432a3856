package io.ambit.wire.translate.responses;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.answer.AnswerTap;
import org.jspecify.annotations.Nullable;

/** Errors of chat completions, which other servers spell in many ways, as Responses has them. */
final class ChatErrors {
    private static final int MAX_TEXT = 2000;

    private ChatErrors() {}

    /** What stands under {@code error}, a text or an object of any kind. */
    static String object(@Nullable Json error) {
        String message = error == null ? null : error.asText() == null ? error.text("message") : error.asText();
        String type = error == null ? null : error.text("type");
        Json code = error == null ? null : error.get("code");
        return object(
                message == null ? "error without a message" : message,
                type == null ? "upstream_error" : type,
                code instanceof Json.Num number ? number.spelling() : code == null ? null : code.asText());
    }

    static String object(String message, String type, @Nullable String code) {
        return new Members()
                .text("message", message)
                .text("type", type)
                .json("param", "null")
                .text("code", code)
                .toString();
    }

    /** An error body, of whatever the upstream sent in the place of an answer. */
    static String body(byte[] sent) {
        Json json = AnswerTap.parsed(sent);
        Json error = json == null ? null : json.get("error");
        String object = Members.isSaid(error)
                ? object(error)
                : object(
                        "the upstream answered with what is no chat completion: "
                                + Utf8.decode(sent, 0, Math.min(sent.length, MAX_TEXT)),
                        "upstream_error",
                        null);
        return "{\"error\":" + object + "}";
    }
}
