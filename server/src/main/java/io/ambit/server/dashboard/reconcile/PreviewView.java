package io.ambit.server.dashboard.reconcile;

import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.session.Space;
import java.util.List;

/**
 * What a person has decided and not yet said yes to.
 *
 * @param undecided how many entries stay as they are
 */
public record PreviewView(Space space, Review review, List<Line> lines, int undecided, String csrf)
        implements ReconcileView {
    /**
     * A decision with its entry.
     *
     * @param action as it goes into the form: keep, edit, merge, drop
     * @param text for edit, else ""
     * @param into for merge, else ""
     */
    public record Line(Review.Entry entry, String action, String text, String into) {}

    public PreviewView {
        lines = List.copyOf(lines);
    }

    static Line line(Review.Entry entry, ReviewDecision decision) {
        return switch (decision) {
            case ReviewDecision.Keep ignored -> new Line(entry, "keep", "", "");
            case ReviewDecision.Edit edit -> new Line(entry, "edit", edit.text(), "");
            case ReviewDecision.Merge merge -> new Line(entry, "merge", "", merge.into());
            case ReviewDecision.Drop ignored -> new Line(entry, "drop", "", "");
        };
    }

    @Override
    public String template() {
        return "preview.jte";
    }

    @Override
    public String title() {
        return "Preview: " + review.epic();
    }

    public String back() {
        return EpicsView.address(space, review.epic());
    }
}
