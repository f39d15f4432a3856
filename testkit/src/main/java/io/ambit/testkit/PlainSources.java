package io.ambit.testkit;

import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.text.Words;
import io.ambit.core.tooluse.ToolUse;
import java.util.List;

/** What advice on tools rests on, without a model, an index or a validator. */
public final class PlainSources {
    private PlainSources() {}

    public static ToolUse.Sources of(Ledger ledger, ToolStore tools) {
        return new ToolUse.Sources(
                ledger,
                tools,
                new HeapUsageStore(),
                (schema, value) -> List.of(),
                text -> List.copyOf(Words.of(text)),
                null,
                TextVectors.NONE,
                new HeapToolPatternStore());
    }
}
