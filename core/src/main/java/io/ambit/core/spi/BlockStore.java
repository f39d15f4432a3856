package io.ambit.core.spi;

import io.ambit.core.record.Block;
import io.ambit.core.session.Space;
import java.util.List;
import java.util.Optional;

/** Keeps memory blocks and every earlier value of each. Durable and isolated as {@link MemoryStore} is. */
public interface BlockStore {

    /** Writes a block; one of the same space and label is replaced, and kept as history where its value differs. */
    void put(Block block);

    Optional<Block> block(Space space, String label);

    /** All blocks of a space by label; their search is over label and value, words in any order, any case. */
    List<Block> blocks(Space space, String query);

    /** Earlier values, newest first. */
    List<Block> history(Space space, String label);

    /** Removes a block and its history; false where there is none. */
    boolean deleteBlock(Space space, String label);
}
