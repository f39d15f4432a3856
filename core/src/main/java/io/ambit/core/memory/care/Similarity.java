package io.ambit.core.memory.care;

import java.util.List;

/** How similar a text is to each of others, -1 to 1: {@link io.ambit.core.spi.MemoryIndex#similarities}. */
@FunctionalInterface
public interface Similarity {
    List<Double> of(String text, List<String> others);
}
