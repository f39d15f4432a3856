package io.ambit.server.conformance;

import io.ambit.core.error.AmbitException;
import io.ambit.mcp.feature.ServedTool;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.SamplingMessage;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The tools of the suite. */
final class FixtureTools {
    static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
    private static final String WAV = "UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAAB9AAACABAAZGF0YQIAAAA=";
    private static final String STRING = "string";
    private static final String TYPE = "type";
    private static final String OBJECT = "object";
    private static final String PROPERTIES = "properties";

    private FixtureTools() {}

    static List<ServedTool> all() {
        return List.of(
                FixtureTool.fixed(
                        "test_simple_text", new TextContent(null, "This is a simple text response for testing.", null)),
                FixtureTool.fixed("test_image_content", new ImageContent(null, PNG, "image/png", null)),
                FixtureTool.fixed("test_audio_content", new AudioContent(null, WAV, "audio/wav", null)),
                FixtureTool.fixed(
                        "test_embedded_resource",
                        embedded("test://embedded-resource", "text/plain", "This is an embedded resource content.")),
                FixtureTool.fixed(
                        "test_multiple_content_types",
                        new TextContent(null, "Multiple content types test:", null),
                        new ImageContent(null, PNG, "image/png", null),
                        embedded(
                                "test://mixed-content-resource",
                                "application/json",
                                "{\"test\":\"data\",\"value\":123}")),
                FixtureTool.of("test_tool_with_logging", (arguments, call) -> logged(call)),
                FixtureTool.of("test_tool_with_progress", (arguments, call) -> progressed(call)),
                FixtureTool.of("test_error_handling", (arguments, call) -> {
                    throw new AmbitException("This tool intentionally returns an error for testing");
                }),
                FixtureTool.of("test_sampling", words("prompt"), FixtureTools::sampled),
                FixtureTool.of("test_elicitation", words("message"), FixtureTools::elicited),
                FixtureTool.of(
                        "test_elicitation_sep1034_defaults",
                        (arguments, call) ->
                                asked(call, "Please confirm the values", defaults(), "Elicitation completed: ")),
                FixtureTool.of(
                        "test_elicitation_sep1330_enums",
                        (arguments, call) -> asked(call, "Please choose", choices(), "Elicitation completed: ")),
                FixtureTool.of(
                        "json_schema_2020_12_tool", schema2020(), (arguments, call) -> FixtureTool.text("fine")));
    }

    private static EmbeddedResource embedded(String uri, String mimeType, String text) {
        return new EmbeddedResource(null, new TextResourceContents(uri, mimeType, text, null), null);
    }

    /** The suite asks for time between the notices. */
    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    private static CallToolResult logged(Call call) {
        call.log(LoggingLevel.INFO, "Tool execution started");
        pause();
        call.log(LoggingLevel.INFO, "Tool processing data");
        pause();
        call.log(LoggingLevel.INFO, "Tool execution completed");
        return FixtureTool.text("Logged three times.");
    }

    private static CallToolResult progressed(Call call) {
        call.progress(0, 100, "begun");
        pause();
        call.progress(50, 100, "half");
        pause();
        call.progress(100, 100, "done");
        return FixtureTool.text("Progressed three times.");
    }

    private static CallToolResult sampled(Map<String, Object> arguments, Call call) {
        if (call.caller().capabilities().sampling() == null) {
            throw new AmbitException("the client offers no sampling");
        }
        TextContent prompt = new TextContent(null, String.valueOf(arguments.get("prompt")), null);
        CreateMessageResult result = call.exchange()
                .createMessage(CreateMessageRequest.builder(List.of(new SamplingMessage(Role.USER, prompt)), 100)
                        .build())
                .block();
        String said = Objects.requireNonNull(result, "an answer").content() instanceof TextContent text
                ? text.text()
                : "no text";
        return FixtureTool.text("LLM response: " + said);
    }

    private static CallToolResult elicited(Map<String, Object> arguments, Call call) {
        Map<String, Object> schema = Map.of(
                TYPE,
                OBJECT,
                PROPERTIES,
                Map.of(
                        "username", Map.of(TYPE, STRING, "description", "User's response"),
                        "email", Map.of(TYPE, STRING, "description", "User's email address")),
                "required",
                List.of("username", "email"));
        return asked(call, String.valueOf(arguments.get("message")), schema, "User response: ");
    }

    private static CallToolResult asked(Call call, String message, Map<String, Object> schema, String start) {
        if (!call.canAsk()) {
            throw new AmbitException("the client cannot ask a person");
        }
        return FixtureTool.text(start
                + call.ask(message, schema)
                        .map(content -> "action=accept, content=" + content)
                        .orElse("action=decline, content={}"));
    }

    private static Map<String, Object> words(String name) {
        return Map.of(TYPE, OBJECT, PROPERTIES, Map.of(name, Map.of(TYPE, STRING)), "required", List.of(name));
    }

    private static Map<String, Object> defaults() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", Map.of(TYPE, STRING, "default", "John Doe"));
        properties.put("age", Map.of(TYPE, "integer", "default", 30));
        properties.put("score", Map.of(TYPE, "number", "default", 95.5));
        properties.put(
                "status", Map.of(TYPE, STRING, "enum", List.of("active", "inactive", "pending"), "default", "active"));
        properties.put("verified", Map.of(TYPE, "boolean", "default", true));
        return Map.of(TYPE, OBJECT, PROPERTIES, properties, "required", List.of());
    }

    private static Map<String, Object> choices() {
        List<String> plain = List.of("option1", "option2", "option3");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("untitledSingle", Map.of(TYPE, STRING, "enum", plain));
        properties.put("titledSingle", Map.of(TYPE, STRING, "oneOf", titled("Option")));
        properties.put(
                "legacyEnum",
                Map.of(
                        TYPE,
                        STRING,
                        "enum",
                        List.of("opt1", "opt2", "opt3"),
                        "enumNames",
                        List.of("Option One", "Option Two", "Option Three")));
        properties.put("untitledMulti", Map.of(TYPE, "array", "items", Map.of(TYPE, STRING, "enum", plain)));
        properties.put("titledMulti", Map.of(TYPE, "array", "items", Map.of("anyOf", titled("Choice"))));
        return Map.of(TYPE, OBJECT, PROPERTIES, properties, "required", List.of());
    }

    private static List<Map<String, Object>> titled(String word) {
        return List.of(
                Map.of("const", "value1", "title", "First " + word),
                Map.of("const", "value2", "title", "Second " + word),
                Map.of("const", "value3", "title", "Third " + word));
    }

    private static Map<String, Object> schema2020() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put(TYPE, OBJECT);
        schema.put(
                "$defs",
                Map.of(
                        "address",
                        Map.of(
                                TYPE,
                                OBJECT,
                                PROPERTIES,
                                Map.of("street", Map.of(TYPE, STRING), "city", Map.of(TYPE, STRING)))));
        schema.put(PROPERTIES, Map.of("name", Map.of(TYPE, STRING), "address", Map.of("$ref", "#/$defs/address")));
        schema.put("additionalProperties", false);
        return schema;
    }
}
