package io.ambit.core.routing.difficulty;

import java.util.List;

/** A sum of small regression trees over the counts of {@link PromptShape}. */
public record TreeModel(List<Tree> trees) {

    /**
     * A node: a question, or an answer where it has no branches.
     *
     * @param column which count is asked, -1 for an answer
     * @param limit counts up to it go to {@code low}
     * @param low index of the node for those
     * @param high index of the node for the others
     * @param answer what a leaf adds
     */
    public record Node(int column, double limit, int low, int high, double answer) {}

    /** Nodes, the root first; branches lead to later nodes only. */
    public record Tree(List<Node> nodes) {
        public Tree {
            nodes = List.copyOf(nodes);
        }

        double estimate(double[] counts) {
            Node node = nodes.get(0);
            while (node.column() >= 0) {
                node = nodes.get(counts[node.column()] <= node.limit() ? node.low() : node.high());
            }
            return node.answer();
        }
    }

    public TreeModel {
        trees = List.copyOf(trees);
    }

    double estimate(double[] counts) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.estimate(counts);
        }
        return sum;
    }
}
