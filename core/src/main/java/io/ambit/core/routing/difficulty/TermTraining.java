package io.ambit.core.routing.difficulty;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Learns a {@link TermModel}: ridge regression of the gain (Hoerl and Kennard 1970), solved by conjugate gradients on the
 * normal equations (Hestenes and Stiefel 1952).
 */
final class TermTraining {
    private static final double RIDGE = 40;
    private static final int STEPS = 25;

    private final TermCorpus corpus;
    private final double[] rarity;
    private final int[][] columns;
    private final double[][] values;
    private final double[] weights;
    private double base;

    /**
     * Learns.
     *
     * @param rows which of the corpus to learn from
     * @param gains of each row of the corpus
     */
    TermTraining(TermCorpus corpus, int[] rows, double[] gains) {
        this.corpus = corpus;
        rarity = rarity(corpus, rows);
        columns = new int[rows.length][];
        values = new double[rows.length][];
        double[] wanted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            columns[i] = corpus.rows.get(rows[i]).columns();
            values[i] = values(corpus.rows.get(rows[i]));
            wanted[i] = gains[rows[i]];
            base += wanted[i] / rows.length;
        }
        for (int i = 0; i < rows.length; i++) {
            wanted[i] -= base;
        }
        weights = new double[rarity.length];
        solve(wanted);
    }

    /** 0 for terms that too few of the rows have. */
    private static double[] rarity(TermCorpus corpus, int[] rows) {
        int[] frequencies = new int[corpus.names.size()];
        for (int row : rows) {
            for (int column : corpus.rows.get(row).columns()) {
                frequencies[column]++;
            }
        }
        double[] rarity = new double[frequencies.length];
        for (int i = 0; i < rarity.length; i++) {
            if (frequencies[i] >= TermCorpus.LEAST_PROMPTS) {
                rarity[i] = Math.log((1.0 + rows.length) / (1.0 + frequencies[i])) + 1;
            }
        }
        return rarity;
    }

    private double[] values(TermCorpus.Row row) {
        double[] values = new double[row.columns().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = TermModel.value(row.counts()[i], rarity[row.columns()[i]]);
        }
        scale(values, 0, row.topics());
        scale(values, row.topics(), values.length);
        return values;
    }

    private static void scale(double[] values, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += values[i] * values[i];
        }
        for (int i = from; squares > 0 && i < to; i++) {
            values[i] /= Math.sqrt(squares);
        }
    }

    /** What the model says to a row of the corpus. */
    double estimate(int row) {
        double[] known = values(corpus.rows.get(row));
        return base + dot(corpus.rows.get(row).columns(), known, weights);
    }

    TermModel model() {
        Map<String, TermModel.Term> terms = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            if (rarity[i] > 0) {
                terms.put(corpus.names.get(i), new TermModel.Term(rarity[i], weights[i]));
            }
        }
        return new TermModel(base, terms);
    }

    private void solve(double[] wanted) {
        double[] residual = back(wanted);
        double[] direction = residual.clone();
        double square = dot(residual, residual);
        for (int step = 0; step < STEPS && square > 1e-12; step++) {
            double[] image = back(forth(direction));
            for (int i = 0; i < image.length; i++) {
                image[i] += RIDGE * direction[i];
            }
            double length = square / dot(direction, image);
            for (int i = 0; i < weights.length; i++) {
                weights[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
            double next = dot(residual, residual);
            for (int i = 0; i < direction.length; i++) {
                direction[i] = residual[i] + next / square * direction[i];
            }
            square = next;
        }
    }

    private double[] forth(double[] vector) {
        double[] result = new double[columns.length];
        for (int row = 0; row < columns.length; row++) {
            result[row] = dot(columns[row], values[row], vector);
        }
        return result;
    }

    private double[] back(double[] vector) {
        double[] result = new double[weights.length];
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                result[columns[row][i]] += values[row][i] * vector[row];
            }
        }
        return result;
    }

    private static double dot(int[] at, double[] values, double[] vector) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += values[i] * vector[at[i]];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
