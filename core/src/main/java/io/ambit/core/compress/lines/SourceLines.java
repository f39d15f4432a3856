package io.ambit.core.compress.lines;

/**
 * Source code and configuration, as it stands in a file, with or without line numbers: definitions and imports before
 * bodies, the first sentence of a comment before the rest of it. Nothing is red by its words.
 */
final class SourceLines implements LineKind {
    private static final float DEFINITION = 6f;
    private static final float IMPORT = 3f;
    private static final float COMMENT_HEAD = 1.2f;
    private static final float COMMENT = 0.15f;
    private static final float LICENCE = 0.02f;
    private static final float CLOSER = 0.3f;

    private static final WordList DEFINING =
            WordList.of("class interface enum record struct trait impl fn func function"
                    + " def type module namespace public private protected export static abstract const package sealed async"
                    + " template typedef macro create alter");
    private static final WordList STATEMENT =
            WordList.of("return if for while else try catch switch case let var new throw"
                    + " raise with elif except finally match break continue");
    private static final WordList IMPORTING = WordList.of("import from include using require use package");

    @Override
    public String name() {
        return "source code";
    }

    @Override
    public boolean claims(Lines lines) {
        if (lines.numbering().isPresent()) {
            return true;
        }
        int filled = 0;
        int code = 0;
        int sure = 0;
        int red = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            String line = lines.get(i).stripTrailing();
            filled++;
            boolean statement = isStatement(line);
            sure += statement ? 1 : 0;
            code += statement || mayBeCode(line, lines.indent(i)) ? 1 : 0;
            red += lines.indent(i) == 0 && Red.isStructural(line, 0) ? 1 : 0;
        }
        return filled >= 5 && code * 2 >= filled && sure * 4 >= filled && red * 100 <= filled;
    }

    /** What hardly anything but code looks like. */
    private static boolean isStatement(String line) {
        int start = 0;
        while (start < line.length() && line.charAt(start) <= ' ') {
            start++;
        }
        char last = line.charAt(line.length() - 1);
        char first = line.charAt(start);
        if (first == '{' && last == '}' && line.length() > 2) {
            return false;
        }
        if (";{},([".indexOf(last) >= 0 || first == '}' || first == '@' || line.startsWith("//", start)) {
            return true;
        }
        int end = wordEnd(line, start);
        return end > start
                && end < line.length()
                && (last == ':' || last == ')' || line.charAt(end) == ' ')
                && (IMPORTING.holds(line, start, end)
                        || DEFINING.holds(line, start, end)
                        || STATEMENT.holds(line, start, end));
    }

    private static boolean mayBeCode(String line, int indent) {
        int start = 0;
        while (start < line.length() && line.charAt(start) <= ' ') {
            start++;
        }
        if (indent == 0 || Frames.isFrame(line, start)) {
            return false;
        }
        char last = line.charAt(line.length() - 1);
        char first = line.charAt(start);
        return last == ')' || last == ']' || last == ':' || line.contains(" = ") || first == '*' || first == '#';
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        boolean inComment = false;
        int commentLine = 0;
        boolean numbered = lines.numbering().isPresent();
        int seenCode = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            if (numbered && lines.bodyStart(i) == 0) {
                // What a view says about itself: the file's name, how much there is above and below, an error.
                judgement.rank(i, Judgement.WARNING, "around a file");
                continue;
            }
            String line = lines.get(i);
            int start = lines.bodyStart(i);
            while (line.charAt(start) <= ' ') {
                start++;
            }
            boolean opens = !inComment && (line.startsWith("/*", start) || line.startsWith("<!--", start));
            if (opens) {
                inComment = true;
                commentLine = 0;
            }
            if (inComment) {
                judgement.worth(i, commentWorth(line, start, commentLine, seenCode));
                judgement.label(i, "comments");
                commentLine += hasLetter(line, start) ? 1 : 0;
                inComment = !(line.contains("*/") || line.contains("-->"));
                continue;
            }
            if (line.startsWith("//", start) || (line.startsWith("#", start) && line.startsWith("# ", start))) {
                judgement.worth(i, commentWorth(line, start, commentLine, seenCode));
                judgement.label(i, "comments");
                commentLine++;
                continue;
            }
            commentLine = 0;
            seenCode++;
            judgement.worth(i, codeWorth(line, start));
        }
        judgement.ends(0.1, 0);
        RedLines.judge(judgement, false);
    }

    private static float commentWorth(String line, int start, int commentLine, int seenCode) {
        if (!hasLetter(line, start)) {
            return LICENCE;
        }
        if (seenCode == 0) {
            return commentLine == 0 ? COMMENT : LICENCE;
        }
        return commentLine == 0 ? COMMENT_HEAD : COMMENT;
    }

    private static float codeWorth(String line, int start) {
        int end = wordEnd(line, start);
        if (end > start) {
            if (IMPORTING.holds(line, start, end)) {
                return IMPORT;
            }
            if (DEFINING.holds(line, start, end)) {
                return DEFINITION;
            }
        }
        return hasLetter(line, start) ? 1f : CLOSER;
    }

    private static boolean hasLetter(String line, int start) {
        for (int i = start; i < line.length(); i++) {
            if (Character.isLetterOrDigit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int wordEnd(String line, int start) {
        int end = start;
        while (end < line.length() && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return end;
    }
}
