package io.ambit.core.context.assembly;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.context.assembly.AssembledContext.LeftOut;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JSON form of a context, the same on command line, MCP and HTTP. */
public final class AssembledJson {
    private AssembledJson() {}

    /** All of it; its text stands in {@code text} once, its pieces bear names and sizes only. */
    public static Map<String, Object> tree(AssembledContext context) {
        Map<String, Object> tree = object("text", context.text());
        tree.put("tokens", context.tokens());
        tree.put("maxTokens", context.maxTokens());
        tree.put("pieces", context.pieces().stream().map(AssembledJson::piece).toList());
        tree.put(
                "leftOut",
                context.leftOut().stream().map(AssembledJson::leftOut).toList());
        tree.put("warnings", List.copyOf(context.warnings()));
        return tree;
    }

    private static Map<String, Object> piece(Piece piece) {
        Map<String, Object> tree = object("id", piece.id(), "role", piece.role(), "title", piece.title());
        tree.put("form", piece.form().name().toLowerCase(Locale.ROOT));
        tree.put("tokens", piece.tokens());
        return tree;
    }

    private static Map<String, Object> leftOut(LeftOut left) {
        Map<String, Object> tree = object("id", left.id(), "role", left.role(), "title", left.title());
        tree.put("tokens", left.tokens());
        tree.put("how", left.how());
        return tree;
    }
}
