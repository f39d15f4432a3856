package io.ambit.wire.anthropic;

import io.ambit.core.message.Part;
import java.util.ArrayList;
import java.util.List;

/** What the client has seen of the one message that it takes all rounds for. */
final class AnthropicClientView {
    private final List<Part> earlier = new ArrayList<>();
    private final List<String> earlierBlocks = new ArrayList<>();
    private boolean laterRound;
    private boolean begun;
    private boolean shifted;
    private int nextIndex;

    /** Whether a message was begun, which later rounds go on with. */
    boolean isBegun() {
        return begun;
    }

    void began() {
        begun = true;
    }

    /** Whether a round ended before this one. */
    boolean isLaterRound() {
        return laterRound;
    }

    /**
     * The index that the client is to know a new block by.
     *
     * @param upstream the upstream's own, kept where nothing was left out before; -1 where it gave none
     */
    int indexFor(long upstream, boolean leftOut) {
        shifted |= leftOut || laterRound;
        int index = shifted || upstream < 0 || upstream >= Integer.MAX_VALUE ? nextIndex : (int) upstream;
        nextIndex = Math.max(nextIndex, index + 1);
        return index;
    }

    /** What the client was shown of the rounds that ended before this one. */
    List<Part> earlier() {
        return earlier;
    }

    /** The same as blocks of content. */
    List<String> earlierBlocks() {
        return earlierBlocks;
    }

    void roundEnded(AnthropicRound round) {
        laterRound = true;
        for (AnthropicBlock block : round.blocks()) {
            if (!block.isRetrieve()) {
                Part part = block.part();
                if (part != null) {
                    earlier.add(part);
                    earlierBlocks.add(block.json());
                }
            }
        }
    }
}
