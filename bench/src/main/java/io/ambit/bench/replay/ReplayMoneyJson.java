package io.ambit.bench.replay;

import io.ambit.wire.logs.LogUsage;
import java.util.LinkedHashMap;
import java.util.Map;

/** What sessions cost, as the report's JSON has it. */
final class ReplayMoneyJson {
    private ReplayMoneyJson() {}

    static Map<String, Object> of(Money money) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("dollars", money.isKnown() ? ReplayJson.rounded(money.dollars()) : null);
        object.put("sessions", money.sessions());
        object.put("requests", money.requests());
        object.put("usage", usage(money.usage()));
        object.put("sessionsWithoutUsage", money.sessionsWithoutUsage());
        object.put("unpricedModels", money.unpricedModels());
        return object;
    }

    private static Map<String, Object> usage(LogUsage usage) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("input", usage.input());
        object.put("cacheRead", usage.cacheRead());
        object.put("cacheWrite", usage.cacheWrite());
        object.put("cacheWriteHour", usage.cacheWriteHour());
        object.put("output", usage.output());
        return object;
    }
}
