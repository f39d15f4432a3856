package io.ambit.wire.ollama;

import io.ambit.core.text.Json;
import io.ambit.wire.CallRepair;
import io.ambit.wire.Splice;
import io.ambit.wire.answer.CallChange;
import io.ambit.wire.answer.HeldCalls;
import io.ambit.wire.answer.HeldEvent;

/** The calls of an answer of Ollama's: each stands whole in a line. */
final class OllamaHeldCalls implements HeldCalls {
    private final CallRepair repair;

    OllamaHeldCalls(CallRepair repair) {
        this.repair = repair;
    }

    /** Ollama sends no events. */
    @Override
    public boolean take(HeldEvent event) {
        edit(event.root(), event.data(), event.splice());
        return true;
    }

    @Override
    public void settle() {}

    @Override
    public void edit(Json.Obj root, byte[] source, Splice splice) {
        if (!(root.get("message") instanceof Json.Obj message)) {
            return;
        }
        for (Json entry : OllamaRound.entries(message)) {
            Json function = entry.get("function");
            String name = function == null ? null : function.text("name");
            if (function != null && name != null) {
                String arguments = OllamaMessages.arguments(function.get("arguments"), source);
                CallChange.of(repair, name, arguments)
                        .ifPresent(change -> change.make(function, "arguments", false, splice));
            }
        }
    }
}
