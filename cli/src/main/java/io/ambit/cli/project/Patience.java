package io.ambit.cli.project;

import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * How long a question waits for items that cannot be found by meaning yet.
 *
 * @param most beyond which they are found by their words alone
 * @param waiting told now and then how many items that still are, at last 0
 */
record Patience(Duration most, IntConsumer waiting) {
    static final Patience NONE = new Patience(Duration.ZERO, waiting -> {});
}
