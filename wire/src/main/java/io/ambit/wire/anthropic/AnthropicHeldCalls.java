package io.ambit.wire.anthropic;

import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.wire.CallRepair;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.AnswerRound;
import io.ambit.wire.answer.CallChange;
import io.ambit.wire.answer.HeldCalls;
import io.ambit.wire.answer.HeldEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls of an answer of Anthropic's: a block each, whose end is told. */
final class AnthropicHeldCalls implements HeldCalls {
    private final CallRepair repair;
    private final Map<Long, HeldBlock> open = new HashMap<>();

    /** A call on its way. */
    private record HeldBlock(AnthropicBlock block, List<HeldEvent> events) {}

    AnthropicHeldCalls(CallRepair repair) {
        this.repair = repair;
    }

    @Override
    public boolean take(HeldEvent event) {
        Json.Obj root = event.root();
        long index = AnthropicRound.index(root);
        switch (AnthropicRound.type(root)) {
            case "content_block_start" -> {
                settle(index);
                if (root.get("content_block") instanceof Json.Obj object) {
                    AnthropicBlock block = new AnthropicBlock(object, event.data());
                    if (block.isCall() && repair.holds(block.call().name())) {
                        open.put(index, new HeldBlock(block, new ArrayList<>()));
                        add(index, event);
                    }
                }
            }
            case "content_block_delta" -> {
                Json delta = root.get("delta");
                HeldBlock held = open.get(index);
                if (held != null && delta != null) {
                    held.block().add(delta, AnswerRound.MAX_READ);
                    add(index, event);
                }
            }
            case "content_block_stop" -> settle(index);
            case "ping" -> {
                return false;
            }
            default -> settle();
        }
        return true;
    }

    private void add(long index, HeldEvent event) {
        HeldBlock held = open.get(index);
        if (held != null) {
            held.events().add(event);
            event.hold();
        }
    }

    @Override
    public void settle() {
        List.copyOf(open.keySet()).forEach(this::settle);
    }

    private void settle(long index) {
        HeldBlock held = open.remove(index);
        if (held != null) {
            Part.ToolCall call = held.block().call();
            CallChange.of(repair, call.name(), call.arguments()).ifPresent(change -> change(held.events(), change));
            held.events().forEach(HeldEvent::release);
        }
    }

    private static void change(List<HeldEvent> events, CallChange change) {
        String arguments = change.arguments();
        boolean argued = arguments == null;
        for (HeldEvent event : events) {
            Json delta = event.root().get("delta");
            if (arguments != null && delta != null && delta.get("partial_json") instanceof Json.Str said) {
                event.say(said, argued ? "" : arguments);
                argued = true;
            }
        }
        HeldEvent first = events.get(0);
        Json block = first.root().get("content_block");
        if (block != null) {
            new CallChange(change.name(), argued ? null : change.arguments())
                    .make(block, "input", false, first.splice());
        }
    }

    @Override
    public void edit(Json.Obj root, byte[] source, Splice splice) {
        Json content = root.get("content");
        for (Json item : content == null ? List.<Json>of() : content.items()) {
            if (item instanceof Json.Obj object) {
                AnthropicBlock block = new AnthropicBlock(object, source);
                if (block.isCall()) {
                    CallChange.of(repair, block.call().name(), block.call().arguments())
                            .ifPresent(change -> change.make(object, "input", false, splice));
                }
            }
        }
    }
}
