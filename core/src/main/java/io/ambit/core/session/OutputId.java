package io.ambit.core.session;

import io.ambit.core.text.Hash;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * The short name of a tool output, printed in markers: base-36 digits of its content's hash. Six digits (31 bits) do
 * for a session; where two outputs of one session would share them, the later takes more digits.
 */
public record OutputId(String value) {
    public static final int MIN_LENGTH = 6;
    public static final int MAX_LENGTH = 24;

    private static final Pattern VALID = Pattern.compile("[0-9a-z]{6,24}");

    public OutputId {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("output id '" + value + "', expected 6 to 24 of 0-9 a-z");
        }
    }

    /** The id of {@code length} digits of a content. */
    public static OutputId of(Hash content, int length) {
        String digits = new BigInteger(1, content.bytes()).toString(36);
        String padded = "0".repeat(Math.max(0, 50 - digits.length())) + digits;
        // The last digits are the evenly distributed ones.
        return new OutputId(padded.substring(padded.length() - length));
    }

    @Override
    public String toString() {
        return value;
    }
}
