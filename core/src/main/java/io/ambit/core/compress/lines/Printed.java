package io.ambit.core.compress.lines;

import io.ambit.core.compress.Compressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kept lines in their order, with a mark for each gap between them. */
final class Printed {
    private static final String IN_ORDER = "most of what is new";

    private final Judgement judgement;
    private final Lines lines;
    private final boolean[] kept;
    private final int maxLine;
    private final StringBuilder out = new StringBuilder();
    private final List<Compressed.Kept> reasons = new ArrayList<>();

    Printed(Judgement judgement, boolean[] kept, int maxLine) {
        this.judgement = judgement;
        this.lines = judgement.lines();
        this.kept = kept;
        this.maxLine = maxLine;
    }

    Compressed print(String kind) {
        for (int i = 0; i < kept.length; ) {
            int end = i + 1;
            while (end < kept.length && kept[end] == kept[i]) {
                end++;
            }
            if (kept[i]) {
                for (int j = i; j < end; j++) {
                    out.append(LongLine.shorten(judgement.shown(j), maxLine, judgement.focus(j)))
                            .append('\n');
                }
                reasons(i, end);
            } else {
                gap(i, end);
            }
            i = end;
        }
        String text = lines.text();
        boolean endsWhole = kept.length > 0 && kept[kept.length - 1] && !text.endsWith("\n");
        if (endsWhole) {
            out.setLength(out.length() - 1);
        }
        if (out.length() >= text.length()) {
            return new Compressed(text, kind, List.of(Selection.everything(lines)));
        }
        return new Compressed(out.toString(), kind, reasons);
    }

    private void gap(int from, int to) {
        if (lines.numbering().isPresent() && isNumbered(from, to) && to < kept.length && lines.bodyStart(to) > 0) {
            // The numbers say how many lines are missing; blank ones are not missed.
            out.append(isBlank(from, to) ? "" : "…\n");
            return;
        }
        String what = whatAllAre(from, to);
        out.append(what == null ? GapMarks.of(to - from) : GapMarks.of(to - from, what))
                .append('\n');
    }

    private boolean isNumbered(int from, int to) {
        for (int i = from; i < to; i++) {
            if (lines.bodyStart(i) == 0 && !lines.isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!lines.isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** What the lines of a gap have in common, where that says something. */
    private @Nullable String whatAllAre(int from, int to) {
        int group = from > 0 ? judgement.group(from - 1) : -1;
        boolean like = group >= 0;
        String label = judgement.label(from);
        for (int i = from; i < to; i++) {
            like &= judgement.group(i) == group || lines.isBlank(i);
            label = Objects.equals(label, judgement.label(i)) || lines.isBlank(i) ? label : null;
        }
        return label != null ? label : like ? "like the one above" : null;
    }

    private void reasons(int from, int to) {
        for (int i = from; i < to; ) {
            String why = why(i);
            int end = i + 1;
            while (end < to && (lines.isBlank(end) || why.equals(why(end)))) {
                end++;
            }
            reasons.add(new Compressed.Kept(GapMarks.range(i, end - 1), why));
            i = end;
        }
    }

    private String why(int i) {
        String why = judgement.why(i);
        return why == null ? IN_ORDER : why;
    }
}
