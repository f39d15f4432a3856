package io.ambit.core.context;

import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything is forwarded as it came. Where another policy had shown a session in another form, the switch to this one
 * is a boundary: all of it is shown whole again.
 */
public final class OffPolicy implements ContextPolicy {
    public static final String NAME = "off";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>(Undo.messages(transcript, earlier));
        boolean revised = !changes.isEmpty();
        for (ToolExchange exchange : transcript.exchanges()) {
            PartKey key = PartKey.of(transcript, exchange);
            Decision decision = earlier.get(key);
            if (!(decision instanceof Decision.Keep)) {
                changes.put(key, Decision.KEEP);
                revised |= decision != null;
            }
        }
        return earlier.with(changes, revised);
    }
}
