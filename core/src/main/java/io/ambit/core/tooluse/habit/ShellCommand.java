package io.ambit.core.tooluse.habit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a shell command only reads. It does where every program in it is known to, and nothing is redirected. */
final class ShellCommand {
    private static final Set<String> READERS = Set.of(
            "ls",
            "cat",
            "head",
            "grep",
            "egrep",
            "fgrep",
            "rg",
            "wc",
            "pwd",
            "stat",
            "file",
            "which",
            "du",
            "diff",
            "cmp",
            "cut",
            "nl",
            "tac",
            "basename",
            "dirname",
            "realpath",
            "readlink",
            "cd",
            "column",
            "md5sum",
            "sha256sum",
            "jq",
            "true",
            "echo",
            "printf",
            "whoami",
            "uname");
    private static final Set<String> GIT_READS =
            Set.of("status", "log", "diff", "show", "ls-files", "blame", "rev-parse", "grep", "ls-tree", "shortlog");
    /** Of find: what acts on the files found. */
    private static final Set<String> FIND_ACTS = Set.of("-delete", "-exec", "-execdir", "-ok", "-okdir", "-fls");

    private static final int MAX_LENGTH = 4_000;

    private ShellCommand() {}

    /** The command that the arguments of a shell's tool hold; null where these are of no shell. */
    static @Nullable String in(ToolName tool, Map<String, Object> arguments) {
        if (!tool.has(Set.of("bash", "shell", "sh", "terminal", "command", "exec", "console", "cmd", "zsh"))) {
            return null;
        }
        for (String name : List.of("command", "cmd", "script")) {
            if (arguments.get(name) instanceof String command) {
                return command;
            }
        }
        return null;
    }

    /** Whether nothing in the command can change anything; in doubt it can. */
    static boolean isRead(String command) {
        String text = command.strip()
                .replace("2>&1", "")
                .replace("2>/dev/null", "")
                .replace("2> /dev/null", "")
                .replace("&&", ";")
                .replace("||", ";");
        if (text.isEmpty() || text.length() > MAX_LENGTH || text.contains("$(") || text.contains("<(")) {
            return false;
        }
        List<List<String>> programs = new ArrayList<>();
        if (!split(text, programs)) {
            return false;
        }
        return !programs.isEmpty() && programs.stream().allMatch(ShellCommand::reads);
    }

    /** Programs with their arguments; false where something else than a pipe or a sequence joins them. */
    private static boolean split(String text, List<List<String>> programs) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') {
                return false;
            }
            if (quote != 0) {
                if (c == '\\' && quote == '"' && i + 1 < text.length()) {
                    word.append(text.charAt(++i));
                } else if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '\\' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == '>' || c == '<' || c == '&' || c == '(' || c == ')') {
                return false;
            } else if (c == ' ' || c == '\t') {
                end(word, words);
            } else if (c == '|' || c == ';' || c == '\n') {
                end(word, words);
                if (!words.isEmpty()) {
                    programs.add(words);
                    words = new ArrayList<>();
                }
            } else {
                word.append(c);
            }
        }
        end(word, words);
        if (!words.isEmpty()) {
            programs.add(words);
        }
        return quote == 0;
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean reads(List<String> words) {
        String program = words.get(0).toLowerCase(Locale.ROOT);
        return switch (program) {
            case "find" -> words.stream().noneMatch(word -> FIND_ACTS.contains(word) || word.startsWith("-fprint"));
            case "git" ->
                words.size() > 1
                        && GIT_READS.contains(words.get(1))
                        && words.stream().noneMatch(word -> word.startsWith("--output"));
            case "uniq" -> words.stream().skip(1).allMatch(word -> word.startsWith("-"));
            case "tail" -> words.stream().noneMatch(word -> word.startsWith("-f") || word.startsWith("-F"));
            case "sort" -> words.stream().noneMatch(word -> word.startsWith("-o") || word.startsWith("--output"));
            case "sed" -> words.size() > 2 && words.get(1).equals("-n") && isLines(words.get(2));
            default -> READERS.contains(program);
        };
    }

    /** {@code 10,20p}: print lines, which is all that sed may do here. */
    private static boolean isLines(String script) {
        return script.endsWith("p")
                && script.chars()
                        .limit(script.length() - 1L)
                        .allMatch(c -> (c >= '0' && c <= '9') || c == ',' || c == '$');
    }
}
