package io.ambit.mcp.tool;

import io.ambit.core.record.Block;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BlockStore;
import java.util.List;
import java.util.Optional;

/** No tool knows blocks: where one is written a test shall fail. */
final class NoBlocks implements BlockStore {
    @Override
    public void put(Block block) {
        throw new UnsupportedOperationException("no block is written by a tool");
    }

    @Override
    public Optional<Block> block(Space space, String label) {
        return Optional.empty();
    }

    @Override
    public List<Block> blocks(Space space, String query) {
        return List.of();
    }

    @Override
    public List<Block> history(Space space, String label) {
        return List.of();
    }

    @Override
    public boolean deleteBlock(Space space, String label) {
        return false;
    }
}
