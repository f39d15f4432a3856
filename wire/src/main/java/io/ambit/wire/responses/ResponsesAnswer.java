package io.ambit.wire.responses;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.wire.Reply;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.AnswerFormat;
import io.ambit.wire.answer.AnswerPass;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.AnswerTap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request of Responses.
 *
 * <p>A hidden round sends the whole input again, with the items of the round before and the results after it, whether the
 * upstream keeps its answers ({@code store}) or not: so its last answer alone holds all that was said, and is the one to
 * go on from. Each round's answer has an id of its own. Of one that is kept, the client is told the last: the events
 * that tell of its beginning, and notes that come first, wait until there is text or a call to show, so that mostly it
 * hears of no other: its libraries refuse two. Where a hidden round comes after text was shown, it does, since only the
 * last can be gone on from. Of an answer that is not kept the client is told the first id alone.
 */
final class ResponsesAnswer implements AnswerFormat {
    private final WireRequest request;
    private final ResponsesClientView view = new ResponsesClientView();
    private ResponsesRound round = new ResponsesRound();
    private String id = "";
    private @Nullable Boolean stored;

    ResponsesAnswer(WireRequest request) {
        this.request = request;
    }

    @Override
    public AnswerRound begin() {
        view.roundEnded(round.shown());
        id = lastId();
        round = new ResponsesRound();
        return round;
    }

    @Override
    public AnswerPass stream() {
        return new ResponsesStreamFilter(round, view, isStored());
    }

    @Override
    public AnswerPass whole() {
        return new ResponsesWholeFilter(round, view, isStored());
    }

    /** Whether the upstream keeps the answer, so that a request may go on from it: it does unless told not to. */
    private boolean isStored() {
        Boolean known = stored;
        if (known == null) {
            Json body = AnswerTap.parsed(request.body());
            known = body == null || !(body.get("store") instanceof Json.Bool store) || store.value();
            stored = known;
        }
        return known;
    }

    @Override
    public byte[] errorEvent(byte[] body) {
        Json json = AnswerTap.parsed(body);
        return ErrorEvents.of(json == null ? null : json.get("error"));
    }

    @Override
    public byte[] errorEvent(String message) {
        return ErrorEvents.of("upstream_error", "", message);
    }

    @Override
    public String exchange(List<Part.ToolCall> hidden, List<String> results) {
        List<String> items = new ArrayList<>();
        int next = 0;
        for (OutputItem item : round.items()) {
            if (item.isRetrieve() && next < hidden.size()) {
                Part.ToolCall call = hidden.get(next++);
                items.add(call.id().equals(item.call().id()) ? item.text() : written(call));
            } else if (!item.isCall() && isKnownAgain(item)) {
                items.add(item.text());
            }
        }
        for (int i = 0; i < results.size(); i++) {
            items.add("{\"type\":\"function_call_output\",\"call_id\":"
                    + JsonStrings.quote(hidden.get(i).id()) + ",\"output\":" + JsonStrings.quote(results.get(i)) + "}");
        }
        return String.join(",", items);
    }

    /** Whether the upstream can read the item again: reasoning that was neither kept nor sent is a mere name. */
    private boolean isKnownAgain(OutputItem item) {
        Json content = item.json().get("content");
        return !ItemReader.type(item.json()).equals("reasoning")
                || isStored()
                || item.json().get("encrypted_content") instanceof Json.Str
                || (content != null && !content.items().isEmpty());
    }

    private static String written(Part.ToolCall call) {
        return "{\"type\":\"function_call\",\"call_id\":" + JsonStrings.quote(call.id()) + ",\"name\":"
                + JsonStrings.quote(call.name()) + ",\"arguments\":" + JsonStrings.quote(call.arguments()) + "}";
    }

    @Override
    public Reply reply(boolean filtered) {
        List<OutputItem> items = new ArrayList<>(view.earlier());
        items.addAll(filtered ? round.shown() : round.items());
        List<ReadItem> read = new ArrayList<>();
        for (OutputItem item : items) {
            if (item.json() instanceof Json.Obj) {
                read.add(ItemReader.read(item.json(), item.source(), 0));
            }
        }
        List<ReadItem> placeless = read.stream()
                .map(item -> new ReadItem(
                        item.role(),
                        item.parts().stream().map(ResponsesAnswer::placeless).toList(),
                        item.rest(),
                        Span.NONE))
                .toList();
        Message message = round.seen() || !placeless.isEmpty() ? ReadItem.turn(placeless) : null;
        return new Reply(
                message,
                message == null ? "" : Reply.fingerprint(message),
                round.finish(),
                !round.finish().isEmpty(),
                round.error());
    }

    /** Places in an answer mean nothing to those who read the message. */
    private static Part placeless(Part part) {
        return switch (part) {
            case Part.Text text -> new Part.Text(text.text(), Span.NONE);
            case Part.ToolCall call -> new Part.ToolCall(call.id(), call.name(), call.arguments(), Span.NONE);
            case Part.ToolResult result -> new Part.ToolResult(result.callId(), result.text(), Span.NONE);
            case Part.Opaque opaque -> opaque;
        };
    }

    @Override
    public String replyId() {
        String last = lastId();
        return last.isEmpty() || !isStored() ? "" : last;
    }

    private String lastId() {
        return round.id().isEmpty() ? id : round.id();
    }
}
