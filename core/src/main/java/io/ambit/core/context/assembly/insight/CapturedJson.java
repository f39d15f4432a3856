package io.ambit.core.context.assembly.insight;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.record.RecordJson;
import java.util.Map;

/** The JSON form of an insight that was captured, the same on command line, MCP and HTTP. */
public final class CapturedJson {
    private CapturedJson() {}

    public static Map<String, Object> tree(CapturedInsight captured) {
        Map<String, Object> tree = object("id", captured.record().id().value());
        tree.put("record", RecordJson.tree(captured.record()));
        tree.put("items", captured.items());
        tree.put("linked", captured.records().stream().map(Object::toString).toList());
        tree.put(
                "similar",
                captured.similar().stream()
                        .map(similar -> {
                            Map<String, Object> one = object("id", similar.id().value(), "title", similar.title());
                            one.put("similarity", similar.similarity());
                            one.put("duplicate", similar.duplicate());
                            return one;
                        })
                        .toList());
        tree.put("redacted", captured.redacted());
        return tree;
    }
}
