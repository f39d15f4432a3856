package io.ambit.core.context.assembly.preference;

import io.ambit.core.context.assembly.preference.Preferences.Preference;
import io.ambit.core.event.PieceUse;
import io.ambit.core.item.ItemId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.PreferenceStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from use which roles of pieces are wanted in which type of task.
 *
 * <p>What a context offered without all of its text, by a summary, by name or among what it left out, can be opened.
 * A role that is opened more often than the pieces of that task type are on the whole becomes worth more, a role that
 * is opened less often becomes worth less: by the factor {@code 1 + n / (n + k) * 0.25 * lift}, where {@code n} counts
 * the offers, {@code k} is {@value #SHRINK} and the lift is the difference of the shares over the share of all, from
 * -0.8 to 1. So the factor stays within 0.8 and 1.25, and few counts change next to nothing. Thread-safe.
 */
public final class LearnedPreferences {
    public static final double LEAST = 0.8;
    public static final double MOST = 1.25;

    private static final double SHRINK = 40;
    private static final double REACH = 0.25;
    private static final double USUAL_SHARE = 0.1;
    private static final int MOST_SESSIONS = 256;

    private record Offer(String task, Map<String, String> roleByKey) {}

    private final Space space;
    private final PreferenceStore store;
    private final Map<String, Offer> offers = new LinkedHashMap<>();

    public LearnedPreferences(Space space, PreferenceStore store) {
        this.space = space;
        this.store = store;
    }

    /** All that was learned, by task, then role. */
    public Preferences all() {
        List<PieceUse> uses = store.uses(space);
        return new Preferences(uses.stream()
                .sorted(Comparator.comparing(PieceUse::task).thenComparing(PieceUse::role))
                .map(use -> new Preference(use.task(), use.role(), use.offered(), use.opened(), factor(use, uses)))
                .toList());
    }

    /** By role, the factor for a type of task; roles without one have 1. */
    public Map<String, Double> factors(String task) {
        Map<String, Double> factors = new LinkedHashMap<>();
        for (Preference preference : all().all()) {
            if (preference.task().equals(task)) {
                factors.put(preference.role(), preference.factor());
            }
        }
        return factors;
    }

    private static double factor(PieceUse use, List<PieceUse> uses) {
        long offered = 0;
        long opened = 0;
        for (PieceUse other : uses) {
            if (other.task().equals(use.task())) {
                offered += other.offered();
                opened += other.opened();
            }
        }
        if (use.offered() == 0 || offered == 0) {
            return 1;
        }
        double share = Math.min(1, (double) use.opened() / use.offered());
        double all = Math.min(1, (double) opened / offered);
        double lift = Math.clamp((share - all) / Math.max(all, USUAL_SHARE), -LEAST, 1);
        double trust = use.offered() / (use.offered() + SHRINK);
        return Math.clamp(1 + trust * REACH * lift, LEAST, MOST);
    }

    /**
     * Notes what a context offered to a session; counts it at once, so that no end of a session has to be told.
     *
     * @param roleByKey role by key of the piece's id
     */
    public void offered(String session, String task, Map<String, String> roleByKey) {
        Map<String, PieceUse> counts = new LinkedHashMap<>();
        roleByKey.values().forEach(role -> counts.merge(role, new PieceUse(task, role, 1, 0), PieceUse::plus));
        synchronized (offers) {
            offers.remove(session);
            offers.put(session, new Offer(task, new LinkedHashMap<>(roleByKey)));
            if (offers.size() > MOST_SESSIONS) {
                offers.remove(offers.keySet().iterator().next());
            }
        }
        if (!counts.isEmpty()) {
            store.add(space, List.copyOf(counts.values()));
        }
    }

    /** Notes that a session opened something; counts once where the session's last context offered it. */
    public void opened(String session, String id) {
        PieceUse use = null;
        synchronized (offers) {
            Offer offer = offers.get(session);
            if (offer != null) {
                String role = offer.roleByKey().remove(ItemId.key(id));
                use = role == null ? null : new PieceUse(offer.task(), role, 0, 1);
            }
        }
        if (use != null) {
            store.add(space, List.of(use));
        }
    }

    public void reset() {
        synchronized (offers) {
            offers.clear();
        }
        store.reset(space);
    }
}
