package io.ambit.core.tooluse.suggest;

import java.util.ArrayList;
import java.util.List;

/**
 * A vector for each tool that stands between its description and the requests that it served (prototypes, Snell and
 * others 2017). Requests sound unlike descriptions, whatever they ask for; by that difference, as the log shows it, the
 * descriptions are moved too, so that a tool gains nothing from the mere fact that it has requests.
 */
final class Prototypes {
    /** A description counts as much as two requests. */
    private static final double DESCRIPTION = 2;
    /** The difference is believed by half once so many tools have requests. */
    private static final double TOOLS_FOR_HALF = 5;

    private final List<float[]> own;
    private final List<float[]> learned;

    Prototypes(List<float[]> own, RequestLines lines, TextMeaning meaning) {
        this.own = own;
        List<float[]> sums = new ArrayList<>();
        own.forEach(vector -> sums.add(new float[vector.length]));
        int[] counts = new int[own.size()];
        for (RequestLines.Line line : lines.all()) {
            byte[] vector = meaning.of(line.read().hash());
            if (vector != null) {
                Cosine.add(sums.get(line.tool()), vector, 1);
                counts[line.tool()]++;
            }
        }
        float[] difference = new float[meaning.dimension()];
        int seen = 0;
        for (int t = 0; t < counts.length; t++) {
            if (counts[t] > 0) {
                seen++;
                Cosine.add(difference, sums.get(t), 1.0 / counts[t]);
                Cosine.add(difference, own.get(t), -1);
            }
        }
        learned = sums;
        for (int t = 0; t < counts.length; t++) {
            Cosine.add(sums.get(t), own.get(t), DESCRIPTION);
            Cosine.add(sums.get(t), difference, DESCRIPTION / (seen + TOOLS_FOR_HALF));
            Cosine.unit(sums.get(t));
        }
    }

    /** The cosine of a request and each tool by its description alone. */
    double[] described(float[] request) {
        return cosines(own, request);
    }

    /** The cosine of a request and each tool by what it served too. */
    double[] learned(float[] request) {
        return cosines(learned, request);
    }

    private static double[] cosines(List<float[]> vectors, float[] request) {
        double[] cosines = new double[vectors.size()];
        for (int t = 0; t < cosines.length; t++) {
            cosines[t] = Cosine.product(vectors.get(t), request);
        }
        return cosines;
    }
}
