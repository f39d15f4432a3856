package io.ambit.core.memory.episode;

import io.ambit.core.memory.episode.TestRun.Verdict;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolFailure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A call with what came of it.
 *
 * @param message index of the message that made it
 * @param at since the start of the session
 * @param tool the tool's own name
 * @param action what it does: "read_file", or the tool's name
 * @param target what to, on one line
 * @param read files
 * @param modified files
 * @param created files among them that were written whole
 * @param answered whether a result is known
 * @param failed whether the result says that it failed; of a test run, that a test did
 * @param tests how a run of tests went
 * @param output the whole result
 */
record ObservedCall(
        int message,
        Duration at,
        String tool,
        String action,
        String target,
        List<String> read,
        List<String> modified,
        List<String> created,
        boolean answered,
        boolean failed,
        Verdict tests,
        String output) {
    private static final int MAX_LINE = 160;
    private static final int MAX_EXIT_LINE = 60;
    private static final List<String> EXIT_1 =
            List.of("code 1", "code: 1", "status 1", "status: 1", "code 1]", "code: 1)");
    private static final int MAX_LINES = 2_000;
    private static final List<String> TELLING = List.of(
            "error",
            "exception",
            "failed",
            "failure",
            "fatal",
            "cannot",
            "can't",
            "not found",
            "denied",
            "no such",
            "undefined",
            "unexpected",
            "invalid",
            "panic",
            "timed out",
            "refused");

    private static final List<String> NAMING = List.of(
            "Error: ", "Exception: ", "[ERROR] ", "error: ", "FAILED ", "--- FAIL: ", "E   ", "panic: ", "fatal: ");

    private static final Set<String> LOOKS =
            Set.of(Verb.READ_FILE.label(), Verb.SEARCH.label(), Verb.LIST_FILES.label(), Verb.DIFF.label());

    static ObservedCall of(int message, Duration at, Part.ToolCall call, boolean answered, String output) {
        Arguments arguments = Arguments.read(call.arguments());
        Optional<Verb> named = Verb.ofTool(call.name());
        boolean shell = !arguments.command().isEmpty() && (named.isEmpty() || named.get() == Verb.RUN_COMMAND);
        ShellCommand command = ShellCommand.read(shell ? arguments.command() : "");
        boolean patch = !arguments.patch().isEmpty();
        Verb verb = patch ? Verb.EDIT_FILE : shell ? command.verb() : named.orElse(Verb.RUN_COMMAND);
        boolean known = patch || shell || named.isPresent();
        List<String> patched = PatchedFiles.of(arguments.patch());
        List<String> paths = patch ? patched : arguments.paths();
        boolean changes = known && verb.changesFiles();
        Verdict tests = verb == Verb.RUN_TEST && known && answered ? TestRun.verdict(output) : Verdict.UNKNOWN;
        boolean failed = answered
                && (tests == Verdict.FAILED || ToolFailure.isFailure(output))
                && !(verb == Verb.SEARCH && foundNothing(output));
        return new ObservedCall(
                message,
                at,
                call.name(),
                known ? verb.label() : call.name(),
                target(arguments, shell, patched),
                shell ? command.read() : known && verb == Verb.READ_FILE ? paths : List.of(),
                failed ? List.of() : shell && !patch ? command.modified() : changes ? paths : List.of(),
                failed || verb != Verb.WRITE_FILE ? List.of() : shell ? command.modified() : paths,
                answered,
                failed,
                tests,
                output);
    }

    /** All that agents show of a search that exits with 1, which is how it says that nothing matched. */
    private static boolean foundNothing(String output) {
        String said = output.strip().toLowerCase(Locale.ROOT);
        return said.length() <= MAX_EXIT_LINE
                && said.indexOf('\n') < 0
                && EXIT_1.stream().anyMatch(said::endsWith);
    }

    private static String target(Arguments arguments, boolean shell, List<String> patched) {
        String target = !patched.isEmpty()
                ? String.join(", ", patched)
                : shell
                        ? arguments.command()
                        : !arguments.query().isEmpty() && !arguments.paths().isEmpty()
                                ? arguments.query() + " in " + arguments.paths().get(0)
                                : !arguments.paths().isEmpty()
                                        ? String.join(", ", arguments.paths())
                                        : !arguments.query().isEmpty() ? arguments.query() : arguments.first();
        return Prose.line(target, MAX_LINE);
    }

    boolean isTestRun() {
        return action.equals(Verb.RUN_TEST.label());
    }

    boolean isCommit() {
        return action.equals(Verb.COMMIT.label());
    }

    boolean looksAtFiles() {
        return LOOKS.contains(action);
    }

    /** Whether {@code later} tries the same again: the same tool on the same target, or the tests once more. */
    boolean isTriedAgainBy(ObservedCall later) {
        return (isTestRun() && later.isTestRun())
                || (tool.equals(later.tool) && action.equals(later.action) && target.equals(later.target));
    }

    /** Whether {@code later} does the like in another way: the same kind of step, and of commands the same program. */
    boolean isDoneOtherwiseBy(ObservedCall later) {
        boolean program = !action.equals(Verb.RUN_COMMAND.label()) || program().equals(later.program());
        return program && !isTestRun() && tool.equals(later.tool) && action.equals(later.action);
    }

    private String program() {
        int blank = target.indexOf(' ');
        return blank < 0 ? target : target.substring(0, blank);
    }

    /** What came of it, in one line. */
    String result() {
        if (!answered) {
            return "";
        }
        String line = failed ? tellingLine() : firstLine();
        String prefix = failed ? "failed: " : tests == Verdict.PASSED ? "passed: " : "";
        return Prose.line(prefix + line, MAX_LINE);
    }

    /** The line of a failure that says most of it: one that names an error before one that counts them. */
    String tellingLine() {
        String best = "";
        for (String line : output.split("\n", MAX_LINES)) {
            String stripped = line.strip();
            if (NAMING.stream().anyMatch(stripped::contains)) {
                return Prose.line(stripped, MAX_LINE);
            }
            String lower = stripped.toLowerCase(Locale.ROOT);
            if (best.isEmpty()
                    && !lower.startsWith("traceback")
                    && TELLING.stream().anyMatch(lower::contains)) {
                best = stripped;
            }
        }
        return Prose.line(best.isEmpty() ? firstLine() : best, MAX_LINE);
    }

    private String firstLine() {
        for (String line : output.split("\n", MAX_LINES)) {
            if (!line.isBlank()) {
                return Prose.line(line, MAX_LINE);
            }
        }
        return "";
    }
}
