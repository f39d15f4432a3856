package io.ambit.bench.calls;

import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.testkit.Seed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Tools, right calls of them, and calls that are wrong in one way, nested ones too, with the call that was meant. */
final class GeneratedCalls {
    private static final List<String> ACTIONS =
            List.of("find", "create", "archive", "translate", "schedule", "measure");
    private static final List<String> THINGS =
            List.of("invoice", "vehicle", "recipe", "playlist", "shipment", "telescope", "glacier");
    private static final List<String> NAMES = List.of(
            "destination",
            "passengers",
            "currency",
            "threshold",
            "altitude",
            "language",
            "reference_number",
            "maximumDistance",
            "vegetarian",
            "temperature",
            "colour-scheme",
            "postal.code");
    private static final List<String> CHOICES = List.of("express", "standard", "overnight", "freight_only", "Courier");

    private final SplittableRandom random;

    GeneratedCalls(Seed seed) {
        this.random = seed.random();
    }

    /** One right call. */
    CalledTool right() {
        List<ToolDefinition> tools = new ArrayList<>();
        int shift = random.nextInt(THINGS.size());
        for (int i = 0; i < 3; i++) {
            String action = ACTIONS.get((shift + 2 * i) % ACTIONS.size());
            tools.add(new ToolDefinition(action + "_" + THINGS.get((shift + i) % THINGS.size()), "", "", object(2)));
        }
        ToolDefinition tool = Seed.pick(random, tools);
        return new CalledTool(
                "", tools, new Invocation(tool.name(), value(tool.inputSchema())), Optional.empty(), Optional.empty());
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        int start = random.nextInt(NAMES.size());
        for (int i = 0; i < 4; i++) {
            String name = NAMES.get((start + i) % NAMES.size());
            properties.put(name, property(depth - 1, i));
            if (i < 2) {
                required.add(name);
            }
        }
        return JsonTree.object("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> property(int depth, int i) {
        return switch ((i + random.nextInt(2)) % 7) {
            case 0 -> JsonTree.object("type", "string");
            case 1 -> JsonTree.object("type", "integer");
            case 2 -> JsonTree.object("type", "string", "enum", CHOICES);
            case 3 ->
                depth > 0
                        ? object(depth)
                        : JsonTree.object("type", "array", "items", JsonTree.object("type", "integer"));
            default ->
                depth > 0
                        ? JsonTree.object("type", "array", "items", object(depth))
                        : JsonTree.object("type", "boolean");
        };
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> value(Map<String, Object> schema) {
        Map<String, Object> value = new LinkedHashMap<>();
        ((Map<String, Map<String, Object>>) schema.get("properties"))
                .forEach((name, property) -> value.put(name, one(property)));
        return value;
    }

    @SuppressWarnings("unchecked")
    private Object one(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> choices) {
            return choices.get(random.nextInt(choices.size()));
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "string" -> "text " + random.nextInt(1_000);
            case "integer" -> (long) random.nextInt(1_000);
            case "boolean" -> random.nextBoolean();
            case "array" ->
                new ArrayList<>(List.of(one((Map<String, Object>) schema.get("items")), one((Map<String, Object>)
                        schema.get("items"))));
            default -> value(schema);
        };
    }

    /** The same name in another spelling, one that can mean no other. */
    String spelled(String name) {
        return switch (random.nextInt(5)) {
            case 0 -> name.toUpperCase(Locale.ROOT);
            case 1 -> name.replace('_', '-');
            case 2 -> camel(name);
            case 3 -> doubled(name);
            default -> swapped(name);
        };
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean afterSign = i > 0 && !Character.isLetterOrDigit(name.charAt(i - 1));
            if (Character.isLetterOrDigit(name.charAt(i))) {
                camel.append(afterSign ? Character.toUpperCase(name.charAt(i)) : name.charAt(i));
            }
        }
        return camel.toString();
    }

    private String doubled(String name) {
        int at = random.nextInt(name.length());
        return name.substring(0, at) + name.charAt(at) + name.substring(at);
    }

    private String swapped(String name) {
        int at = random.nextInt(name.length() - 1);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }
}
