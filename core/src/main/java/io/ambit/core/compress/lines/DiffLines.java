package io.ambit.core.compress.lines;

import java.util.Locale;

/**
 * Diffs as diff and git print them, with a log around them or without: the headers of files and hunks, then what
 * changed, then what stands around it. Of lock files, and of files that are made and not written, a count.
 */
final class DiffLines implements LineKind {
    private static final int MIN_CHANGED = 4;
    private static final String[] MADE = {
        "package-lock.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "cargo.lock",
        "poetry.lock",
        "uv.lock",
        "go.sum",
        "composer.lock",
        "gemfile.lock",
        "pipfile.lock",
        "flake.lock",
        ".min.js",
        ".min.css",
        ".map",
        ".snap",
        ".svg",
        "_pb2.py",
        ".pb.go",
        "/dist/",
        "/vendor/",
        "/generated/",
    };

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public boolean claims(Lines lines) {
        int hunks = 0;
        int changed = 0;
        int body = 0;
        boolean inHunk = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isHunk(line)) {
                hunks++;
                inHunk = true;
            } else if (isFileHeader(line)) {
                inHunk = false;
            } else if (inHunk && !line.isEmpty() && "+- ".indexOf(line.charAt(0)) >= 0) {
                body++;
                changed += line.charAt(0) == ' ' ? 0 : 1;
            }
        }
        return hunks > 0 && changed >= MIN_CHANGED && body * 2 >= lines.size();
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        boolean made = false;
        boolean inHunk = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("diff ") || (line.startsWith("--- ") && !inHunk) || line.startsWith("+++ ")) {
                made = (made && !line.startsWith("diff ")) || isMade(line);
                inHunk = false;
                judgement.rank(i, Judgement.NEAR_RED, "file header");
            } else if (isHunk(line)) {
                inHunk = true;
                head(judgement, i, made);
            } else if (isFileHeader(line)) {
                inHunk = false;
                judgement.worth(i, 0.3f);
            } else if (!inHunk) {
                // What a log says of a commit.
                judgement.worth(i, line.startsWith("commit ") ? 6f : 3f);
            } else if (made) {
                judgement.worth(i, 0f);
                judgement.label(i, "of a file that is made");
            } else {
                boolean changed = line.startsWith("+") || line.startsWith("-");
                judgement.worth(i, changed ? 2f : 0.2f);
            }
        }
        judgement.ends(0.05, 0);
        RedLines.judge(judgement, false);
    }

    private static void head(Judgement judgement, int i, boolean made) {
        if (made) {
            judgement.worth(i, 0f);
            judgement.label(i, "of a file that is made");
        } else {
            judgement.rank(i, Judgement.WEAK_RED, "hunk header");
        }
    }

    private static boolean isHunk(String line) {
        return line.startsWith("@@ -") || line.startsWith("@@@ -");
    }

    private static boolean isFileHeader(String line) {
        return line.startsWith("diff ")
                || line.startsWith("index ")
                || line.startsWith("new file mode")
                || line.startsWith("deleted file mode")
                || line.startsWith("old mode")
                || line.startsWith("new mode")
                || line.startsWith("similarity index")
                || line.startsWith("rename ")
                || line.startsWith("commit ");
    }

    private static boolean isMade(String header) {
        String lower = header.toLowerCase(Locale.ROOT);
        for (String made : MADE) {
            int at = lower.indexOf(made);
            if (at >= 0
                    && (made.endsWith("/")
                            || at + made.length() == lower.length()
                            || lower.charAt(at + made.length()) <= ' ')) {
                return true;
            }
        }
        return false;
    }
}
