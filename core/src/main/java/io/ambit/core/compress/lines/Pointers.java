package io.ambit.core.compress.lines;

/** Lines that say where a part of an output stands already: {@code [lines 40-92: as in #k3x9q2]}. They always stay. */
final class Pointers {
    private static final String AS_IN = "as in #";

    private Pointers() {}

    static void keep(Judgement judgement) {
        Lines lines = judgement.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int at = line.startsWith("[") ? 0 : lines.bodyStart(i);
            int bracket = line.indexOf('[', at);
            if (bracket >= 0 && bracket <= at + 16 && line.indexOf(AS_IN, bracket) > 0) {
                judgement.rank(i, Judgement.MUST, "pointer");
            }
        }
    }
}
