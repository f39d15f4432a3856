package io.ambit.wire.chat;

import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import io.ambit.wire.answer.AnswerRound;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one upstream call answered, read from its chunks or from its whole body. */
final class ChatRound implements AnswerRound {
    private static final long NO_INDEX = -1;

    private final boolean everyChoice;
    private final StringBuilder text = new StringBuilder();
    private final List<ChatCall> calls = new ArrayList<>();
    private final Map<Long, ChatCall> byIndex = new HashMap<>();
    private @Nullable ChatCall latest;
    private int taken;
    private boolean seen;
    private String finish = "";
    private boolean done;
    private String error = "";
    private Usage usage = Usage.UNKNOWN;

    /**
     * Reads a round.
     *
     * @param everyChoice whether all choices are the one that was asked for, else only that of index 0 is read
     */
    ChatRound(boolean everyChoice) {
        this.everyChoice = everyChoice;
    }

    /** Whether {@code data} is the word that ends a stream. */
    static boolean isDone(byte[] data) {
        return data.length < 40
                && new String(data, StandardCharsets.ISO_8859_1).strip().equals("[DONE]");
    }

    void sawDone() {
        done = true;
    }

    @Override
    public void take(Json root, byte[] source) {
        read(root, source);
    }

    @Override
    public void takeWord(byte[] data) {
        done |= isDone(data);
    }

    /**
     * Reads a chunk of a stream, or a whole answer.
     *
     * @return for each entry of {@code tool_calls} that was read, in order, the call that it belongs to
     */
    List<ChatCall> read(Json root, byte[] source) {
        Json failure = root.get("error");
        if (failure != null && !(failure instanceof Json.Null)) {
            error = message(failure);
        }
        Usage counted = ChatUsage.of(root);
        if (counted.isKnown()) {
            usage = counted;
        }
        List<ChatCall> touched = new ArrayList<>();
        Json choices = root.get("choices");
        for (Json choice : choices == null ? List.<Json>of() : choices.items()) {
            if (isRead(choice)) {
                seen = true;
                String reason = choice.text("finish_reason");
                finish = reason == null ? finish : reason;
                Json message = body(choice);
                if (message != null) {
                    content(message.get("content"));
                    boolean inPieces = choice.get("delta") instanceof Json.Obj;
                    for (Json entry : entries(message)) {
                        touched.add(call(entry, source, inPieces));
                    }
                }
            }
        }
        return touched;
    }

    boolean isRead(Json choice) {
        return everyChoice || !(choice.get("index") instanceof Json.Num index) || index.asLong(0) == 0;
    }

    /** What a choice says: its delta in a stream, its message in a whole answer. */
    static @Nullable Json body(Json choice) {
        Json delta = choice.get("delta");
        return delta instanceof Json.Obj ? delta : choice.get("message");
    }

    static List<Json> entries(Json message) {
        Json entries = message.get("tool_calls");
        return entries == null ? List.of() : entries.items();
    }

    private void content(@Nullable Json content) {
        if (content instanceof Json.Str string) {
            append(string.value());
        } else if (content != null) {
            for (Json part : content.items()) {
                String string = part.text("text");
                append(string == null ? "" : string);
            }
        }
    }

    private void append(String more) {
        if (more.length() <= MAX_READ - taken) {
            text.append(more);
            taken += more.length();
        }
    }

    private ChatCall call(Json entry, byte[] source, boolean inPieces) {
        long index = entry.get("index") instanceof Json.Num number ? number.asLong(NO_INDEX) : NO_INDEX;
        String id = entry.text("id");
        ChatCall call = index == NO_INDEX ? latest : byIndex.get(index);
        if (!inPieces
                || call == null
                || call.isOther(entry)
                || (index == NO_INDEX && id != null && !id.isEmpty() && !id.equals(call.id()))) {
            call = new ChatCall();
            calls.add(call);
            byIndex.put(index, call);
        }
        latest = call;
        taken += call.add(entry, source, MAX_READ - taken);
        return call;
    }

    private static String message(Json failure) {
        String said = failure.asText() == null ? failure.text("message") : failure.asText();
        return said == null ? "error without a message" : said;
    }

    List<ChatCall> calls() {
        return calls;
    }

    String text() {
        return text.toString();
    }

    /** Why the model stopped, "" where it did not say. */
    String finish() {
        return finish;
    }

    String error() {
        return error;
    }

    @Override
    public void failed(String message) {
        if (error.isEmpty()) {
            error = message;
        }
    }

    @Override
    public Usage usage() {
        return usage;
    }

    /** Whether anything of an answer came. */
    boolean seen() {
        return seen;
    }

    /** Whether it ended as the format says. */
    boolean complete() {
        return done || !finish.isEmpty();
    }

    /** Whether its calls are whole and meant: the model was neither stopped in their midst nor did it fail. */
    boolean callsCanBeAnswered() {
        return complete() && error.isEmpty() && !finish.equals("length") && !finish.equals("content_filter");
    }
}
