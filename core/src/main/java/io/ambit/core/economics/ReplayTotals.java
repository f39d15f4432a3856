package io.ambit.core.economics;

/**
 * The scores of many steps together: counts and sums, and what follows from them.
 *
 * @param peak tokens of the largest request
 * @param evidenceSteps steps that use an identifier from before
 * @param lostSteps those of them whose request lacked one
 * @param words words of prose that came from tool outputs alone
 * @param retrievals retrievals in the charged cost
 */
public record ReplayTotals(
        long steps,
        long sent,
        long uncached,
        double priced,
        double charged,
        long peak,
        long evidenceSteps,
        long lostSteps,
        long words,
        long lostWords,
        long retrievals) {

    public static final ReplayTotals NONE = new ReplayTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public ReplayTotals plus(StepScore step) {
        return new ReplayTotals(
                steps + 1,
                sent + step.sent(),
                uncached + step.uncached(),
                priced + step.priced(),
                charged + step.charged(),
                Math.max(peak, step.sent()),
                evidenceSteps + (step.usesEvidence() ? 1 : 0),
                lostSteps + (step.lost().isEmpty() ? 0 : 1),
                words + step.words(),
                lostWords + step.lostWords(),
                retrievals + (step.retrieves() ? 1 : 0));
    }

    public ReplayTotals plus(ReplayTotals more) {
        return new ReplayTotals(
                steps + more.steps,
                sent + more.sent,
                uncached + more.uncached,
                priced + more.priced,
                charged + more.charged,
                Math.max(peak, more.peak),
                evidenceSteps + more.evidenceSteps,
                lostSteps + more.lostSteps,
                words + more.words,
                lostWords + more.lostWords,
                retrievals + more.retrievals);
    }

    /** Of the steps that use an identifier from before, the share whose request lacked one; 0 where none does. */
    public double evidenceLoss() {
        return share(lostSteps, evidenceSteps);
    }

    /** Of the words that came from tool outputs alone, the share that stood in no forwarded message; 0 for none. */
    public double textLoss() {
        return share(lostWords, words);
    }

    public double retrievalsPerStep() {
        return share(retrievals, steps);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
