package io.ambit.server.rest;

import io.ambit.core.memory.Memory;
import io.ambit.core.memory.care.Care;
import io.ambit.core.memory.care.CareBudget;
import io.ambit.core.memory.care.CareJson;
import io.ambit.core.memory.care.CarePlan;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.memory.care.CareStep;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryReport;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Consolidation, retention and verification of memory. */
final class CareRoutes {
    /** A call is not to take longer than a client waits. */
    private static final long MAX_SECONDS = 60;

    private final Memory memory;

    CareRoutes(Memory memory) {
        this.memory = memory;
    }

    void register(RoutesConfig routes) {
        routes.post("/rest/memory/consolidate", this::consolidate);
        routes.get("/rest/memory/verify", this::verify);
    }

    private void consolidate(Context context) {
        RestCall call = new RestCall(context, Set.of("dryRun", "maxSteps"));
        Space space = call.space();
        boolean dryRun = call.fields().flag("dryRun", false);
        CareBudget budget = new CareBudget(
                (int) Math.min(call.fields().number("maxSteps", Integer.MAX_VALUE), Integer.MAX_VALUE),
                memory.now().plusSeconds(MAX_SECONDS),
                memory.clock());
        Care care = memory.care();
        List<CareStep> steps;
        boolean whole;
        if (dryRun) {
            CarePlan plan = care.plan(space, budget, CareProgress.SILENT);
            steps = plan.steps();
            whole = plan.isWhole();
        } else {
            Care.Report report = care.run(space, budget, CareProgress.SILENT);
            steps = report.done();
            whole = report.isWhole();
            memory.wasWritten(space);
        }
        call.answer(
                200,
                Map.of(
                        "dryRun", dryRun,
                        "steps", steps.stream().map(CareJson::tree).toList(),
                        "whole", whole));
    }

    private void verify(Context context) {
        RestCall call = new RestCall(context, Set.of());
        MemoryReport report = memory.store().verify();
        call.answer(
                200,
                Map.of(
                        "records", report.records(),
                        "links", report.links(),
                        "tombstones", report.tombstones(),
                        "faults", report.faults().size()));
    }
}
