package io.ambit.cli;

import io.ambit.cli.config.AmbitConfig;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.session.Space;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.history.CallHistory;
import io.ambit.core.tooluse.pattern.PatternBook;
import io.ambit.core.tooluse.pattern.Reflecting;
import io.ambit.gateway.tools.CheckedCorrector;
import io.ambit.gateway.tools.ReflectedAdvice;
import io.ambit.gateway.tools.ToolWatch;
import io.ambit.store.SqliteStores;
import io.ambit.wire.schema.JsonSchemaValidator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts together what the gateway does about tools. */
final class WatchedTools {
    private WatchedTools() {}

    /** As the settings say it; the stores stay the caller's to close, after the gateway. */
    static ToolWatch of(AmbitConfig config, SqliteStores stores) {
        Map<Space, Reflecting> spaces = new ConcurrentHashMap<>();
        return new ToolWatch(
                config.tools().settings(),
                stores.tools(),
                new CheckedCorrector(new CallCheck(new JsonSchemaValidator())),
                new ReflectedAdvice((space, report) -> spaces.computeIfAbsent(space, its -> reflecting(its, stores))
                        .reflect(report)),
                new BpeTokenCounter());
    }

    private static Reflecting reflecting(Space space, SqliteStores stores) {
        return new Reflecting(new PatternBook(space, stores.patterns(), new CallHistory(space, stores.ledger())));
    }
}
