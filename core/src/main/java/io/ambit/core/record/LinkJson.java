package io.ambit.core.record;

import static io.ambit.core.text.JsonTree.object;

import java.util.Map;

/** The JSON form of a link. */
public final class LinkJson {
    private LinkJson() {}

    public static Map<String, Object> tree(Link link) {
        return object(
                "from", link.from().value(),
                "type", link.type().label(),
                "to", link.to().value(),
                "author", link.author(),
                "createdAt", link.createdAt().toString());
    }
}
