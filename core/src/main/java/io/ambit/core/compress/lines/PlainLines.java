package io.ambit.core.compress.lines;

/** Prose and whatever no other kind claims: the beginning, then the lines that bring most. */
final class PlainLines implements LineKind {
    private static final int SENTENCE = 50;

    @Override
    public String name() {
        return "text";
    }

    /** Text of sentences: most of it stands in lines long enough for one, that start with a letter and end with a stop. */
    @Override
    public boolean claims(Lines lines) {
        long all = 0;
        long prose = 0;
        int red = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i)) {
                continue;
            }
            String line = lines.get(i).strip();
            all += line.length();
            Red report = Red.of(line, 0);
            red += report == Red.STRONG || report == Red.WARNING ? 1 : 0;
            prose += line.length() >= SENTENCE && hasFewSigns(line) ? line.length() : 0;
        }
        return prose * 10 >= all * 6 && red * 20 <= lines.size();
    }

    private static boolean hasFewSigns(String line) {
        int max = Math.min(line.length(), 400);
        int signs = 0;
        int spaces = 0;
        for (int i = 0; i < max; i++) {
            char c = line.charAt(i);
            spaces += c == ' ' ? 1 : 0;
            signs += Character.isLetter(c) || c == ' ' || c == '.' || c == ',' || c == '\'' ? 0 : 1;
        }
        return signs * 14 <= max && spaces * 10 >= max;
    }

    @Override
    public void judge(Judgement judgement) {
        judgement.ends(0.3, 0.05);
        RedLines.judge(judgement, false);
        Records.judge(judgement);
        Repeats.judge(judgement);
    }
}
