package io.ambit.core.compress.lines;

import io.ambit.core.text.MinifiedJson;

/**
 * A shorter form of a tool output that says the same: JSON without white space between its tokens; terminal text without
 * colour codes and overwritten progress states; runs of equal lines and of equal blocks shown once; search results with
 * the name of each file once. Pure, linear, never throws; text to
 * which none of this applies comes back as it is.
 */
public final class LosslessForm {
    private LosslessForm() {}

    public static String of(String text) {
        String terminal = ProgressStates.of(AnsiCodes.strip(MinifiedJson.of(text)));
        return SameHits.of(GroupedHits.of(FoldedBlocks.of(FoldedLines.of(terminal))));
    }
}
