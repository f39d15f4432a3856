package io.ambit.core.item;

import io.ambit.core.error.InvalidInputException;

/** What becomes of an item's text. Lines that are put in end as those of the text do. */
public sealed interface BodyEdit {

    /** All of the text is this from now on. */
    record Replace(String text) implements BodyEdit {
        @Override
        public String apply(String body) {
            return fitted(text, body);
        }
    }

    /** This comes after the text, on a line of its own. */
    record Append(String text) implements BodyEdit {
        @Override
        public String apply(String body) {
            boolean joins = body.isEmpty() || body.endsWith("\n");
            return body + fitted((joins ? "" : "\n") + text, body);
        }
    }

    /** One part of the text becomes another one; it must be there exactly once. */
    record Swap(String old, String fresh) implements BodyEdit {
        public Swap {
            if (old.isEmpty()) {
                throw new InvalidInputException("the text to replace is empty, expected a part of the item's text");
            }
        }

        @Override
        public String apply(String body) {
            String wanted = fitted(old, body);
            int at = body.indexOf(wanted);
            if (at < 0) {
                throw new InvalidInputException("the text to replace does not occur: '" + shortened(old) + "'");
            }
            if (body.indexOf(wanted, at + 1) >= 0) {
                throw new InvalidInputException("the text to replace occurs more than once: '" + shortened(old)
                        + "', expected enough of what stands around it to make it the only one");
            }
            return body.substring(0, at) + fitted(fresh, body) + body.substring(at + wanted.length());
        }
    }

    /**
     * The text after the edit.
     *
     * @throws InvalidInputException where the edit does not fit the text
     */
    String apply(String body);

    private static String fitted(String text, String body) {
        return body.contains("\r\n") ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
