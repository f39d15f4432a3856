package io.ambit.core.compress.shared;

import io.ambit.core.compress.Shown;
import io.ambit.core.economics.Identifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The identifiers that a cut took out of the model's sight: what the whole text held and neither the cut text nor
 * anything else that is shown holds. The next call may need any of them, and can name none that was not read.
 */
public final class IdentifierDigest {
    private static final int MAX_IDENTIFIER = 200;

    private IdentifierDigest() {}

    /**
     * The lost identifiers, the likeliest to be named in a call first, as many as fit.
     *
     * @param whole what the output said
     * @param cut what is shown of it
     * @param room characters
     */
    public static List<String> of(String whole, String cut, Shown shown, int room) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Identifiers.forEach(whole, id -> {
            if (id.length() <= MAX_IDENTIFIER) {
                places.putIfAbsent(id, places.size());
            }
        });
        KnownIdentifiers kept = new KnownIdentifiers();
        Identifiers.forEach(cut, kept::add);
        List<String> lost = new ArrayList<>();
        for (String id : places.keySet()) {
            if (!kept.contains(id) && !shown.holds(id)) {
                lost.add(id);
            }
        }
        lost.sort(Comparator.comparing(IdentifierClass::of));
        List<String> listed = new ArrayList<>();
        int used = 0;
        for (String id : lost) {
            if (used + id.length() + 1 <= room && !kept.contains(id)) {
                listed.add(id);
                kept.add(id);
                used += id.length() + 1;
            }
        }
        // In the order of the text: neighbours belong together.
        listed.sort(Comparator.comparing(id -> places.getOrDefault(id, 0)));
        return listed;
    }
}
