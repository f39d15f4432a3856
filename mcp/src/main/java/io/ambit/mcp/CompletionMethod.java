package io.ambit.mcp;

import io.ambit.core.error.InvalidInputException;
import io.ambit.mcp.session.Call;
import io.ambit.mcp.session.Params;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import java.util.List;

/** {@code completion/complete}: values of a prompt's argument or of a variable in a resource's URI. */
final class CompletionMethod implements Method {
    private static final int MAX_VALUES = 100;

    private final PromptMethods prompts;
    private final ResourceMethods resources;

    CompletionMethod(PromptMethods prompts, ResourceMethods resources) {
        this.prompts = prompts;
        this.resources = resources;
    }

    @Override
    public Object answer(Call call, Params params) {
        Params reference = params.object("ref");
        Params argument = params.object("argument");
        String name = argument.text("name");
        String typed = argument.text("value");
        List<String> values = switch (reference.text("type")) {
            case "ref/prompt" -> prompts.prompt(reference.text("name")).complete(name, typed, call);
            case "ref/resource" -> resources.complete(reference.text("uri"), name, typed, call);
            default -> throw new InvalidInputException("ref.type: expected ref/prompt or ref/resource");
        };
        boolean more = values.size() > MAX_VALUES;
        return new CompleteResult(
                new CompleteCompletion(more ? values.subList(0, MAX_VALUES) : values, values.size(), more), null);
    }
}
