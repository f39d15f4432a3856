package io.ambit.wire.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees of maps and lists as the library's. */
final class Trees {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Trees() {}

    /**
     * A tree as the library's.
     *
     * @throws IllegalArgumentException where it holds what JSON does not know
     */
    static JsonNode of(@Nullable Object tree) {
        return switch (tree) {
            case null -> NODES.nullNode();
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Long number -> NODES.numberNode(number);
            case Integer number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Number number -> NODES.numberNode(new BigDecimal(number.toString()));
            case Map<?, ?> members -> {
                ObjectNode object = NODES.objectNode();
                members.forEach((name, member) -> object.set(String.valueOf(name), of(member)));
                yield object;
            }
            case Iterable<?> items -> {
                ArrayNode array = NODES.arrayNode();
                items.forEach(item -> array.add(of(item)));
                yield array;
            }
            default -> throw new IllegalArgumentException("no JSON for a " + tree.getClass());
        };
    }
}
