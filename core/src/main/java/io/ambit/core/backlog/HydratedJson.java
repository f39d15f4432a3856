package io.ambit.core.backlog;

import static io.ambit.core.text.JsonTree.object;

import java.util.Map;

/** The JSON form of items with what stands around them. */
public final class HydratedJson {
    private HydratedJson() {}

    public static Map<String, Object> tree(Hydrated hydrated) {
        return object(
                "tokens",
                hydrated.tokens(),
                "max_tokens",
                hydrated.maxTokens(),
                "pieces",
                hydrated.pieces().stream().map(HydratedJson::piece).toList(),
                "left_out",
                hydrated.leftOut().stream().map(HydratedJson::leftOut).toList(),
                "unknown",
                hydrated.unknown());
    }

    private static Map<String, Object> piece(Hydrated.Piece piece) {
        Map<String, Object> tree =
                object("id", piece.id(), "role", piece.role().label(), "of", piece.of(), "title", piece.title());
        if (piece.item() != null) {
            tree.putAll(ItemJson.tree(piece.item()));
        }
        tree.put("text", piece.text());
        tree.put("cut", piece.cut());
        tree.put("tokens", piece.tokens());
        return tree;
    }

    private static Map<String, Object> leftOut(Hydrated.LeftOut left) {
        return object("id", left.id(), "of", left.of(), "title", left.title(), "reason", left.reason());
    }
}
