package io.ambit.core.message;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a tool's output says that the call failed. Wire formats mostly do not carry that, so the text is judged, by
 * what tools and shells themselves write about their failing and never by the mere occurrence of a word: a file that is
 * read may well speak of errors. In doubt the call succeeded.
 */
public final class ToolFailure {
    /** An output longer than this, in characters, is not parsed as JSON: failures are short. */
    private static final int MAX_JSON = 200_000;

    /** How far from either end of an output an exit status is looked for, in characters. */
    private static final int EDGE = 400;

    /** An output that begins so is a failure. A colon or a qualifier is asked for where prose may begin alike. */
    private static final Pattern OPENING = Pattern.compile(
            "(?:\\[?(?:fatal |tool |internal )?error\\]?:"
                    + "|\\[error\\]|<error>|<tool_use_error>|error executing tool\\b|fatal: |panic: "
                    + "|traceback \\(most recent call last\\)"
                    + "|uncaught (?:exception|error)\\b|exception in thread \"|permission denied\\b|command not found\\b"
                    + "|no such file or directory\\b|unknown tool\\b|no such tool\\b|mcp error\\b"
                    + "|(?:tool|function) [\"'`]?[\\w.-]{1,64}[\"'`]? (?:was |is |does )?not (?:found|exist|available)\\b"
                    + "|(?:input )?validation (?:failed(?: for\\b|:)|error:)|invalid (?:arguments|parameters|input) (?:for|to)\\b)");

    /** How Node and others name what the system refused. */
    private static final Pattern SYSTEM = Pattern.compile("E(?:NOENT|ACCES|PERM|EXIST|ISDIR|NOTDIR|NOTEMPTY|INVAL|BUSY"
            + "|MFILE|NOSPC|PIPE|TIMEDOUT|CONN[A-Z]{3,8}|ADDRINUSE|HOSTUNREACH|NOTFOUND): ");

    /** The name of an exception's class, as Python, Java and JavaScript print it. */
    private static final Pattern EXCEPTION = Pattern.compile("[A-Za-z_][A-Za-z0-9_.$]*[a-z0-9](?:Error|Exception): ");

    /** All that a command says where it cannot do its work at all: "cat: x: No such file or directory". */
    private static final Pattern SHELL = Pattern.compile("[a-z0-9_./-]+: [^\\n]*: (?:command not found|not found"
            + "|no such file or directory|permission denied|is a directory|not a directory)");

    /** An exit status other than 0, on a line of its own or in the brackets that agents put it in. */
    private static final Pattern EXIT = Pattern.compile("(?m)^[\\[(<]?\\s*(?:(?:the )?(?:command|process|script)\\s+)?"
            + "(?:(?:failed|exited|finished|terminated|returned)\\s+(?:with\\s+)?)?(?:an? )?(?:non-zero\\s+)?"
            + "(?:exit[ _-]?(?:code|status)|return ?code|returncode|code|status)\\s*(?:of\\s+|was\\s+|is\\s+)?[:=>]?\\s*"
            + "(?!0\\b)-?[0-9]{1,3}\\b(?:\\s*[\\])><.:,]|\\s*$)");

    private static final Pattern EXIT_WORD = Pattern.compile("\\b(?:exit|return|command|process|script)");

    private ToolFailure() {}

    /** Whether {@code text}, a tool's whole output, reports that the call failed. */
    public static boolean isFailure(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return false;
        }
        if (trimmed.charAt(0) == '{') {
            return trimmed.length() <= MAX_JSON && isFailureObject(trimmed);
        }
        String head = edge(trimmed.substring(0, Math.min(EDGE, trimmed.length())));
        return OPENING.matcher(head).lookingAt()
                || EXCEPTION.matcher(trimmed).lookingAt()
                || SYSTEM.matcher(trimmed).lookingAt()
                || (trimmed.length() <= EDGE && SHELL.matcher(head).matches())
                || hasExit(head)
                || hasExit(edge(trimmed.substring(Math.max(0, trimmed.length() - EDGE))));
    }

    private static String edge(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean hasExit(String edge) {
        var found = EXIT.matcher(edge);
        while (found.find()) {
            // "code: 404" alone is no exit status; the line must speak of a command or an exit.
            if (EXIT_WORD.matcher(found.group()).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFailureObject(String text) {
        Json object;
        try {
            object = Json.parse(text);
        } catch (JsonSyntaxException e) {
            return false;
        }
        for (String name : List.of("is_error", "isError")) {
            if (object.get(name) instanceof Json.Bool flag && flag.value()) {
                return true;
            }
        }
        for (String name : List.of("exit_code", "exitCode", "returncode", "exit_status")) {
            if (object.get(name) instanceof Json.Num code && code.asLong(0) != 0) {
                return true;
            }
        }
        Json error = object.get("error");
        return (error instanceof Json.Str said && !said.value().isBlank())
                || (error instanceof Json.Obj detail && !detail.members().isEmpty())
                || (error instanceof Json.Bool flag && flag.value());
    }
}
