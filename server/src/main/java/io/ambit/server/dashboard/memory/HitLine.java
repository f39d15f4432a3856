package io.ambit.server.dashboard.memory;

import io.ambit.core.memory.recall.Hit;
import io.ambit.core.record.Link;
import io.ambit.server.dashboard.page.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A record that was found, with the reasons for it.
 *
 * @param toAvoid whether it tells what has failed before
 */
public record HitLine(Hit hit, boolean toAvoid) {
    private static final int EXTRACT = 400;

    /** A part of the score. */
    public record Part(String name, double value) {
        public String figure() {
            return Figures.score(value);
        }

        /** The length of its bar out of 100. */
        public int length() {
            return (int) Math.round(Math.clamp(Math.abs(value), 0, 1) * 100);
        }
    }

    /** The parts of the score that count for anything, in the order in which they were computed. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, Double> part : hit.parts().entrySet()) {
            if (Math.abs(part.getValue()) >= 0.005) {
                parts.add(new Part(part.getKey(), part.getValue()));
            }
        }
        return parts;
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
