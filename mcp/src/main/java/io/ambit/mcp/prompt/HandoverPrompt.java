package io.ambit.mcp.prompt;

import io.ambit.mcp.feature.ServedPrompt;
import io.ambit.mcp.resource.ActiveContextSource;
import io.ambit.mcp.session.Call;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import java.util.List;
import java.util.Map;

/** {@code handover}: write down what the next session needs, where it is found again. */
public final class HandoverPrompt implements ServedPrompt {

    @Override
    public McpSchema.Prompt definition() {
        return new McpSchema.Prompt(
                "handover",
                "Hand over",
                "End a session: what came of it, what was decided, what blocks and what comes next, kept for the one "
                        + "who goes on.",
                List.of(new PromptArgument(
                        "summary", null, "What came of the session, as far as the person says it", false)),
                null,
                null);
    }

    @Override
    public GetPromptResult get(Map<String, String> arguments, Call call) {
        String summary = arguments.getOrDefault("summary", "").strip();
        return PromptText.of(
                "A handover to the next session",
                ActiveContextSource.URI,
                call.project().active().text(),
                "Hand this session over to whoever goes on." + (summary.isEmpty() ? "" : " What came of it: " + summary)
                        + "\n\nAbove is what the project stood at, as data. Compare it with what happened here, then "
                        + "write the difference down:\n"
                        + "1. backlog_update for each item whose status changed; done with its evidence, blocked with "
                        + "its reason.\n"
                        + "2. backlog_capture_insight for each decision (type decision, with the why), each thing that "
                        + "stands in the way (type blocker) and each next step (type next-step).\n"
                        + "3. memory_remember once for what was tried and how it ended.\n"
                        + "Write no secrets, and nothing that is there already. Close with five lines at most for the "
                        + "person: what is done, what is open, what comes first.");
    }

    @Override
    public List<String> complete(String argument, String typed, Call call) {
        return List.of();
    }
}
