package io.ambit.core.memory.care;

import io.ambit.core.record.Episode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The steps that several episodes took in the same order. A step counts only where what it was done to shares a word
 * that says something: that files were read and commands were run is true of any work and teaches nothing.
 */
final class CommonSteps {
    /** Of the episodes beside the first, this share must have taken a step. */
    private static final double MOST = 0.6;

    private static final int MAX_STEPS = 20;
    private static final int MAX_LENGTH = 160;

    private CommonSteps() {}

    /** What was done, or what made an error go away. */
    private record Taken(String action, Set<String> about, String words) {
        boolean matches(Taken other) {
            return action.equals(other.action)
                    && !ContentWords.shared(about, other.about).isEmpty();
        }
    }

    /** The steps of the first episode that most of the others have taken too, after each other. */
    static List<String> of(List<Episode> episodes) {
        List<Taken> first = taken(episodes.getFirst());
        List<List<Taken>> others =
                episodes.stream().skip(1).map(CommonSteps::taken).toList();
        int[] reached = new int[others.size()];
        Set<String> common = new LinkedHashSet<>();
        for (Taken step : first) {
            int[] next = reached.clone();
            int having = 0;
            for (int o = 0; o < others.size(); o++) {
                int at = find(step, others.get(o), reached[o]);
                if (at >= 0) {
                    next[o] = at + 1;
                    having++;
                }
            }
            if (having > 0 && having >= MOST * others.size()) {
                common.add(step.words());
                reached = next;
            }
        }
        return common.stream().limit(MAX_STEPS).toList();
    }

    private static int find(Taken step, List<Taken> steps, int from) {
        for (int i = from; i < steps.size(); i++) {
            if (steps.get(i).matches(step)) {
                return i;
            }
        }
        return -1;
    }

    private static List<Taken> taken(Episode episode) {
        List<Taken> steps = new ArrayList<>();
        for (Episode.Action action : episode.actions()) {
            String target = action.target().strip();
            Set<String> about = ContentWords.of(target);
            if (!about.isEmpty()) {
                steps.add(new Taken(
                        action.action().strip().toLowerCase(Locale.ROOT),
                        about,
                        line(action.action().strip() + " " + target)));
            }
        }
        for (Episode.Failure error : episode.errors()) {
            Set<String> about = ContentWords.of(error.resolution());
            if (!about.isEmpty()) {
                steps.add(
                        new Taken("resolve", about, line("on " + error.message().strip() + ": " + error.resolution())));
            }
        }
        return steps;
    }

    /** On one line, at most {@value #MAX_LENGTH} characters. */
    static String line(String text) {
        String line = String.join(" ", text.strip().lines().map(String::strip).toList());
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 4)) ? MAX_LENGTH - 4 : MAX_LENGTH - 3;
        return line.substring(0, end) + "...";
    }
}
