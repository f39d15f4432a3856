package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/** The forms in which candidates may be shown within a budget, from the shortest to the longest. */
final class Shapes {
    private static final double REFERENCE_USE = 0.05;
    private static final double BRIEF_USE = 0.7;
    private static final double LONG_USE = 0.88;
    private static final int LEAST_BRIEF = 24;
    private static final int MOST_BRIEF = 110;
    private static final int BUDGET_PER_BRIEF = 40;
    private static final double MOST_OF_BUDGET = 0.25;
    private static final double FOCUS_OF_BUDGET = 0.5;
    /** A summary that saves less than this share is not worth reading in its place. */
    private static final double WORTH_SAVING = 0.75;

    private final TokenCounter tokens;
    private final Goal goal;
    private final Summary summary;
    private final int brief;
    private final int most;
    private final int focus;

    Shapes(TokenCounter tokens, Goal goal, int budget) {
        this.tokens = tokens;
        this.goal = goal;
        this.summary = new Summary(tokens, goal.words());
        this.brief = Math.clamp(budget / BUDGET_PER_BRIEF, LEAST_BRIEF, MOST_BRIEF);
        this.most = (int) (budget * MOST_OF_BUDGET);
        this.focus = (int) (budget * FOCUS_OF_BUDGET);
    }

    /** All forms of a candidate, each longer and of more use than the one before. */
    List<Shape> of(Candidate candidate) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(shape(Form.REFERENCE, REFERENCE_USE, Frame.reference(candidate)));
        if (candidate.source() instanceof Source.OfUrl) {
            return shapes;
        }
        String text = candidate.text();
        Shape longest = longest(candidate, text, most);
        String sentences = summary.of(text, brief);
        if (!sentences.isBlank()) {
            Shape shorter = shape(Form.SUMMARY, BRIEF_USE, Frame.of(candidate, Form.SUMMARY, sentences));
            if (shorter.tokens() < WORTH_SAVING * longest.tokens()) {
                shapes.add(shorter);
            }
        }
        shapes.add(longest);
        return shapes;
    }

    /** The focus as it is shown at first: all of it, or what fits its share of the budget. */
    Shape focus(Candidate candidate, int atMost) {
        return longest(candidate, candidate.text(), Math.min(focus, atMost));
    }

    /** All of a candidate where that fits, else the lines of it that say most. */
    Shape longest(Candidate candidate, String text, int maxTokens) {
        Shape full = shape(Form.FULL, 1, Frame.of(candidate, Form.FULL, text));
        if (full.tokens() <= maxTokens) {
            return full;
        }
        int frame = tokens.count(Frame.of(candidate, Form.SUMMARY, ""));
        // Every line costs the mark that quotes it, too: try with less until it fits.
        int room = maxTokens - frame;
        Shape cut = shape(Form.SUMMARY, LONG_USE, Frame.of(candidate, Form.SUMMARY, ""));
        for (int attempt = 0; attempt < 4 && room > 0; attempt++) {
            String fitted = Fitting.lines(text, goal.asked(), room, tokens);
            cut = shape(Form.SUMMARY, LONG_USE, Frame.of(candidate, Form.SUMMARY, fitted));
            if (cut.tokens() <= maxTokens) {
                return cut;
            }
            room -= Math.max(4, cut.tokens() - maxTokens);
        }
        String sentences = room > 0 ? summary.of(text, room) : "";
        Shape last = shape(Form.SUMMARY, LONG_USE, Frame.of(candidate, Form.SUMMARY, sentences));
        return last.tokens() <= maxTokens ? last : cutHard(last, maxTokens);
    }

    /** Where not even the frame fits: as much of it as does. */
    private Shape cutHard(Shape shape, int maxTokens) {
        String cut = Fitting.cut(shape.text().stripTrailing(), Math.max(1, maxTokens - 1), tokens) + "\n";
        return shape(Form.SUMMARY, BRIEF_USE, cut);
    }

    private Shape shape(Form form, double use, String text) {
        return new Shape(form, use, text, tokens.count(text));
    }
}
