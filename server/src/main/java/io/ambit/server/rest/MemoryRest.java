package io.ambit.server.rest;

import io.ambit.core.memory.Memory;
import io.javalin.config.RoutesConfig;

/** {@code /rest/memory}: everything that memory does, for programs. */
public final class MemoryRest {
    private MemoryRest() {}

    /** Adds the paths; who may ask has been checked before. */
    public static void register(RoutesConfig routes, Memory memory) {
        new RecordRoutes(memory).register(routes);
        new RecallRoutes(memory).register(routes);
        new RelationRoutes(memory).register(routes);
        new BlockRoutes(memory).register(routes);
    }
}
