package io.ambit.server.conformance;

import io.ambit.mcp.feature.ServedPrompt;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A prompt of the suite. */
record FixturePrompt(McpSchema.Prompt definition, Function<Map<String, String>, List<Content>> answer)
        implements ServedPrompt {

    static List<ServedPrompt> all() {
        return List.of(
                of(
                        "test_simple_prompt",
                        given -> List.of(new TextContent(null, "This is a simple prompt for testing.", null))),
                of(
                        "test_prompt_with_arguments",
                        given -> List.of(new TextContent(
                                null,
                                "Prompt with arguments: arg1='" + given.get("arg1") + "', arg2='" + given.get("arg2")
                                        + "'",
                                null)),
                        "arg1",
                        "arg2"),
                of(
                        "test_prompt_with_embedded_resource",
                        given -> List.of(
                                new EmbeddedResource(
                                        null,
                                        new TextResourceContents(
                                                given.getOrDefault("resourceUri", ""),
                                                "text/plain",
                                                "Embedded resource content for testing.",
                                                null),
                                        null),
                                new TextContent(null, "Please process the embedded resource above.", null)),
                        "resourceUri"),
                of(
                        "test_prompt_with_image",
                        given -> List.of(
                                new ImageContent(null, FixtureTools.PNG, "image/png", null),
                                new TextContent(null, "Please analyze the image above.", null))));
    }

    private static ServedPrompt of(
            String name, Function<Map<String, String>, List<Content>> answer, String... arguments) {
        return new FixturePrompt(
                new McpSchema.Prompt(
                        name,
                        name,
                        "Fixture of the conformance suite",
                        Arrays.stream(arguments)
                                .map(each -> new PromptArgument(each, null, "Test argument", true))
                                .toList(),
                        null,
                        null),
                answer);
    }

    @Override
    public GetPromptResult get(Map<String, String> arguments, Call call) {
        return new GetPromptResult(
                definition.description(),
                answer.apply(arguments).stream()
                        .map(content -> new PromptMessage(Role.USER, content))
                        .toList(),
                null);
    }

    @Override
    public List<String> complete(String argument, String typed, Call call) {
        return Stream.of("paris", "park", "party")
                .filter(value -> value.startsWith(typed))
                .toList();
    }
}
