package io.ambit.core.tooluse.failure;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An error taken apart: the lines that say something, and the codes that stand in members of their own. */
final class ErrorReading {
    /** What is longer than twice this is read at its beginning and its end, in characters. */
    private static final int EDGE = 20_000;

    private static final int MAX_LINES = 400;
    private static final int MAX_LINE = 2_000;
    private static final int MAX_DEPTH = 6;

    private static final Set<String> MESSAGES = Set.of(
            "message",
            "error",
            "errors",
            "detail",
            "details",
            "msg",
            "reason",
            "title",
            "description",
            "error_description",
            "errormessage",
            "error_message",
            "stderr",
            "failure",
            "cause",
            "exception",
            "fault",
            "summary",
            "issues",
            "problem");
    private static final Set<String> CODES = Set.of(
            "code",
            "status",
            "statuscode",
            "status_code",
            "errno",
            "type",
            "name",
            "error_type",
            "errortype",
            "error_code",
            "errorcode",
            "sqlstate",
            "exception",
            "kind",
            "tag",
            "error",
            "received");
    private static final Set<String> EXITS = Set.of("exit_code", "exitcode", "returncode", "exit_status", "exitstatus");
    private static final Set<String> PRINTED =
            Set.of("stdout", "output", "text", "content", "result", "data", "response");

    private final List<Line> lines = new ArrayList<>();
    private final List<String> codes = new ArrayList<>();
    private @Nullable Integer exit;

    private ErrorReading() {}

    /** A line and how clearly it states an error. */
    record Line(String text, Standing standing) {}

    static ErrorReading of(String error) {
        ErrorReading reading = new ErrorReading();
        reading.text(error, Standing.PLAIN, 0);
        if (reading.lines.size() == 1 && reading.lines.getFirst().standing() == Standing.PLAIN) {
            reading.lines.set(0, new Line(reading.lines.getFirst().text(), Standing.MESSAGE));
        }
        return reading;
    }

    List<Line> lines() {
        return lines;
    }

    /** What stood in members named code, status, type and the like. */
    List<String> codes() {
        return codes;
    }

    /** The status that a program ended with, or null where nothing says. */
    @Nullable Integer exit() {
        return exit;
    }

    private void text(String given, Standing least, int depth) {
        String text = given.length() <= 2 * EDGE
                ? given.strip()
                : given.substring(0, EDGE).strip() + "\n"
                        + given.substring(given.length() - EDGE).strip();
        int opening = depth >= MAX_DEPTH ? -1 : opening(text);
        Json value = opening < 0 ? null : parse(text, opening);
        if (value == null) {
            addLines(text, least);
            return;
        }
        addLines(text.substring(0, opening), least);
        json(value, depth, true);
    }

    private void addLines(String text, Standing least) {
        boolean traceback = false;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank() || lines.size() >= MAX_LINES) {
                continue;
            }
            String shown = line.length() > MAX_LINE ? line.substring(0, MAX_LINE) : line;
            Standing own = Standing.of(shown);
            boolean indented = Character.isWhitespace(shown.charAt(0));
            if (shown.startsWith("Traceback (most recent call last)")) {
                traceback = true;
                continue;
            }
            if (traceback && indented) {
                continue; // frames, and the source lines that they quote
            }
            Standing standing = traceback && own != Standing.CONTENT
                    ? Standing.DECISIVE
                    : own == Standing.CONTENT || own.compareTo(least) > 0 ? own : least;
            traceback = false;
            Integer status = ExitStatus.of(shown);
            if (status != null) {
                exit = status;
            }
            lines.add(new Line(shown.strip(), standing));
        }
    }

    /** Where a JSON object or array may begin: at the start, or after a colon or a line's end. */
    private static int opening(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                boolean starts = i == 0 || " \n:(".indexOf(text.charAt(i - 1)) >= 0;
                char last = text.charAt(text.length() - 1);
                boolean closes = c == '{' ? last == '}' : last == ']';
                if (starts && closes) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static @Nullable Json parse(String text, int from) {
        try {
            return Json.parse(text.substring(from));
        } catch (JsonSyntaxException e) {
            return null;
        }
    }

    /** Every member counts where an error is spelled out; in other places only those that say what went wrong. */
    private void json(Json value, int depth, boolean speaks) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (value instanceof Json.Str said) {
            if (speaks) {
                text(said.value(), Standing.MESSAGE, depth + 1);
            }
        } else if (value instanceof Json.Arr list) {
            list.items().forEach(item -> json(item, depth + 1, speaks));
        } else if (value instanceof Json.Obj object) {
            object.members().forEach(member -> member(member, depth));
        }
    }

    private void member(Json.Member member, int depth) {
        String name = member.name().value().toLowerCase(Locale.ROOT);
        Json value = member.value();
        if (EXITS.contains(name) && value instanceof Json.Num number) {
            exit = (int) number.asLong(1);
        }
        if (CODES.contains(name)) {
            if (value instanceof Json.Num number) {
                codes.add(number.spelling());
            } else if (value instanceof Json.Str word && word.value().indexOf(' ') < 0) {
                codes.add(word.value());
                return;
            }
        }
        if (MESSAGES.contains(name)) {
            json(value, depth + 1, true);
        } else if (PRINTED.contains(name)) {
            if (value instanceof Json.Str said) {
                text(said.value(), Standing.PLAIN, depth + 1);
            } else {
                json(value, depth + 1, false);
            }
        }
    }
}
