package io.ambit.gateway;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.Reply;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an answer by a fact, whatever one thinks of it: a call of a tool that is not there, or whose arguments
 * are no JSON or lack what the tool requires; text where JSON was asked for. Tools are read as all formats write them.
 */
final class BrokenAnswer {
    private BrokenAnswer() {}

    /** In a few words, "" where nothing is wrong; of the model's texts nothing but the name of a tool. */
    static String of(WireRequest request, Reply reply) {
        Message message = reply.message();
        if (message == null) {
            return "";
        }
        Json root;
        try {
            root = Json.parse(request.body());
        } catch (JsonSyntaxException e) {
            return "";
        }
        List<Json> tools = tools(root);
        StringBuilder text = new StringBuilder();
        boolean calls = false;
        for (Part part : message.parts()) {
            if (part instanceof Part.ToolCall call) {
                calls = true;
                String fault = fault(call, tools);
                if (!fault.isEmpty()) {
                    return fault;
                }
            } else if (part instanceof Part.Text said) {
                text.append(said.text());
            }
        }
        return calls || !reply.complete() ? "" : notInForm(root, text.toString());
    }

    private static String fault(Part.ToolCall call, List<Json> tools) {
        Json arguments = parse(call.arguments().isBlank() ? "{}" : call.arguments());
        if (!(arguments instanceof Json.Obj)) {
            return "the arguments of a tool call are no JSON object";
        }
        Optional<Json> tool = tools.stream()
                .filter(one -> call.name().equals(one.text("name")))
                .findFirst();
        if (tool.isEmpty()) {
            return tools.isEmpty() ? "" : "a tool was called that is not there";
        }
        Json schema = tool.get().get("parameters");
        return lacks(schema == null ? tool.get().get("input_schema") : schema, arguments)
                ? "a tool call lacks a required argument"
                : "";
    }

    private static List<Json> tools(Json root) {
        List<Json> tools = new ArrayList<>();
        Json list = root.get("tools");
        for (Json tool : list == null ? List.<Json>of() : list.items()) {
            Json function = tool.get("function");
            tools.add(function == null ? tool : function);
            Json nested = tool.get("tools");
            if (nested != null) {
                tools.addAll(nested.items());
            }
        }
        return tools;
    }

    /** Whether JSON was asked for, and this is none or lacks what was required. */
    private static String notInForm(Json root, String text) {
        Json form = root.get("response_format");
        Json output = root.get("text");
        form = form == null && output != null ? output.get("format") : form;
        Json plain = root.get("format");
        boolean wanted;
        Json schema = null;
        if (form != null) {
            String type = form.text("type");
            wanted = "json_object".equals(type) || "json_schema".equals(type);
            Json named = form.get("json_schema");
            schema = named == null ? form.get("schema") : named.get("schema");
        } else {
            wanted = plain instanceof Json.Obj || (plain != null && "json".equals(plain.asText()));
            schema = plain;
        }
        if (!wanted) {
            return "";
        }
        Json value = parse(text);
        if (value == null) {
            return "the answer is no JSON, which was asked for";
        }
        return lacks(schema, value) ? "the answer lacks what its schema requires" : "";
    }

    private static boolean lacks(@Nullable Json schema, Json value) {
        Json required = schema == null ? null : schema.get("required");
        if (required == null || !(value instanceof Json.Obj)) {
            return false;
        }
        return required.items().stream().map(Json::asText).anyMatch(name -> name != null && value.get(name) == null);
    }

    private static @Nullable Json parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
