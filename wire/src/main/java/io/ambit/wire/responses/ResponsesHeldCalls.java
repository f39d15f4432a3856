package io.ambit.wire.responses;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.wire.CallRepair;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.CallChange;
import io.ambit.wire.answer.HeldCalls;
import io.ambit.wire.answer.HeldEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of a response: an item each, whose end is told, and which stands once more in the response as a whole. */
final class ResponsesHeldCalls implements HeldCalls {
    private static final String ADDED = "response.output_item.added";
    private static final String ARGUMENTS = "response.function_call_arguments.";

    private final CallRepair repair;
    private final Map<Long, List<HeldEvent>> open = new HashMap<>();
    private final Map<Part.ToolCall, Optional<CallChange>> judged = new HashMap<>();

    ResponsesHeldCalls(CallRepair repair) {
        this.repair = repair;
    }

    @Override
    public boolean take(HeldEvent event) {
        Json.Obj root = event.root();
        String type = root.text("type");
        long index = ResponsesRound.index(root);
        Json item = root.get("item");
        if (type == null) {
            settle();
        } else if (type.equals(ADDED) && item != null) {
            release(index, null);
            OutputItem added = new OutputItem(item, event.data());
            if (added.isPlainCall()
                    && (added.isUnnamed() || repair.holds(added.call().name()))) {
                open.put(index, new ArrayList<>());
                add(index, event);
            }
        } else if (type.startsWith(ARGUMENTS)) {
            add(index, event);
        } else if (type.equals("response.output_item.done") && item != null) {
            OutputItem done = new OutputItem(item, event.data());
            if (done.isPlainCall()) {
                open.computeIfAbsent(index, i -> new ArrayList<>());
                add(index, event);
                release(index, change(done).orElse(null));
            } else {
                release(index, null);
            }
        } else if (root.get("response") instanceof Json.Obj response && !isBeginning(type)) {
            settle();
            edit(response, event.data(), event.splice());
        } else if (type.equals("error")) {
            settle();
        }
        return true;
    }

    private static boolean isBeginning(String type) {
        return type.equals("response.created") || type.equals("response.queued") || type.equals("response.in_progress");
    }

    private void add(long index, HeldEvent event) {
        List<HeldEvent> held = open.get(index);
        if (held != null) {
            held.add(event);
            event.hold();
        }
    }

    /** The same for a call, wherever it stands. */
    private Optional<CallChange> change(OutputItem item) {
        Part.ToolCall call = item.call();
        return judged.computeIfAbsent(call, c -> CallChange.of(repair, c.name(), c.arguments()));
    }

    @Override
    public void settle() {
        List.copyOf(open.keySet()).forEach(index -> release(index, null));
    }

    private void release(long index, @Nullable CallChange change) {
        List<HeldEvent> held = open.remove(index);
        if (held == null) {
            return;
        }
        String whole = change == null ? null : change.arguments();
        boolean argued = false;
        for (HeldEvent event : held) {
            if (change != null) {
                Json item = event.root().get("item");
                if (item != null) {
                    // An item that begins has no arguments yet, and keeps that.
                    boolean none = isAdded(event) && "".equals(item.text("arguments"));
                    new CallChange(change.name(), none ? null : whole).make(item, "arguments", true, event.splice());
                } else if (event.root().get("delta") instanceof Json.Str said && whole != null) {
                    event.say(said, argued ? "" : whole);
                    argued = true;
                } else {
                    change.make(event.root(), "arguments", true, event.splice());
                }
            }
            event.release();
        }
    }

    private static boolean isAdded(HeldEvent event) {
        return ADDED.equals(event.root().text("type"));
    }

    @Override
    public void edit(Json.Obj root, byte[] source, Splice splice) {
        Json output = root.get("output");
        for (Json item : output == null ? List.<Json>of() : output.items()) {
            OutputItem read = new OutputItem(item, source);
            if (item instanceof Json.Obj && read.isPlainCall()) {
                change(read).ifPresent(change -> change.make(item, "arguments", true, splice));
            }
        }
    }
}
