package io.ambit.bench.context;

import io.ambit.bench.context.ContextCase.Mode;
import io.ambit.core.text.JsonTree;
import java.util.Locale;
import java.util.Map;

/**
 * What came out for one mode at one budget; shares in percent, means over the cases.
 *
 * @param shown needed documents that are in the context, whole or shortened
 * @param whole those of them that are whole
 * @param named needed documents that the context names only, or counts among what it left out
 * @param searched needed documents in a context of the same size that search filled
 * @param tokens mean size
 * @param over contexts over the budget
 * @param withoutFocus contexts without the item that they are for
 */
public record ContextFigures(
        Mode mode,
        int budget,
        int cases,
        double shown,
        double whole,
        double named,
        double searched,
        double tokens,
        int over,
        int withoutFocus) {

    public Map<String, Object> json() {
        return JsonTree.object(
                "mode", mode.name().toLowerCase(Locale.ROOT),
                "budget", budget,
                "cases", cases,
                "shown", shown,
                "whole", whole,
                "named", named,
                "searched", searched,
                "tokens", tokens,
                "over", over,
                "withoutFocus", withoutFocus);
    }
}
