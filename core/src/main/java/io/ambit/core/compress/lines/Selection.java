package io.ambit.core.compress.lines;

import io.ambit.core.compress.Compressed;
import java.util.Arrays;

/**
 * Which lines stay: by rank, then the ends of the text, then whatever is worth most per character, until the room is
 * used up. What reports trouble may take more room than there is, within bounds, and first gives up what repeats.
 */
final class Selection {
    /** What the mark of a gap costs, about. */
    private static final int MARK = 18;

    /** How many times the room red lines may take, and what belongs to them. */
    private static final int RED_ROOM = 4;

    private static final int NEAR_RED_ROOM = 2;

    /** A line longer than this is shortened inside, unless there is room for more. */
    private static final int LONG = 400;

    private final Judgement judgement;
    private final Lines lines;
    private final boolean[] kept;
    private final int maxLine;
    private int room;

    private Selection(Judgement judgement, int budget) {
        this.judgement = judgement;
        this.lines = judgement.lines();
        this.kept = new boolean[lines.size()];
        this.maxLine = maxLine(lines, budget);
        this.room = budget - MARK;
    }

    static Selection of(Judgement judgement, int budget) {
        Selection selection = new Selection(judgement, budget);
        selection.take(Judgement.MUST, Integer.MIN_VALUE);
        selection.take(Judgement.RED, -budget * (RED_ROOM - 1));
        // Some warnings come before the circumstances of the errors.
        selection.take(Judgement.WARNING, Math.max(selection.room - budget / 5, budget / 3));
        selection.take(Judgement.NEAR_RED, -budget * (NEAR_RED_ROOM - 1));
        for (byte rank = Judgement.WEAK_RED; rank > Judgement.PLAIN; rank--) {
            selection.take(rank, budget / 10);
        }
        selection.takeEnds();
        for (byte rank = Judgement.NEAR_RED; rank >= Judgement.PLAIN; rank--) {
            selection.take(rank, 0);
        }
        selection.fillSmallGaps();
        return selection;
    }

    /** The whole text as one thing that was kept. */
    static Compressed.Kept everything(Lines lines) {
        return new Compressed.Kept(GapMarks.range(0, lines.size() - 1), "all");
    }

    Compressed print(String kind) {
        return new Printed(judgement, kept, maxLine).print(kind);
    }

    /** The longest line that is shown whole: so that all the lines could be shown, else a usual one. */
    private static int maxLine(Lines lines, int budget) {
        int low = LONG;
        int high = Math.max(LONG, budget);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            long total = 0;
            for (int i = 0; i < lines.size() && total <= budget; i++) {
                total += LongLine.shownLength(lines.length(i), middle) + 1;
            }
            if (total <= budget) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Takes the lines of a rank, the worthiest first, as long as {@code least} is left of the room. */
    private void take(byte rank, int least) {
        if (room <= least) {
            return;
        }
        long[] order = new long[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean worthless = rank == Judgement.PLAIN && judgement.worth(i) == 0f;
            if (judgement.rank(i) == rank && !kept[i] && !lines.isBlank(i) && !worthless) {
                float perCharacter = judgement.worth(i) / (shownLength(i) + 12);
                // Positive floats order like their bits; the greater ones first, then the earlier lines.
                order[count++] = ((long) (Integer.MAX_VALUE - Float.floatToIntBits(perCharacter)) << 32) | i;
            }
        }
        Arrays.sort(order, 0, count);
        for (int n = 0; n < count && room > least; n++) {
            int i = (int) order[n];
            if (room - cost(i) >= least) {
                keep(i);
            }
        }
    }

    private void takeEnds() {
        int all = Math.max(room, 0);
        int headEnd = room - (int) (all * judgement.headShare());
        for (int i = 0; i < lines.size() && room > headEnd; i++) {
            takeEnd(i, headEnd);
        }
        int tailEnd = room - (int) (all * judgement.tailShare());
        for (int i = lines.size() - 1; i >= 0 && room > tailEnd; i--) {
            takeEnd(i, tailEnd);
        }
    }

    private void takeEnd(int i, int least) {
        if (!kept[i] && !lines.isBlank(i) && judgement.worth(i) >= 0.05f && room - cost(i) >= least) {
            keep(i);
        }
    }

    private void keep(int i) {
        room -= cost(i);
        kept[i] = true;
    }

    private int shownLength(int i) {
        return LongLine.shownLength(judgement.shownLength(i), maxLine);
    }

    /** What the line takes, and the mark of a gap that comes or goes with it. */
    private int cost(int i) {
        boolean before = i == 0 || kept[i - 1];
        boolean after = i == kept.length - 1 || kept[i + 1];
        int marks = before && after ? -MARK : before || after ? 0 : MARK;
        return shownLength(i) + 1 + marks;
    }

    /** A gap that is no longer than its mark is shown. */
    private void fillSmallGaps() {
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                continue;
            }
            int end = i;
            int length = 0;
            while (end < kept.length && !kept[end]) {
                length += lines.length(end) + 1;
                end++;
            }
            // In a numbered view the mark is a character, or none.
            int mark = lines.numbering().isPresent() ? 2 : GapMarks.of(end - i).length() + 1;
            if (length <= mark) {
                Arrays.fill(kept, i, end, true);
            }
            i = end;
        }
    }
}
