package io.ambit.bench.replay;

import io.ambit.core.context.Policies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Settings of {@code custom} to try: drawn at random, and drawn near good ones. */
final class SweepCandidates {
    private static final String POLICY = "custom";
    private static final int ATTEMPTS = 50;

    private final Map<String, List<Integer>> options = Policies.sweepable();
    private final Random random;
    private final Set<Map<String, Integer>> drawn = new LinkedHashSet<>();

    SweepCandidates(long seed) {
        random = new Random(seed);
        drawn.add(Map.of()); // the default itself
    }

    /** So many that were not drawn before, each option changed with a chance of a third. */
    List<Map<String, Integer>> any(int count) {
        List<Map<String, Integer>> fresh = new ArrayList<>();
        for (int attempt = 0; fresh.size() < count && attempt < count * ATTEMPTS; attempt++) {
            Map<String, Integer> settings = new LinkedHashMap<>();
            options.forEach((option, values) -> {
                int value = values.get(random.nextInt(values.size()));
                if (random.nextInt(3) == 0) {
                    settings.put(option, value);
                }
            });
            add(settings, fresh);
        }
        return fresh;
    }

    /** So many that differ from {@code good} in one option and were not drawn before. */
    List<Map<String, Integer>> near(Map<String, Integer> good, int count) {
        List<String> names = List.copyOf(options.keySet());
        List<Map<String, Integer>> fresh = new ArrayList<>();
        for (int attempt = 0; fresh.size() < count && attempt < count * ATTEMPTS && !names.isEmpty(); attempt++) {
            String option = names.get(random.nextInt(names.size()));
            List<Integer> values = options.getOrDefault(option, List.of());
            Map<String, Integer> settings = new LinkedHashMap<>(good);
            settings.put(option, values.get(random.nextInt(values.size())));
            add(settings, fresh);
        }
        return fresh;
    }

    private void add(Map<String, Integer> settings, List<Map<String, Integer>> fresh) {
        // By the policy's own name: a value that is the default's makes no difference.
        Map<String, Integer> differing = differing(settings);
        if (drawn.add(differing)) {
            fresh.add(differing);
        }
    }

    /** Those that change anything. */
    private static Map<String, Integer> differing(Map<String, Integer> settings) {
        String usual = Policies.parse(POLICY).name();
        Map<String, Integer> differing = new LinkedHashMap<>();
        settings.forEach((option, value) -> {
            if (!Policies.parse(spec(Map.of(option, value))).name().equals(usual)) {
                differing.put(option, value);
            }
        });
        return differing;
    }

    /** As {@code --policy} takes it. */
    static String spec(Map<String, Integer> settings) {
        StringBuilder spec = new StringBuilder(POLICY);
        settings.forEach(
                (option, value) -> spec.append(':').append(option).append('=').append(value));
        return spec.toString();
    }
}
