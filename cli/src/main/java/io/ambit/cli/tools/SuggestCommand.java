package io.ambit.cli.tools;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tooluse.suggest.SuggestRequest;
import io.ambit.core.tooluse.suggest.Suggestion;
import io.ambit.core.tooluse.suggest.SuggestionJson;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit tools suggest}. */
@Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description =
                "Say which tool serves a request, with which arguments, and why: by the definitions of tools and by "
                        + "which tools served requests before.",
        footer = {
            "",
            "Examples:",
            "  ambit tools suggest \"find parking near the station\"",
            "  ambit tools suggest \"read notes.txt\" --tools tools.json --k 3 --json"
        })
final class SuggestCommand implements Callable<Integer> {
    /** What takes longer than this is left to words. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int LONGEST_LINE = 200;

    @Parameters(paramLabel = "REQUEST", description = "What is to be done.")
    private String request = "";

    @Option(names = "--context", paramLabel = "TEXT", description = "What the request stands in; counts less.")
    private String context = "";

    @Option(names = "--k", paramLabel = "N", description = "Most tools to name. [5]")
    private int k = SuggestRequest.USUAL_K;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Choose among these tools only.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--server", paramLabel = "NAME", description = "Choose among the tools of this server only.")
    private String server = "";

    @Mixin
    private ToolSourceOption source = new ToolSourceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SuggestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SuggestRequest asked = new SuggestRequest(request, context, k, only, server);
        try (OpenTools open = OpenTools.of(terminal, source)) {
            if (!open.use().prepareSuggestions(PATIENCE)) {
                terminal.say("meanings are not all known yet: the next suggestion may know more");
            }
            List<Suggestion> found = open.use().suggest(asked);
            if (json.wanted()) {
                JsonOption.print(terminal, SuggestionJson.tree(found));
            } else {
                found.forEach(this::print);
                if (found.isEmpty()) {
                    terminal.say("no tool of that name or server is known");
                }
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private void print(Suggestion one) {
        PrintWriter out = terminal.out();
        out.printf(
                Locale.ROOT,
                "%s%s  %.0f %%  %s%n",
                line(one.tool()),
                one.server().isEmpty() ? "" : " (" + line(one.server()) + ")",
                100 * one.confidence(),
                line(String.join("; ", one.why())));
        if (!one.parameters().isEmpty()) {
            out.println("  arguments: " + line(JsonTree.write(one.parameters())));
        }
        if (!one.missing().isEmpty()) {
            out.println("  to be given: " + line(String.join(", ", one.missing())));
        }
        one.examples()
                .forEach(example -> out.println(
                        "  worked: " + line(JsonTree.write(example.arguments())) + " for: " + line(example.request())));
    }

    private static String line(String text) {
        return SafeText.line(text, LONGEST_LINE);
    }
}
