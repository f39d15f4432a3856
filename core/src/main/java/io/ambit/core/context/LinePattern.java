package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that somebody else wrote, matched against lines. It is given so many steps for one answer: an
 * expression that would go through exponentially many ways ends with an error and not with a hanging thread. Used by one
 * thread.
 */
final class LinePattern {
    private static final int MAX_STEPS = 5_000_000;

    private final Pattern pattern;
    private int steps;

    LinePattern(String expression) {
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new AmbitException(
                    "pattern '" + expression + "' is no regular expression: " + e.getDescription() + " at character "
                            + e.getIndex(),
                    e);
        } catch (StackOverflowError e) {
            throw tooMuchWork("compile", e);
        }
    }

    /**
     * Whether the expression is found in {@code line}.
     *
     * @throws AmbitException where that takes too many steps
     */
    boolean matches(String line) {
        try {
            return pattern.matcher(new Counted(line, 0, line.length())).find();
        } catch (TooManySteps | StackOverflowError e) {
            throw tooMuchWork("match", e);
        }
    }

    private static AmbitException tooMuchWork(String doing, Throwable cause) {
        return new AmbitException(
                "pattern takes too long to " + doing + ", expected a simpler regular expression", cause);
    }

    private static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** Each character that the matcher looks at is a step. */
    private final class Counted implements CharSequence {
        private final String text;
        private final int start;
        private final int end;

        Counted(String text, int start, int end) {
            this.text = text;
            this.start = start;
            this.end = end;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(start + index);
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
