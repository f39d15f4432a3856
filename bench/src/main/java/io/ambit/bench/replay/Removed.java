package io.ambit.bench.replay;

/**
 * Characters that forwarded requests lacked, summed over requests, and how many of them a {@code context_retrieve} call
 * gives back byte for byte.
 *
 * @param cut of tool outputs that were shown shorter
 * @param cutRecovered those of them that come back by an id that the shown text prints
 * @param dropped of tool outputs whose message was left out
 * @param droppedRecovered those of them that come back by an id that this request or an earlier one printed
 * @param prose of left-out messages that hold no tool output: no call brings them back
 */
public record Removed(long cut, long cutRecovered, long dropped, long droppedRecovered, long prose) {
    public static final Removed NONE = new Removed(0, 0, 0, 0, 0);

    public Removed plus(Removed more) {
        return new Removed(
                cut + more.cut,
                cutRecovered + more.cutRecovered,
                dropped + more.dropped,
                droppedRecovered + more.droppedRecovered,
                prose + more.prose);
    }

    /** Of all that was removed, the share that comes back; 1 where nothing was removed. */
    public double recoverable() {
        return share(cutRecovered + droppedRecovered, cut + dropped + prose);
    }

    /** Of what was cut, the share that comes back; 1 where nothing was cut. */
    public double recoverableOfCuts() {
        return share(cutRecovered, cut);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }
}
