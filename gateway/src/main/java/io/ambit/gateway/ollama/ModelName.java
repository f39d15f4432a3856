package io.ambit.gateway.ollama;

import java.util.Collection;
import java.util.Optional;

/** Names of Ollama's models, and of the variants of them that Ambit makes: the same model with another window. */
public final class ModelName {
    private static final String MARK = "-ctx";
    private static final int MAX_DIGITS = 9;

    private ModelName() {}

    /** The name with its tag, which is {@code latest} where none is said; "" for "". */
    public static String full(String name) {
        int slash = name.lastIndexOf('/');
        return name.isEmpty() || name.indexOf(':', slash + 1) >= 0 ? name : name + ":latest";
    }

    /** What the variant of {@code model} with a window of {@code tokens} is called. */
    public static String variant(String model, int tokens) {
        return full(model) + MARK + tokens;
    }

    /** The window that a variant's name tells; 0 for a name that is no variant's. */
    public static int windowOf(String name) {
        int mark = name.lastIndexOf(MARK);
        String digits = mark < 0 ? "" : name.substring(mark + MARK.length());
        boolean number = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    /** The variant of {@code model} with the largest window among {@code names}. */
    static Optional<String> widest(String model, Collection<String> names) {
        String start = full(model) + MARK;
        return names.stream()
                .filter(name -> name.startsWith(start) && windowOf(name) > 0)
                .max((a, b) -> Integer.compare(windowOf(a), windowOf(b)));
    }
}
