package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.When;
import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.AnswerJson;
import io.ambit.core.memory.recall.AnswerText;
import io.ambit.core.memory.recall.Hit;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.core.memory.task.Profile;
import io.ambit.core.record.RecordKind;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ambit memory search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Find what is remembered on a question, and say of each record why it is there.",
        footer = {
            "",
            "Examples:",
            "  ambit memory search \"why did we choose SQLite\"",
            "  ambit memory search \"login test fails\" --goal \"fix the login\" --limit 10 --json"
        })
final class SearchCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "In your own words.")
    private List<String> words = List.of();

    @Option(names = "--goal", paramLabel = "TEXT", description = "What you are at work on: it weighs kinds of memory.")
    private String goal = "";

    @Option(names = "--phase", paramLabel = "PHASE", description = "planning, implementation, debugging, review ...")
    private String phase = "";

    @Option(names = "--action", split = ",", paramLabel = "NAME", description = "What was done so far: read_file ...")
    private List<String> actions = List.of();

    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "Only these kinds.")
    private List<String> kinds = List.of();

    @Option(names = "--from", paramLabel = "TIME", description = "Nothing older.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Nothing from then on.")
    private @Nullable String to;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "As if asked then: 'last week' in the question is understood by it. [now]")
    private @Nullable String at;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. [5]")
    private int limit = Question.DEFAULT_LIMIT;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "At most so many tokens; what did not fit is named.")
    private int maxTokens;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "task-aware, semantic-heavy, episodic-heavy or balanced. [task-aware]")
    private String profile = Profile.TASK_AWARE.label();

    @Option(names = "--mmr", description = "Prefer records that do not repeat each other.")
    private boolean mmr;

    @Option(names = "--archived", description = "Search archived records too.")
    private boolean archived;

    @Option(names = "--raw", description = "Plain search: no task is guessed, no kind of memory weighs more.")
    private boolean raw;

    @Option(names = "--prompt", description = "Print what a model would be shown: quoted, with where it comes from.")
    private boolean prompt;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Answer answer = open.memory().ask(question());
            if (json.wanted()) {
                Map<String, Object> tree = AnswerJson.tree(answer);
                if (prompt) {
                    tree.put("prompt", AnswerText.of(answer, open.memory().tokens(), maxTokens));
                }
                JsonOption.print(terminal, tree);
            } else if (prompt) {
                terminal.out().print(AnswerText.of(answer, open.memory().tokens(), maxTokens));
                terminal.out().flush();
            } else {
                print(answer);
            }
        }
        return ExitCode.DONE;
    }

    private Question question() {
        Set<RecordKind> chosen = EnumSet.noneOf(RecordKind.class);
        kinds.forEach(kind -> chosen.add(RecordKind.ofLabel(kind)));
        return Question.in(space.space(), String.join(" ", words))
                .goal(goal)
                .phase(phase)
                .actions(actions)
                .kinds(chosen)
                .between(TimeText.instant("--from", from), TimeText.instant("--to", to))
                .at(TimeText.instant("--at", at))
                .zone(ZoneId.systemDefault())
                .limit(limit)
                .maxTokens(maxTokens)
                .profile(Profile.ofLabel(profile))
                .mmr(mmr)
                .archived(archived)
                .raw(raw)
                .build();
    }

    private void print(Answer answer) {
        answer.setAside().forEach(aside -> terminal.say("set aside: " + aside.id() + ": " + aside.reason()));
        answer.problems().forEach(terminal::say);
        if (answer.all().isEmpty()) {
            terminal.say("nothing in memory on this, in space " + space.space());
            return;
        }
        if (!answer.avoid().isEmpty()) {
            terminal.out().println("To avoid:");
            answer.avoid().forEach(this::print);
        }
        answer.hits().forEach(this::print);
        answer.leftOut()
                .forEach(left -> terminal.out().println("left out for the budget: " + left.id() + "  " + left.line()));
        if (!answer.queryId().isEmpty()) {
            terminal.say("query " + answer.queryId() + "; 'ambit memory report' takes how it went");
        }
        terminal.out().flush();
    }

    private void print(Hit hit) {
        String why = hit.parts().entrySet().stream()
                .filter(part -> Math.abs(part.getValue()) >= 0.005)
                .map(part -> part.getKey() + " " + String.format(Locale.ROOT, "%.2f", part.getValue()))
                .collect(Collectors.joining(", "));
        terminal.out().println(hit.record().id() + "  " + QuotedRecord.title(hit.record()));
        terminal.out()
                .println("    " + hit.record().kind().label() + ", "
                        + When.text(hit.record().time()) + "; " + String.format(Locale.ROOT, "%.2f", hit.score()) + ": "
                        + why);
    }
}
