package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedInput;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.spi.TokenCounter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to replay, and how.
 *
 * @param inputs what to read, in order
 * @param prices of models, for what sessions cost
 * @param policies to compare, under the names that the user gave them, in that order
 * @param dump folder for what each policy forwarded, null for none
 */
public record ReplaySettings(
        List<RecordedInput> inputs,
        PriceTable prices,
        Map<String, ContextPolicy> policies,
        TokenCounter tokens,
        @Nullable Path dump) {
    public ReplaySettings {
        inputs = List.copyOf(inputs);
        policies = new LinkedHashMap<>(policies);
    }
}
