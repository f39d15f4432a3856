package io.ambit.core.routing.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a model is asked for the text between two texts.
 *
 * @param prefix stands before the text before the gap
 * @param suffix stands before the text after the gap
 * @param middle stands where the answer begins, "" where the model needs none
 * @param suffixFirst whether the text after the gap comes first in the prompt
 * @param repo stands before a repository's name, "" where the model has no such token
 * @param file stands before a file's name, "" where the model has no such token
 * @param stop texts that end the answer, beside the tokens of another repository or file
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

    /** All texts that end the answer: a model that goes on with another file is done with this gap. */
    public List<String> stops() {
        Set<String> all = new LinkedHashSet<>(stop);
        all.add(repo);
        all.add(file);
        all.remove("");
        return List.copyOf(all);
    }
}
