package io.ambit.core.routing.difficulty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Learns a {@link TreeModel} by stochastic gradient boosting on squared error (Friedman 2001, 2002), counts put in bins. */
final class TreeTraining {
    private static final int TREES = 300;
    private static final double RATE = 0.03;
    private static final int DEPTH = 3;
    private static final int BINS = 48;
    private static final int LEAST_ROWS = 100;
    private static final double RIDGE = 20;
    private static final double ROW_SHARE = 0.6;
    private static final double COLUMN_SHARE = 0.2;

    private final double[][] limits;
    private final byte[][] bins;
    private final double[] residual;
    private final SplittableRandom random;

    private TreeTraining(double[][] counts, double[] gains, SplittableRandom random) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        this.random = random;
        limits = new double[columns][];
        bins = new byte[columns][counts.length];
        for (int column = 0; column < columns; column++) {
            bin(counts, column);
        }
        residual = gains.clone();
    }

    /** @param gains less what is known already; the model adds to that */
    static TreeModel train(double[][] counts, double[] gains, SplittableRandom random) {
        return new TreeTraining(counts, gains, random).boost();
    }

    private void bin(double[][] counts, int column) {
        double[] sorted = new double[counts.length];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = counts[row][column];
        }
        Arrays.sort(sorted);
        double[] found = new double[BINS];
        int size = 0;
        for (int i = 1; i < BINS; i++) {
            int at = (int) ((long) sorted.length * i / BINS);
            double limit = sorted[at];
            if (limit < sorted[sorted.length - 1] && (size == 0 || limit > found[size - 1])) {
                found[size++] = limit;
            }
        }
        limits[column] = Arrays.copyOf(found, size);
        for (int row = 0; row < counts.length; row++) {
            int bin = Arrays.binarySearch(limits[column], counts[row][column]);
            bins[column][row] = (byte) (bin < 0 ? -bin - 1 : bin);
        }
    }

    private TreeModel boost() {
        List<TreeModel.Tree> trees = new ArrayList<>();
        int[] part = new int[residual.length];
        for (int t = 0; t < TREES; t++) {
            int size = 0;
            for (int row = 0; row < residual.length; row++) {
                if (random.nextDouble() < ROW_SHARE) {
                    part[size++] = row;
                }
            }
            List<TreeModel.Node> nodes = new ArrayList<>();
            grow(Arrays.copyOf(part, size), DEPTH, columns(), nodes);
            subtract(nodes);
            trees.add(new TreeModel.Tree(nodes));
        }
        return new TreeModel(trees);
    }

    private int[] columns() {
        int[] drawn = new int[limits.length];
        int size = 0;
        for (int column = 0; column < limits.length; column++) {
            if (random.nextDouble() < COLUMN_SHARE) {
                drawn[size++] = column;
            }
        }
        return Arrays.copyOf(drawn, size);
    }

    private int grow(int[] rows, int depth, int[] columns, List<TreeModel.Node> nodes) {
        int here = nodes.size();
        double sum = 0;
        for (int row : rows) {
            sum += residual[row];
        }
        nodes.add(new TreeModel.Node(-1, 0, 0, 0, RATE * sum / (rows.length + RIDGE)));
        Split split = depth == 0 ? Split.NONE : split(rows, sum, columns);
        if (split.column >= 0) {
            int[] low = new int[split.rows];
            int[] high = new int[rows.length - split.rows];
            int l = 0;
            int h = 0;
            for (int row : rows) {
                if (bins[split.column][row] <= split.bin) {
                    low[l++] = row;
                } else {
                    high[h++] = row;
                }
            }
            int toLow = grow(low, depth - 1, columns, nodes);
            int toHigh = grow(high, depth - 1, columns, nodes);
            nodes.set(here, new TreeModel.Node(split.column, limits[split.column][split.bin], toLow, toHigh, 0));
        }
        return here;
    }

    private record Split(int column, int bin, int rows, double score) {
        private static final Split NONE = new Split(-1, 0, 0, 0);
    }

    private Split split(int[] rows, double sum, int[] columns) {
        Split best = new Split(-1, 0, 0, sum * sum / (rows.length + RIDGE) + 1e-9);
        double[] sums = new double[BINS];
        int[] sizes = new int[BINS];
        for (int column : columns) {
            Arrays.fill(sums, 0);
            Arrays.fill(sizes, 0);
            byte[] bin = bins[column];
            for (int row : rows) {
                sums[bin[row]] += residual[row];
                sizes[bin[row]]++;
            }
            double low = 0;
            int size = 0;
            for (int b = 0; b < limits[column].length; b++) {
                low += sums[b];
                size += sizes[b];
                int others = rows.length - size;
                if (size >= LEAST_ROWS && others >= LEAST_ROWS) {
                    double high = sum - low;
                    double score = low * low / (size + RIDGE) + high * high / (others + RIDGE);
                    best = score > best.score ? new Split(column, b, size, score) : best;
                }
            }
        }
        return best;
    }

    private void subtract(List<TreeModel.Node> nodes) {
        int[] bound = new int[nodes.size()];
        for (int i = 0; i < bound.length; i++) {
            TreeModel.Node node = nodes.get(i);
            bound[i] = node.column() < 0 ? 0 : Arrays.binarySearch(limits[node.column()], node.limit());
        }
        for (int row = 0; row < residual.length; row++) {
            int at = 0;
            while (nodes.get(at).column() >= 0) {
                TreeModel.Node node = nodes.get(at);
                at = bins[node.column()][row] <= bound[at] ? node.low() : node.high();
            }
            residual[row] -= nodes.get(at).answer();
        }
    }
}
