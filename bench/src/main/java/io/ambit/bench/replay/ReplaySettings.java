package io.ambit.bench.replay;

import io.ambit.core.context.ContextPolicy;
import io.ambit.core.spi.TokenCounter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to replay, and how.
 *
 * @param paths files and folders, {@code -} for standard input
 * @param policies to compare, under the names that the user gave them, in that order
 * @param dump folder for what each policy forwarded, null for none
 */
public record ReplaySettings(
        List<String> paths,
        Map<String, ContextPolicy> policies,
        TokenCounter tokens,
        @Nullable Path dump) {
    public ReplaySettings {
        paths = List.copyOf(paths);
        policies = new LinkedHashMap<>(policies);
    }
}
