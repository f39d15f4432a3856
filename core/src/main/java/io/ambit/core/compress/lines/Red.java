package io.ambit.core.compress.lines;

/**
 * What a line of a tool's output reports, judged by how tools write: a failure by its form ({@code error:},
 * {@code Caused by:}, {@code FAILED}, {@code not ok}, an exit status, {@code Failures: 1}), a word of trouble somewhere, a
 * warning, or nothing. A word inside a name ({@code error_handler.py}), a count of none ({@code 0 errors}) and the name of
 * a test that passed are nothing. The one home of these rules; {@code ToolFailure} judges whole outputs.
 */
enum Red {
    NONE,
    WARNING,
    /** A word that may mean trouble. */
    WEAK,
    /** The form of a report of failure. */
    STRONG;

    /** More of a line is not read word by word. */
    private static final int MAX_READ = 2_000;

    private static final WordList FAILURE =
            WordList.of("error errors err fail fails failed failure failures failing fatal"
                    + " exception panic panicked traceback critical severe crash crashed crashes aborted abort killed unhandled"
                    + " uncaught segfault crashloopbackoff errimagepull imagepullbackoff oomkilled broken invalid conflict"
                    + " conflicts emergency alert");
    private static final WordList TROUBLE = WordList.of("cannot denied refused unable unknown unrecognized unrecognised"
            + " undefined unresolved undeclared illegal unexpected missing mismatch timeout unreachable unauthorized"
            + " forbidden rejected corrupt corrupted violation violates violated incompatible unsupported unavailable"
            + " unhealthy exceeded exhausted overflow deadlock stopped evicted notready expired problem problems"
            + " vulnerability vulnerabilities assertion");
    private static final WordList WARN = WordList.of("warning warnings warn deprecated deprecation caution");
    private static final WordList NEGATION = WordList.of("no without zero never");
    private static final WordList EXIT = WordList.of("exit exited status returned returncode rc code");
    private static final WordList QUIET_LEVEL = WordList.of("info debug trace verbose notice fine finer");

    private static final String[] STRONG_OPENINGS = {
        "Traceback (most recent call last)",
        "Caused by:",
        "Suppressed:",
        "npm ERR!",
        "npm error",
        "--- FAIL",
        "not ok ",
        "FAIL ",
        "FAIL\t",
        "FAILED",
        "FAIL:",
        "ERROR:",
        "fatal:",
        "panic:",
        "E   ",
        "ERR_",
        "*** ",
        "goroutine ",
        "Exception in thread",
        "thread '",
        "Segmentation fault",
        "Killed",
        "CONFLICT (",
        "error[",
        "Error:",
        "error:",
    };

    private static final String[] GREEN_OPENINGS = {"ok ", "PASS", "--- PASS", "✓", "✔", "√", "+ PASS", "ok\t"};
    private static final String[] GREEN_ENDINGS = {
        " PASSED", "... ok", " OK", " ok", "[PASSED]", " passed", " UP-TO-DATE"
    };
    private static final String FAILURE_SIGNS = "✕✗✘✖×❌⨯";

    /** What a line reports. */
    static Red of(String line, int from) {
        int start = from;
        int end = Math.min(line.length(), from + MAX_READ);
        while (start < end && line.charAt(start) <= ' ') {
            start++;
        }
        if (start == end) {
            return NONE;
        }
        if (isStructural(line, start)) {
            return STRONG;
        }
        for (String green : GREEN_OPENINGS) {
            if (line.startsWith(green, start)) {
                return NONE;
            }
        }
        return byWords(line, start, end);
    }

    /** Whether a line has the form of a report of failure at its very beginning, so that code or prose hardly looks so. */
    static boolean isStructural(String line, int start) {
        for (String opening : STRONG_OPENINGS) {
            if (line.charAt(start) == opening.charAt(0) && line.startsWith(opening, start)) {
                return !opening.equals("ERR_") || line.indexOf(']', start) > 0;
            }
        }
        return FAILURE_SIGNS.indexOf(line.charAt(start)) >= 0 || hasPlaceAndError(line, start);
    }

