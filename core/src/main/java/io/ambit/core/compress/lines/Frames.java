package io.ambit.core.compress.lines;

/** The frames of stack traces as Java, Python, JavaScript, Go, Rust, .NET and Ruby print them. */
final class Frames {
    /** How many frames of a run stay whatever they are, and how many of the reader's own code beside. */
    private static final int FIRST = 2;

    private static final int OWN = 6;

    private static final String[] LIBRARIES = {
        "site-packages",
        "dist-packages",
        "node_modules",
        "node:",
        "internal/",
        "/lib/python",
        "<frozen",
        "/rustc/",
        ".cargo/registry",
        "/go/src/",
        "/pkg/mod/",
        "java.base",
        " java.",
        " javax.",
        " jdk.",
        " sun.",
        " com.sun.",
        " jakarta.",
        " scala.",
        " kotlin.",
        " kotlinx.",
        " groovy.",
        " org.codehaus.",
        " org.junit.",
        " junit.",
        " org.testng.",
        " org.apache.",
        " org.gradle.",
        " org.mockito.",
        " org.assertj.",
        " org.hamcrest.",
        " org.springframework.",
        " org.hibernate.",
        " org.eclipse.",
        " io.netty.",
        " reactor.",
        " System.",
        " Microsoft.",
        " Xunit.",
        " NUnit.",
        "core::",
        "std::",
        "alloc::",
        "rust_begin_unwind",
        "__libc_",
        "(<anonymous>)",
        "runtime.",
        "testing.",
        "/gems/",
        "<internal:",
    };

    private Frames() {}

    /** Whether the line, its text starting at {@code start}, is a frame, or a count of frames left out. */
    static boolean isFrame(String line, int start) {
        if (start == 0) {
            return false;
        }
        if (line.startsWith("at ", start)) {
            return line.indexOf('(', start) > 0 || line.indexOf(':', start) > 0 || line.indexOf('.', start) > 0;
        }
        if (line.startsWith("File \"", start)) {
            return line.indexOf("\", line ", start) > 0;
        }
        if (line.startsWith("... ", start)) {
            return line.endsWith(" more") || line.contains("common frames");
        }
        if (line.startsWith("from ", start)) {
            return line.contains(":in ");
        }
        if (line.charAt(start) == '/') {
            int end = Places.end(line, start);
            return end > 0 && (end == line.length() || line.startsWith(" +0x", end));
        }
        return isNumbered(line, start);
    }

    static boolean isFrame(Lines lines, int i) {
        return isFrame(lines.get(i), textStart(lines.get(i), lines.bodyStart(i)));
    }

    /** A frame of Rust's or a native backtrace: {@code 12: core::panicking::panic}. */
    private static boolean isNumbered(String line, int start) {
        int i = start;
        while (i < line.length() && i - start < 4 && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
            i++;
        }
        return i > start && line.startsWith(": ", i) && line.indexOf("::", i) > 0;
    }

    /**
     * Ranks the frames of each run: the first ones and those of the reader's own code stay near what is red, the others go
     * first. A line of code under a Python frame belongs to it.
     */
    static void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        int count = 0;
        int own = 0;
        int lastOwn = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            String line = lines.get(i);
            int start = textStart(line, lines.bodyStart(i));
            if (!isFrame(line, start)) {
                count = 0;
                own = 0;
                lastOwn = -1;
                continue;
            }
            boolean library = isLibrary(line, start);
            own += library ? 0 : 1;
            int end = i + 1;
            boolean innermostLast = line.startsWith("File \"", start);
            while (innermostLast && end < lines.size() && end <= i + 2 && isUnder(lines, i, end)) {
                end++;
            }
            boolean stays = count < FIRST || (!library && own <= OWN);
            for (int j = i; j < end; j++) {
                if (stays) {
                    judgement.rank(j, library ? Judgement.WEAK_RED : Judgement.NEAR_RED, "frame");
                } else {
                    judgement.lower(j, library ? "library frames" : "frames");
                }
            }
            if (!library && (own == 1 || innermostLast)) {
                // The frame where it happened is evidence; the way there is context.
                if (lastOwn >= 0) {
                    judgement.lower(lastOwn, "frames");
                    judgement.rank(lastOwn, Judgement.NEAR_RED, "frame");
                }
                judgement.rank(i, Judgement.RED, "frame");
                lastOwn = innermostLast ? i : -1;
            }
            count++;
            i = end - 1;
        }
    }

    private static boolean isUnder(Lines lines, int frame, int line) {
        return lines.indent(line) > lines.indent(frame)
                && !isFrame(lines.get(line), textStart(lines.get(line), lines.bodyStart(line)));
    }

    private static boolean isLibrary(String line, int start) {
        for (String library : LIBRARIES) {
            int from = library.charAt(0) == ' ' ? start : 0;
            if (line.indexOf(library, Math.max(0, from)) >= 0) {
                return true;
            }
        }
        return line.startsWith("... ", start);
    }

    private static int textStart(String line, int from) {
        int start = from;
        while (start < line.length() && line.charAt(start) <= ' ') {
            start++;
        }
        return start;
    }
}
