package io.ambit.wire.translate.responses;

import io.ambit.core.text.Json;
import io.ambit.wire.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tools and the choice among them. */
final class ToolsToChat {
    private final byte[] source;
    private final ToolNames names;

    ToolsToChat(byte[] source, ToolNames names) {
        this.source = source;
        this.names = names;
    }

    /** The tools, each as JSON. */
    List<String> tools(@Nullable Json tools) {
        List<String> written = new ArrayList<>();
        if (tools != null) {
            tools.items().forEach(tool -> add(tool, "", written));
        }
        return written;
    }

    private void add(Json tool, String namespace, List<String> written) {
        String type = String.valueOf(tool.text("type"));
        switch (type) {
            case "function" -> written.add(function(tool, namespace));
            case "custom" -> written.add(custom(tool, namespace));
            case "namespace" -> {
                String name = tool.text("name");
                Json nested = tool.get("tools");
                if (name != null && nested != null && namespace.isEmpty()) {
                    nested.items().forEach(inner -> add(inner, name, written));
                }
            }
            default -> {
                if (!type.startsWith("web_search")) {
                    throw new UntranslatableException(
                            "a tool of type " + type + " cannot be carried over to chat completions");
                }
            }
        }
    }

    private String function(Json tool, String namespace) {
        Members function = new Members()
                .text("name", name(tool, namespace))
                .copy("description", tool.get("description"), source)
                .copy("parameters", tool.get("parameters"), source);
        if (tool.get("strict") instanceof Json.Bool strict && strict.value()) {
            function.json("strict", "true");
        }
        return new Members()
                .text("type", "function")
                .json("function", function.toString())
                .toString();
    }

    private String custom(Json tool, String namespace) {
        Members custom =
                new Members().text("name", name(tool, namespace)).copy("description", tool.get("description"), source);
        Json format = tool.get("format");
        if (format != null && "grammar".equals(format.text("type"))) {
            String grammar = new Members()
                    .copy("syntax", format.get("syntax"), source)
                    .copy("definition", format.get("definition"), source)
                    .toString();
            custom.json(
                    "format",
                    new Members()
                            .text("type", "grammar")
                            .json("grammar", grammar)
                            .toString());
        }
        return new Members()
                .text("type", "custom")
                .json("custom", custom.toString())
                .toString();
    }

    private String name(Json tool, String namespace) {
        String name = tool.text("name");
        return names.flat(namespace, name == null ? "" : name);
    }

    /** The choice as JSON, "" for none. */
    String choice(@Nullable Json choice) {
        if (choice == null || !Members.isSaid(choice)) {
            return "";
        }
        if (choice instanceof Json.Str) {
            return Members.spelled(choice, source);
        }
        String type = String.valueOf(choice.text("type"));
        if (!type.equals("function") && !type.equals("custom")) {
            throw new UntranslatableException(
                    "tool_choice of type " + type + " cannot be carried over to chat completions");
        }
        String namespace = choice.text("namespace");
        String named = new Members()
                .text("name", name(choice, namespace == null ? "" : namespace))
                .toString();
        return new Members().text("type", type).json(type, named).toString();
    }
}