    /** {@code path:12:3: error}, {@code path(12,3): error}, {@code [ERROR] path:[12,3]}. */
    private static boolean hasPlaceAndError(String line, int start) {
        int i = start;
        while (i < line.length() && line.charAt(i) > ' ' && line.charAt(i) != ':' && line.charAt(i) != '(') {
            i++;
        }
        if (i == start || i + 2 >= line.length() || !isDigit(line.charAt(i + 1))) {
            return false;
        }
        int after = i + 1;
        while (after < line.length() && (isDigit(line.charAt(after)) || ":,)".indexOf(line.charAt(after)) >= 0)) {
            after++;
        }
        return line.startsWith(" error", after) || line.startsWith(" fatal error", after);
    }

    private static Red byWords(String line, int start, int end) {
        boolean quiet = false;
        Red found = NONE;
        boolean first = true;
        for (int i = start; i < end; ) {
            if (!isLetter(line.charAt(i))) {
                i++;
                continue;
            }
            int wordEnd = i + 1;
            while (wordEnd < end && isLetter(line.charAt(wordEnd))) {
                wordEnd++;
            }
            if (first && QUIET_LEVEL.holds(line, i, wordEnd)) {
                quiet = true;
            } else {
                Red word = ofWord(line, start, i, wordEnd, quiet);
                found = word.compareTo(found) > 0 ? word : found;
                if (found == STRONG) {
                    return isGreenAtEnd(line) ? NONE : STRONG;
                }
            }
            first = first && !isMessageWord(line, i, wordEnd);
            i = wordEnd;
        }
        return found != NONE && isGreenAtEnd(line) ? NONE : found;
    }

    /** Whether a word is more than a part of what logs put before a message: level, date, thread, program. */
    private static boolean isMessageWord(String line, int start, int end) {
        return end - start > 2
                && !QUIET_LEVEL.holds(line, start, end)
                && end < line.length()
                && line.charAt(end) == ' ';
    }

    private static Red ofWord(String line, int lineStart, int start, int end, boolean quiet) {
        if (isClassOf(line, start, end)) {
            return line.startsWith("Warning", end - 7) ? WARNING : quiet ? WEAK : STRONG;
        }
        boolean failure = FAILURE.holds(line, start, end);
        if (!failure && EXIT.holds(line, start, end)) {
            return hasExitStatus(line, start, end) ? STRONG : NONE;
        }
        boolean trouble = !failure && TROUBLE.holds(line, start, end);
        boolean warning = !failure && !trouble && WARN.holds(line, start, end);
        if (!(failure || trouble || warning) || isInName(line, start, end)) {
            return NONE;
        }
        int count = countBeside(line, start, end);
        if (count == 0) {
            return NONE;
        }
        if (warning) {
            return WARNING;
        }
        if (!failure) {
            return quiet ? NONE : WEAK;
        }
        boolean shout = Character.isUpperCase(line.charAt(end - 1));
        if (count > 0 || shout) {
            return STRONG;
        }
        if (quiet) {
            return WEAK;
        }
        return isAtMessageStart(line, lineStart, start, end) ? STRONG : WEAK;
    }

    /** {@code NullPointerException}, {@code TypeError}: the name of a class of trouble, where a message follows. */
    private static boolean isClassOf(String line, int start, int end) {
        int suffix = end - start > 5 && line.startsWith("Error", end - 5)
                ? 5
                : end - start > 9 && line.startsWith("Exception", end - 9)
                        ? 9
                        : end - start > 7 && line.startsWith("Warning", end - 7) ? 7 : 0;
        return suffix > 0
                && Character.isLowerCase(line.charAt(end - suffix - 1))
                && (end == line.length() || ":\r".indexOf(line.charAt(end)) >= 0);
    }

