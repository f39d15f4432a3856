package io.ambit.core.routing.profile;

import java.util.List;

/**
 * How a model is asked for the text between two texts.
 *
 * @param prefix stands before the text before the gap
 * @param suffix stands before the text after the gap
 * @param middle stands where the answer begins, "" where the model needs none
 * @param suffixFirst whether the text after the gap comes first in the prompt
 * @param repo stands before a repository's name, "" where the model has no such token
 * @param file stands before a file's name, "" where the model has no such token
 * @param stop texts that end the answer
 */
public record FillInMiddle(
        String prefix, String suffix, String middle, boolean suffixFirst, String repo, String file, List<String> stop) {
    public FillInMiddle {
        stop = List.copyOf(stop);
        if (prefix.isEmpty() || suffix.isEmpty()) {
            throw new IllegalArgumentException("fill-in-the-middle without a prefix or suffix token, expected both");
        }
    }

    /** The prompt for what stands between {@code before} and {@code after}. */
    public String prompt(String before, String after) {
        return suffixFirst ? suffix + after + prefix + before + middle : prefix + before + suffix + after + middle;
    }
}
