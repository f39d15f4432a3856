package io.ambit.wire.chat;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.wire.CallRepair;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerTap;
import io.ambit.wire.answer.CallChange;
import io.ambit.wire.answer.HeldCalls;
import io.ambit.wire.answer.HeldEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a chat completion. A chunk may have pieces of several; that one is whole is told by another that begins,
 * by text, or by the end of its choice, where its arguments are a whole object by then.
 */
final class ChatHeldCalls implements HeldCalls {
    private final CallRepair repair;
    private final Map<Place, HeldCall> calls = new HashMap<>();
    private final List<HeldCall> waiting = new ArrayList<>();

    /** Which call of which choice; the index is -1 where the upstream gives none. */
    private record Place(long choice, long index) {}

    /** A piece of a call: the object of an event that has its name, its arguments, or both. */
    private record Piece(HeldEvent event, Json function) {}

    /** A call on its way. */
    private static final class HeldCall {
        final ChatCall call = new ChatCall();
        final List<Piece> pieces = new ArrayList<>();
        boolean passes;
        boolean changed;
    }

    ChatHeldCalls(CallRepair repair) {
        this.repair = repair;
    }

    @Override
    public boolean take(HeldEvent event) {
        Json choices = event.root().get("choices");
        boolean ended = false;
        List<HeldCall> touched = new ArrayList<>();
        for (Json choice : choices == null ? List.<Json>of() : choices.items()) {
            ended |= choice.get("finish_reason") instanceof Json.Str;
            Json body = ChatRound.body(choice);
            for (Json entry : body == null ? List.<Json>of() : ChatRound.entries(body)) {
                touched.add(take(event, number(choice), entry));
            }
        }
        for (HeldCall call : List.copyOf(waiting)) {
            boolean goesOn = !touched.isEmpty() && touched.getLast().equals(call);
            if (call.passes || ended || (!goesOn && isWhole(call))) {
                settle(call);
            }
        }
        return true;
    }

    private HeldCall take(HeldEvent event, long choice, Json entry) {
        HeldCall held = call(choice, entry);
        held.call.add(entry, event.data(), ChatRound.MAX_READ);
        Json function = entry.get("function");
        if (!(function instanceof Json.Obj)) {
            held.passes |= entry.get("custom") != null;
        } else if (held.changed) {
            blank(event, function);
        } else if (!held.passes) {
            String name = held.call.name();
            if (!name.isEmpty() && !repair.holds(name)) {
                held.passes = true;
            } else {
                if (held.pieces.isEmpty()) {
                    waiting.add(held);
                }
                held.pieces.add(new Piece(event, function));
                event.hold();
            }
        }
        return held;
    }

    private HeldCall call(long choice, Json entry) {
        long index = number(entry);
        Place place = new Place(choice, index);
        HeldCall known = calls.get(place);
        String id = entry.text("id");
        boolean named = index < 0 && id != null && !id.isEmpty();
        if (known != null
                && !known.call.isOther(entry)
                && !(named && !known.call.id().equals(id))) {
            return known;
        }
        HeldCall begun = new HeldCall();
        calls.put(place, begun);
        return begun;
    }

    private static long number(Json object) {
        return object.get("index") instanceof Json.Num number ? number.asLong(-1) : -1;
    }

    private static boolean isWhole(HeldCall held) {
        String arguments = held.call.part().arguments().strip();
        return arguments.endsWith("}") && AnswerTap.parsed(Utf8.encode(arguments)) != null;
    }

    @Override
    public void settle() {
        List.copyOf(waiting).forEach(this::settle);
    }

    private void settle(HeldCall held) {
        Part.ToolCall call = held.call.part();
        Optional<CallChange> change =
                held.passes ? Optional.empty() : CallChange.of(repair, call.name(), call.arguments());
        change.ifPresent(made -> change(held, call.name(), made));
        held.changed = change.isPresent();
        held.passes = true;
        held.pieces.forEach(piece -> piece.event().release());
        held.pieces.clear();
        waiting.remove(held);
    }

    private static void change(HeldCall held, String name, CallChange change) {
        Piece first = null;
        boolean named = false;
        String whole = change.arguments();
        boolean argued = whole == null;
        for (Piece piece : held.pieces) {
            HeldEvent event = piece.event();
            if (piece.function().get("name") instanceof Json.Str said
                    && !said.value().isEmpty()) {
                first = first == null ? piece : first;
                // Some servers say the whole name again with each piece.
                event.say(said, !named || said.value().equals(name) ? change.name() : "");
                named = true;
            }
            Json arguments = piece.function().get("arguments");
            if (whole != null && arguments != null && !(arguments instanceof Json.Null)) {
                said(event, arguments, argued ? null : whole);
                argued = true;
            }
        }
        if (!argued && first != null) {
            String said = first.function().text("name");
            new CallChange(said == null ? "" : said, whole)
                    .make(first.function(), "arguments", true, first.event().splice());
        }
    }

    private static void said(HeldEvent event, Json arguments, @Nullable String text) {
        if (arguments instanceof Json.Str string) {
            event.say(string, text == null ? "" : text);
        } else if (text != null) {
            event.splice().replace(arguments.start(), arguments.end(), text);
        }
    }

    /** What comes of a call that was whole already adds nothing to it. */
    private static void blank(HeldEvent event, Json function) {
        if (function.get("name") instanceof Json.Str name) {
            event.say(name, "");
        }
        if (function.get("arguments") instanceof Json.Str arguments) {
            event.say(arguments, "");
        }
    }

    @Override
    public void edit(Json.Obj root, byte[] source, Splice splice) {
        Json choices = root.get("choices");
        for (Json choice : choices == null ? List.<Json>of() : choices.items()) {
            Json body = ChatRound.body(choice);
            for (Json entry : body == null ? List.<Json>of() : ChatRound.entries(body)) {
                Json function = entry.get("function");
                if (function instanceof Json.Obj) {
                    ChatCall call = new ChatCall();
                    call.add(entry, source, ChatRound.MAX_READ);
                    CallChange.of(repair, call.part().name(), call.part().arguments())
                            .ifPresent(change -> change.make(function, "arguments", true, splice));
                }
            }
        }
    }
}
