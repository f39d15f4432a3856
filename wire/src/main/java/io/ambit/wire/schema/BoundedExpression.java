package io.ambit.wire.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression of a schema, given so many steps for a text; what takes more, or cannot be read, matches. */
final class BoundedExpression implements RegularExpression {
    private static final int MOST_STEPS = 200_000;
    private static final int LONGEST = 2_000;

    private final Pattern pattern;

    private BoundedExpression(Pattern pattern) {
        this.pattern = pattern;
    }

    static RegularExpression of(String expression) {
        if (expression.length() > LONGEST) {
            return text -> true;
        }
        try {
            return new BoundedExpression(Pattern.compile(expression));
        } catch (PatternSyntaxException | StackOverflowError e) {
            return text -> true;
        }
    }

    @Override
    public boolean matches(String text) {
        try {
            return pattern.matcher(new Counted(text, 0, text.length(), new int[1]))
                    .find();
        } catch (Steps.TooMany | StackOverflowError e) {
            return true;
        }
    }

    /** Each character that the matcher looks at is a step. */
    private static final class Counted implements CharSequence {
        private final String text;
        private final int start;
        private final int end;
        private final int[] steps;

        Counted(String text, int start, int end, int[] steps) {
            this.text = text;
            this.start = start;
            this.end = end;
            this.steps = steps;
        }

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new Steps.TooMany();
            }
            return text.charAt(start + index);
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text, start + from, start + to, steps);
        }

        @Override
        public String toString() {
            return text.substring(start, end);
        }
    }
}
