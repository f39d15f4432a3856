package io.ambit.core.compress.lines;

/** Logs, the output of builds, and whatever else a program prints: what is red, then of each kind of line the first. */
final class LogLines implements LineKind {
    private static final float REPEAT = 0.15f;
    private static final float PROGRESS = 0.02f;
    /** Lines of one kind beyond this number are only counted, but for the first ones and the last. */
    private static final int MANY = 12;

    private static final int SHOWN = 2;
    private static final int LAST = 6;
    private static final String[] PROGRESS_OPENINGS = {
        "Downloading", "Downloaded", "Progress", "Receiving", "Resolving", "Unpacking", "Preparing", "Fetching",
                "Fetched",
        "Compiling", "Checking", "Get:", "Hit:", "Collecting", "Using cached", "remote:", "Selecting", "Extracting",
        "Pulling", "Waiting", "Verifying", "copying", "creating", "adding", "  inflating", "Setting up", "Processing",
    };

    @Override
    public String name() {
        return "output";
    }

    @Override
    public boolean claims(Lines lines) {
        return true;
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        Templates templates = Templates.of(lines);
        int[] seen = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            int group = templates.group(i);
            int count = templates.count(i);
            int nth = ++seen[group];
            judgement.group(i, group);
            if (count > MANY && nth > SHOWN && nth < count) {
                // One of very many: the first ones and the last say what there is to say.
                judgement.worth(i, 0f);
                continue;
            }
            judgement.worth(i, nth == 1 || nth == count ? 1f : REPEAT);
            if (isProgress(lines.get(i), lines.indent(i))) {
                judgement.worth(i, PROGRESS);
                judgement.label(i, "progress");
            }
        }
        judgement.ends(0.08, 0.15);
        RedLines.judge(judgement, true);
        int last = 0;
        for (int i = lines.size() - 1; i >= 0 && last < LAST; i--) {
            if (!lines.isBlank(i)) {
                judgement.rank(i, Judgement.WARNING, "how it ends");
                last++;
            }
        }
    }

    private static boolean isProgress(String line, int indent) {
        int start = Math.min(indent, line.length());
        if (line.startsWith("[INFO] ")) {
            start = 7;
        }
        for (String opening : PROGRESS_OPENINGS) {
            if (line.startsWith(opening, start)) {
                return true;
            }
        }
        int percent = line.indexOf('%');
        return percent > 0 && percent < 12 && line.length() < 120;
    }
}
