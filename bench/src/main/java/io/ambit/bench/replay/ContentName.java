package io.ambit.bench.replay;

import io.ambit.core.text.MinifiedJson;
import java.util.List;

/** A word for what an output is, for a report: told from its first lines, near enough to group by. */
final class ContentName {
    private static final int LINES = 40;

    private ContentName() {}

    static String of(String text) {
        if (MinifiedJson.looksLikeJson(text)) {
            return "JSON";
        }
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
        if (lines.isEmpty()) {
            return "nothing";
        }
        String first = lines.get(0).strip();
        if (first.startsWith("{") || first.startsWith("[{") || first.startsWith("[\"")) {
            return "JSON";
        }
        if (first.startsWith("<!") || first.startsWith("<html") || first.startsWith("<?xml")) {
            return "HTML or XML";
        }
        if (share(lines, ContentName::isOfDiff) > 0.1 && share(lines, ContentName::isChange) > 0.2) {
            return "diff";
        }
        if (share(lines, ContentName::isNumbered) > 0.6) {
            return "file with line numbers";
        }
        if (share(lines, ContentName::isHit) > 0.6) {
            return "search results";
        }
        if (share(lines, ContentName::isPath) > 0.6) {
            return "list of files";
        }
        if (share(lines, ContentName::isLogLine) > 0.4) {
            return "log";
        }
        return share(lines, ContentName::isCode) > 0.4 ? "source code" : "text";
    }

    private interface Test {
        boolean holds(String line);
    }

    private static double share(List<String> lines, Test test) {
        return (double) lines.stream().filter(test::holds).count() / lines.size();
    }

    private static boolean isOfDiff(String line) {
        return line.startsWith("@@ ") || line.startsWith("diff ") || line.startsWith("--- ") || line.startsWith("+++ ");
    }

    private static boolean isChange(String line) {
        return line.startsWith("+") || line.startsWith("-") || line.startsWith("@@");
    }

    /** A number, then a tab, a colon, a bar or an arrow. */
    private static boolean isNumbered(String line) {
        int at = digits(line, spaces(line));
        return at > spaces(line) && at < line.length() && "\t:|→".indexOf(line.charAt(at)) >= 0;
    }

    /** {@code path:12:...} */
    private static boolean isHit(String line) {
        int colon = line.indexOf(':');
        if (colon < 1
                || line.substring(0, colon).isBlank()
                || line.substring(0, colon).contains(" ")) {
            return false;
        }
        int end = digits(line, colon + 1);
        return end > colon + 1 && end < line.length() && (line.charAt(end) == ':' || line.charAt(end) == '-');
    }

    private static boolean isPath(String line) {
        String path = line.strip();
        return path.indexOf(' ') < 0 && (path.indexOf('/') >= 0 || path.indexOf('.') > 0) && !path.endsWith(";");
    }

    private static boolean isLogLine(String line) {
        String start = line.strip();
        return start.startsWith("[INFO")
                || start.startsWith("[ERROR")
                || start.startsWith("[WARN")
                || start.startsWith("ERROR")
                || start.startsWith("WARN")
                || start.startsWith("INFO")
                || (digits(start, 0) >= 2 && start.length() > 8 && (start.charAt(4) == '-' || start.charAt(2) == ':'));
    }

    private static boolean isCode(String line) {
        String end = line.stripTrailing();
        return end.endsWith(";") || end.endsWith("{") || end.endsWith("}") || end.endsWith("):") || end.endsWith(",");
    }

    private static int spaces(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int digits(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return at;
    }
}
