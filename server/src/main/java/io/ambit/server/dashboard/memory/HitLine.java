package io.ambit.server.dashboard.memory;

import io.ambit.core.memory.recall.Hit;
import io.ambit.core.record.Link;
import io.ambit.server.dashboard.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record that was found, with the reasons for it.
 *
 * @param toAvoid whether it tells what has failed before
 * @param highest of each part of the scores, the most that any hit of the answer has
 */
public record HitLine(Hit hit, boolean toAvoid, Map<String, Double> highest) {
    private static final int EXTRACT = 400;
    private static final double VISIBLE = 0.005;
    /** What a score is multiplied by at the end; 1 changes nothing. */
    private static final Set<String> FACTORS = Set.of("weight", "importance", "confidence", "use");

    public HitLine {
        highest = Map.copyOf(highest);
    }

    /**
     * A part of the score.
     *
     * @param share of the highest of that name in the answer, 0 to 1
     */
    public record Part(String name, double value, double share) {
        public String figure() {
            return Figures.score(value);
        }

        /** The length of its bar out of 100. */
        public int length() {
            return (int) Math.round(Math.clamp(share, 0, 1) * 100);
        }
    }

    /** What it was found by, in the order in which it was computed. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Double> part : hit.parts().entrySet()) {
            double value = part.getValue();
            if (Math.abs(value) >= VISIBLE && !FACTORS.contains(part.getKey())) {
                double most = highest.getOrDefault(part.getKey(), 0.0);
                parts.add(new Part(part.getKey().replace('-', ' '), value, most <= 0 ? 0 : value / most));
            }
        }
        return parts;
    }

    /** The factors that change the score, in words; "" where none does. */
    public String factors() {
        StringBuilder out = new StringBuilder();
        hit.parts().forEach((name, value) -> {
            if (FACTORS.contains(name) && Math.abs(value - 1) >= VISIBLE) {
                out.append(out.isEmpty() ? "" : ", ").append(name).append(" × ").append(Figures.score(value));
            }
        });
        return out.toString();
    }

    /** The beginning of its text. */
    public String extract() {
        String text = hit.record().content().text();
        if (text.length() <= EXTRACT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(EXTRACT - 1)) ? EXTRACT - 1 : EXTRACT;
        return text.substring(0, end) + "…";
    }

    /** How it was reached from another hit, in words; "" where it was found by itself. */
    public String way() {
        StringBuilder out = new StringBuilder();
        for (Link link : hit.path()) {
            out.append(out.isEmpty() ? "" : ", then ")
                    .append(link.from())
                    .append(' ')
                    .append(link.type().label())
                    .append(' ')
                    .append(link.to());
        }
        return out.toString();
    }

    public String address() {
        return RecordView.address(hit.record().space(), hit.record().id());
    }
}
