package io.ambit.core.tooluse.check;

import io.ambit.core.tool.Invocation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found of a call, as every surface answers it. */
public final class CheckedJson {
    private CheckedJson() {}

    /** {@code verdict}, {@code tool}, {@code findings}, and where a call is proposed {@code corrected} and what led there. */
    public static Map<String, Object> tree(Checked checked) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("verdict", checked.verdict());
        tree.put("tool", checked.call().tool());
        tree.put("findings", checked.findings().stream().map(CheckedJson::tree).toList());
        if (checked.proposed().isPresent()) {
            tree.put("corrected", call(checked.proposed().get()));
            tree.put("certainty", checked.certainty().label());
            tree.put(
                    "corrections",
                    checked.corrections().stream().map(CheckedJson::tree).toList());
        }
        return tree;
    }

    private static Map<String, Object> tree(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("class", finding.fault().label());
        tree.put("path", finding.path());
        tree.put("reason", finding.reason());
        tree.put("wrong", finding.fault().breaksCall());
        finding.correction().ifPresent(correction -> tree.put("correction", tree(correction)));
        return tree;
    }

    private static Map<String, Object> tree(Correction correction) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", correction.kind().label());
        tree.put("path", correction.path());
        put("from", correction.from(), tree);
        put("to", correction.to(), tree);
        tree.put("certainty", correction.certainty().label());
        return tree;
    }

    @SuppressWarnings("NullAway") // a value that is null is told as one
    private static void put(String name, @Nullable Object value, Map<String, Object> into) {
        into.put(name, value);
    }

    private static Map<String, Object> call(Invocation call) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", call.tool());
        tree.put("arguments", call.arguments());
        return tree;
    }
}
