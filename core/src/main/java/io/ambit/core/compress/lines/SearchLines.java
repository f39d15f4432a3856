package io.ambit.core.compress.lines;

/**
 * What a search in files found, as grep and its kin print it: {@code path:12:text}, {@code path:text}, or a path on a line
 * of its own over its hits. Each file is shown before a second hit of another is.
 */
final class SearchLines implements LineKind {
    private static final float FIRST_OF_FILE = 4f;
    private static final float CONTEXT = 0.2f;
    private static final int MIN_HITS = 4;

    @Override
    public String name() {
        return "search results";
    }

    @Override
    public boolean claims(Lines lines) {
        int filled = 0;
        int hits = 0;
        int messages = 0;
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (lines.isBlank(i) || line.equals("--")) {
                continue;
            }
            filled++;
            int end = pathEnd(line);
            if (end > 0) {
                hits++;
                messages += isMessage(line) ? 1 : 0;
            } else if (isHeading(lines, i)) {
                hits++;
                last = -1;
            } else if (isNumberedHit(line)) {
                // Line numbers rise; what does not is the number of a process or a day.
                int number = number(line);
                hits += number > last ? 1 : 0;
                last = number;
            }
        }
        // Numbers alone are a view of a file.
        return !lines.numbering().isPresent() && hits >= MIN_HITS && hits * 10 >= filled * 6 && messages * 3 <= hits;
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        String file = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int end = pathEnd(line);
            if (end > 0) {
                String path = line.substring(0, end);
                boolean context = line.charAt(end) == '-';
                judgement.worth(i, context ? CONTEXT : path.equals(file) ? 1f : FIRST_OF_FILE);
                file = context ? file : path;
            } else if (isHeading(lines, i)) {
                judgement.rank(i, Judgement.WARNING, "file");
                judgement.worth(i, FIRST_OF_FILE);
            } else if (isNumberedHit(line)) {
                boolean first = i > 0 && judgement.rank(i - 1) == Judgement.WARNING;
                judgement.worth(i, first ? FIRST_OF_FILE / 2 : 1f);
            } else if (!line.equals("--")) {
                judgement.rank(i, Judgement.NEAR_RED, "around the hits");
            }
        }
        judgement.ends(0, 0);
        RedLines.judge(judgement, false);
    }

    /** Where the path ends that a line starts with: before {@code :12:}, {@code -12-}, or {@code :}; -1 for none. */
    static int pathEnd(String line) {
        boolean path = false;
        for (int i = 0; i < Math.min(line.length(), 260); i++) {
            char c = line.charAt(i);
            if (c <= ' ' || "\"'(){};=<>,".indexOf(c) >= 0) {
                return -1;
            }
            if (c == ':' && i > 0) {
                return path && !line.startsWith("::", i) ? i : -1;
            }
            if (c == '-' && path && isContextNumber(line, i)) {
                return i;
            }
            path |= (c == '/' || c == '.') && i + 1 < line.length() && Character.isLetter(line.charAt(i + 1));
        }
        return -1;
    }

    private static boolean isContextNumber(String line, int dash) {
        int i = dash + 1;
        while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return i > dash + 1 && i < line.length() && line.charAt(i) == '-';
    }

    /** {@code path:12:5: message} is what compilers and linters say, not what stands in a file. */
    private static boolean isMessage(String line) {
        int end = Places.end(line, 0);
        if (end < 0 || !line.startsWith(": ", end)) {
            return false;
        }
        boolean column = line.lastIndexOf(':', end - 1) != line.indexOf(':');
        return column || Red.of(line, end) != Red.NONE;
    }

    /** The first number of a line. */
    private static int number(String line) {
        int i = 0;
        while (i < line.length() && !Character.isDigit(line.charAt(i))) {
            i++;
        }
        int number = 0;
        for (; i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9' && number < 100_000_000; i++) {
            number = number * 10 + (line.charAt(i) - '0');
        }
        return number;
    }

    private static boolean isHeading(Lines lines, int i) {
        String line = lines.get(i).stripTrailing();
        if (i + 1 >= lines.size() || line.isEmpty() || line.length() > 260 || !isNumberedHit(lines.get(i + 1))) {
            return false;
        }
        return line.indexOf(' ') < 0 && (line.indexOf('/') >= 0 || line.indexOf('.') > 0) && !isNumberedHit(line);
    }

    /** A hit under the name of its file: {@code 12:text} or {@code 12-text}, indented or not. */
    private static boolean isNumberedHit(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == ' ') {
            i++;
        }
        if (line.regionMatches(true, i, "line ", 0, 5)) {
            i += 5;
        }
        int digits = i;
        while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        if (i == digits || i == line.length() || (line.charAt(i) != ':' && line.charAt(i) != '-')) {
            return false;
        }
        if (Likeness.stampEnd(line) > 0) {
            return false;
        }
        // "12:5  error" is what a linter says of line 12.
        int column = i + 1;
        while (column < line.length() && line.charAt(column) >= '0' && line.charAt(column) <= '9') {
            column++;
        }
        return column == i + 1 || !line.startsWith(" ", column);
    }
}
