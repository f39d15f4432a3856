package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.tooluse.failure.Reflector;
import io.ambit.gateway.tools.CallCorrector;
import io.ambit.gateway.tools.ReflectedAdvice;
import io.ambit.gateway.tools.ToolWatch;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.store.SqliteStores;

/** Puts together what the gateway does about tools. */
final class WatchedTools {
    private WatchedTools() {}

    /** As the settings say it; the stores stay the caller's to close, after the gateway. */
    static ToolWatch of(AmbitConfig config, SqliteStores stores) {
        TokenCounter tokens = new BpeTokenCounter();
        return new ToolWatch(
                config.tools().settings(),
                stores.tools(),
                CallCorrector.NONE,
                new ReflectedAdvice((space, report) -> Reflector.reflect(report)),
                tokens);
    }
}
