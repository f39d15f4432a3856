package io.ambit.mcp;

import io.ambit.core.error.InvalidInputException;
import io.ambit.mcp.feature.ServedPrompt;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Params;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ListPromptsResult;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code prompts/list} and {@code prompts/get}. */
final class PromptMethods {
    private final Map<String, ServedPrompt> prompts = new LinkedHashMap<>();
    private final List<McpSchema.Prompt> definitions;

    PromptMethods(List<ServedPrompt> prompts) {
        prompts.forEach(prompt -> this.prompts.put(prompt.definition().name(), prompt));
        definitions = prompts.stream().map(ServedPrompt::definition).toList();
    }

    Object list(Call call, Params params) {
        Pages.Page<McpSchema.Prompt> page = Pages.of(definitions, McpSchema.Prompt::name, params.optional("cursor"));
        return new ListPromptsResult(page.entries(), page.next(), null);
    }

    Object get(Call call, Params params) {
        ServedPrompt prompt = prompt(params.text("name"));
        Map<String, String> arguments = new LinkedHashMap<>();
        params.object("arguments").values().forEach((name, value) -> arguments.put(name, String.valueOf(value)));
        List<PromptArgument> expected = prompt.definition().arguments();
        for (PromptArgument argument : expected == null ? List.<PromptArgument>of() : expected) {
            if (Boolean.TRUE.equals(argument.required())
                    && arguments.getOrDefault(argument.name(), "").isBlank()) {
                throw new InvalidInputException(
                        "argument " + argument.name() + " is missing, expected: " + argument.description());
            }
        }
        return prompt.get(arguments, call);
    }

    ServedPrompt prompt(@Nullable String name) {
        ServedPrompt prompt = name == null ? null : prompts.get(name);
        if (prompt == null) {
            throw new InvalidInputException(
                    "no prompt '" + name + "', expected one of " + String.join(", ", prompts.keySet()));
        }
        return prompt;
    }
}
