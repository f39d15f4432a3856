package io.ambit.core.routing;

/** How much of the stronger model's work, or of its price, a user wants to pay for. */
public sealed interface CostTarget {
    /** Half of the choices. */
    CostTarget DEFAULT = new StrongShare(0.5);

    /**
     * The share of prompts, in [0, 1], that the stronger model is to get.
     *
     * @param weak the model for easy prompts
     * @param strong the model for hard ones
     */
    double strongShare(Candidate weak, Candidate strong);

    /** A share of the prompts for the stronger model, whatever it costs. */
    record StrongShare(double share) implements CostTarget {
        public StrongShare {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share " + share + ", expected 0 to 1");
            }
        }

        @Override
        public double strongShare(Candidate weak, Candidate strong) {
            return share;
        }
    }

    /** A part of what it would cost to send every prompt to the stronger model. */
    record CostShare(double share) implements CostTarget {
        public CostShare {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share of the cost " + share + ", expected 0 to 1");
            }
        }

        /** Prompts are taken to be of one size, so that prices stand in for costs. */
        @Override
        public double strongShare(Candidate weak, Candidate strong) {
            if (strong.price() <= weak.price()) {
                return 1;
            }
            double ratio = weak.price() / strong.price();
            return Math.clamp((share - ratio) / (1 - ratio), 0, 1);
        }
    }
}
