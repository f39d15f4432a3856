package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows each output once in the form that costs least and loses no evidence, decided when it arrives and the same from
 * then on; masks old outputs at planned boundaries, when the arithmetic of the cache says that it pays.
 */
public final class CuratedPolicy implements ContextPolicy {
    public static final String BALANCED = "balanced";
    public static final String TIGHT = "tight";
    public static final String CUSTOM = "custom";

    private final String name;
    private final CurationSettings settings;
    private final ViewCache views = new ViewCache();

    public CuratedPolicy(String name, CurationSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    public CurationSettings settings() {
        return settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLossy() {
        return true;
    }

    @Override
    public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>(Undo.messages(transcript, earlier));
        boolean lossless = !conditions.canRetrieve();
        boolean undo = !changes.isEmpty() || (lossless && Undo.anyCut(transcript, earlier));
        SessionView view = undo ? null : views.take(transcript, earlier);
        if (view == null) {
            view = new SessionView();
        }
        Decisions arrived = arrive(transcript, view, conditions, changes, earlier, undo);
        Masking masking = new Masking(transcript, arrived, conditions, settings);
        if (lossless || !masking.pays()) {
            views.put(transcript, view);
            return arrived;
        }
        return masking.apply();
    }

    /** Decides what is new, message by message. */
    private Decisions arrive(
            Transcript transcript,
            SessionView view,
            Conditions conditions,
            Map<PartKey, Decision> changes,
            Decisions earlier,
            boolean boundary) {
        CuratedOutput curated = new CuratedOutput(view, conditions.tokens());
        CuratedOutput.Room room = conditions.canRetrieve() ? settings::budget : CuratedOutput.Room.ALL;
        List<ToolExchange> exchanges = transcript.exchanges();
        int exchange = view.decided().size();
        for (int m = view.messages(); m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolResult) {
                    ToolExchange output = exchanges.get(exchange);
                    PartKey key = PartKey.of(transcript, output);
                    Decision decision = boundary ? null : earlier.get(key);
                    if (decision == null) {
                        decision = curated.decide(output, room, settings::digest);
                        changes.put(key, decision);
                    }
                    view.add(output, exchange, decision);
                    exchange++;
                } else {
                    view.add(part);
                }
            }
            view.next();
        }
        return earlier.with(changes, boundary);
    }
}
