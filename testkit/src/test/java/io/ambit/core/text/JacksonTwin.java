package io.ambit.core.text;

import java.math.BigDecimal;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What Jackson makes of the same bytes. */
final class JacksonTwin {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private JacksonTwin() {}

    static JsonNode read(byte[] json) {
        return MAPPER.readTree(json);
    }

    /** Our value as Jackson would have it. */
    static JsonNode of(Json value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value) {
            case Json.Obj object -> {
                ObjectNode node = make.objectNode();
                object.members().forEach(member -> node.set(member.name().value(), of(member.value())));
                yield node;
            }
            case Json.Arr array -> {
                ArrayNode node = make.arrayNode();
                array.items().forEach(item -> node.add(of(item)));
                yield node;
            }
            case Json.Str string -> make.stringNode(string.value());
            case Json.Num number -> {
                BigDecimal decimal = new BigDecimal(number.spelling());
                boolean whole = number.spelling().chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
                yield whole ? make.numberNode(decimal.toBigIntegerExact()) : make.numberNode(decimal);
            }
            case Json.Bool bool -> make.booleanNode(bool.value());
            case Json.Null ignored -> make.nullNode();
        };
    }
}