    /** A word that stands in a path, a file name, an identifier or an option. */
    private static boolean isInName(String line, int start, int end) {
        char before = start > 0 ? line.charAt(start - 1) : ' ';
        char after = end < line.length() ? line.charAt(end) : ' ';
        char next = end + 1 < line.length() ? line.charAt(end + 1) : ' ';
        return "_./-$@\\#".indexOf(before) >= 0
                || isDigit(before)
                || after == '_'
                || after == '$'
                || isDigit(after)
                || ("./-\\(".indexOf(after) >= 0 && (isLetter(next) || isDigit(next) || next == ')'));
    }

    /** The count that stands beside a word ({@code 3 errors}, {@code Failures: 3}); -1 for none; 0 for {@code no errors}. */
    private static int countBeside(String line, int start, int end) {
        int i = end;
        boolean assigned = false;
        while (i < line.length() && i - end < 3 && ":= ".indexOf(line.charAt(i)) >= 0) {
            assigned |= line.charAt(i) != ' ';
            i++;
        }
        if (i > end && i < line.length() && isDigit(line.charAt(i))) {
            int after = i;
            while (after < line.length() && isDigit(line.charAt(after))) {
                after++;
            }
            boolean last = after == line.length() || line.charAt(after) == '\r';
            if (last || (assigned && ",;)]|".indexOf(line.charAt(after)) >= 0)) {
                return numberAt(line, i);
            }
        }
        int before = start - 1;
        while (before >= 0 && line.charAt(before) == ' ') {
            before--;
        }
        int last = before;
        while (before >= 0 && isDigit(line.charAt(before))) {
            before--;
        }
        if (before < last && last < start - 1) {
            boolean own = before < 0 || " ([,:|".indexOf(line.charAt(before)) >= 0;
            return own ? numberAt(line, before + 1) : -1;
        }
        while (before >= 0 && isLetter(line.charAt(before))) {
            before--;
        }
        return before < last && NEGATION.holds(line, before + 1, last + 1) ? 0 : -1;
    }

    private static int numberAt(String line, int from) {
        int value = 0;
        for (int i = from; i < line.length() && isDigit(line.charAt(i)) && value < 100_000_000; i++) {
            value = value * 10 + (line.charAt(i) - '0');
        }
        return value;
    }

    /** A word is where a message starts if nothing but a prefix stands before it, or a colon after it. */
    private static boolean isAtMessageStart(String line, int lineStart, int start, int end) {
        if (end < line.length() && (line.charAt(end) == ':' || line.charAt(end) == ']' || line.charAt(end) == '!')) {
            return true;
        }
        int i = start - 1;
        while (i >= lineStart && line.charAt(i) == ' ') {
            i--;
        }
        return i < lineStart || ":]>)|".indexOf(line.charAt(i)) >= 0;
    }

    /** {@code exit code 1}, {@code exited with status 137}, {@code exit status: 2}. */
    private static boolean hasExitStatus(String line, int start, int end) {
        int i = end;
        int words = 0;
        while (i < line.length() && words < 4) {
            char c = line.charAt(i);
            if (isDigit(c)) {
                return numberAt(line, i) != 0 && isAboutExit(line, start) && line.charAt(i - 1) != '.';
            }
            if (isLetter(c)) {
                words++;
                while (i < line.length() && isLetter(line.charAt(i))) {
                    i++;
                }
            } else if (" :=-_()".indexOf(c) >= 0) {
                i++;
            } else {
                return false;
            }
        }
        return false;
    }

    private static boolean isAboutExit(String line, int start) {
        return line.regionMatches(true, start, "exit", 0, 4)
                || line.regionMatches(true, start, "returncode", 0, 10)
                || (line.regionMatches(true, start, "returned", 0, 8)
                        && (line.contains("exit") || line.contains("non-zero")));
    }

    private static boolean isGreenAtEnd(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) <= ' ') {
            end--;
        }
        for (String green : GREEN_ENDINGS) {
            if (line.startsWith(green, end - green.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
