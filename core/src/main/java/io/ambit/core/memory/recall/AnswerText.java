package io.ambit.core.memory.recall;

import io.ambit.core.spi.TokenCounter;
import java.util.List;

/**
 * An answer as a model gets to see it: what to avoid, what was found, each record quoted, and the ids of what did not
 * fit. The same answer reads the same each time; the query id is not part of it.
 */
public final class AnswerText {
    static final String AVOID = "What failed before, to be avoided:\n";
    static final String FOUND = "From memory:\n";
    static final String NOTHING = "Nothing in memory on this.\n";
    private static final String LEFT_OUT = "Found too, not shown for the budget:\n";

    private static final int MAX_LINES = 20;

    private AnswerText() {}

    /**
     * The text of an answer.
     *
     * @param maxTokens of the whole text; 0 for no limit. The answer must be to a question with no larger budget.
     */
    public static String of(Answer answer, TokenCounter tokens, int maxTokens) {
        StringBuilder out = new StringBuilder();
        section(out, AVOID, answer.avoid());
        section(out, FOUND, answer.hits());
        if (out.isEmpty()) {
            out.append(NOTHING);
        }
        leftOut(out, answer.leftOut(), tokens, maxTokens);
        return out.toString();
    }

    private static void section(StringBuilder out, String title, List<Hit> hits) {
        if (!hits.isEmpty()) {
            out.append(title);
            hits.forEach(hit -> out.append(QuotedRecord.of(hit.record())));
        }
    }

    private static void leftOut(StringBuilder out, List<LeftOut> leftOut, TokenCounter tokens, int maxTokens) {
        String fits = "";
        StringBuilder lines = new StringBuilder(LEFT_OUT);
        for (int shown = 0; shown < Math.min(leftOut.size(), MAX_LINES); shown++) {
            LeftOut one = leftOut.get(shown);
            lines.append("- ")
                    .append(one.id())
                    .append(" (")
                    .append(one.tokens())
                    .append(" tokens): \"");
            lines.append(one.line().replace('"', '\'')).append("\"\n");
            int more = leftOut.size() - shown - 1;
            String candidate = more == 0 ? lines.toString() : lines + "- and " + more + " more\n";
            if (maxTokens == 0 || tokens.count(out + candidate) <= maxTokens) {
                fits = candidate;
            }
        }
        out.append(fits);
    }
}
