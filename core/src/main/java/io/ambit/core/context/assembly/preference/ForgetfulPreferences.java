package io.ambit.core.context.assembly.preference;

import io.ambit.core.event.PieceUse;
import io.ambit.core.session.Space;
import io.ambit.core.spi.PreferenceStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps counts for as long as it lives itself: for embedding programs without a data folder. */
public final class ForgetfulPreferences implements PreferenceStore {
    private final Map<Space, Map<String, PieceUse>> spaces = new LinkedHashMap<>();

    @Override
    public synchronized List<PieceUse> uses(Space space) {
        return new ArrayList<>(spaces.getOrDefault(space, Map.of()).values());
    }

    @Override
    public synchronized void add(Space space, List<PieceUse> uses) {
        Map<String, PieceUse> kept = spaces.computeIfAbsent(space, any -> new LinkedHashMap<>());
        for (PieceUse use : uses) {
            kept.merge(use.task() + "\n" + use.role(), use, PieceUse::plus);
        }
    }

    @Override
    public synchronized void reset(Space space) {
        spaces.remove(space);
    }
}
