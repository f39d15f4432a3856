package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.AssembledContext.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which candidates are shown, and in which form. The focus comes first; then, again and again, the step that
 * adds most use for its tokens: naming a candidate, showing it shorter, showing it whole. That is the greedy rule for
 * the knapsack of several choices (Sinha and Zoltners 1979); tokens count by a power below one, since many snippets
 * serve a reader less than a few texts that he can work with.
 */
final class Selection {
    private static final double COST_POWER = 0.7;
    private static final double LEAST_WORTH = 0.1;
    private static final int LEAST_CONSIDERED = 30;
    private static final int BUDGET_PER_CONSIDERED = 20;
    private static final int MOST_GROWN = 6;
    private static final int FOCUS_MARGIN = 2;

    private final Shapes shapes;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Candidate> unconsidered = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private int used;

    /** A candidate that is shown. */
    record Chosen(Candidate candidate, Shape shape) {}

    private record Step(Slot slot, int levelBefore) {}

    private static final class Slot {
        private final Candidate candidate;
        private final List<Shape> shapes;
        private int level = -1;

        Slot(Candidate candidate, List<Shape> shapes) {
            this.candidate = candidate;
            this.shapes = shapes;
        }

        int tokens() {
            return level < 0 ? 0 : shapes.get(level).tokens();
        }

        double use() {
            return level < 0 ? 0 : shapes.get(level).use();
        }

        boolean isFocus() {
            return candidate.role() == Roles.FOCUS;
        }
    }

    /**
     * A selection from candidates.
     *
     * @param ranked best first, the focus before all else
     * @param room tokens for all pieces
     */
    Selection(List<Candidate> ranked, Shapes shapes, int budget, int room) {
        this.shapes = shapes;
        double best = ranked.stream()
                .filter(one -> one.role() != Roles.FOCUS)
                .mapToDouble(Candidate::worth)
                .max()
                .orElse(0);
        int considered = LEAST_CONSIDERED + budget / BUDGET_PER_CONSIDERED;
        for (Candidate candidate : ranked) {
            if (candidate.role() == Roles.FOCUS) {
                Slot slot = new Slot(candidate, new ArrayList<>(List.of(shapes.focus(candidate, room))));
                slot.level = 0;
                used += slot.tokens();
                slots.add(slot);
            } else if (slots.size() < considered) {
                List<Shape> forms = shapes.of(candidate);
                boolean isSlight = candidate.worth() < LEAST_WORTH * best;
                slots.add(new Slot(candidate, new ArrayList<>(isSlight ? forms.subList(0, 1) : forms)));
            } else {
                unconsidered.add(candidate);
            }
        }
        fill(room);
    }

    private void fill(int room) {
        Step next = best(room);
        while (next != null) {
            Slot slot = next.slot();
            steps.push(new Step(slot, slot.level));
            used -= slot.tokens();
            slot.level = next.levelBefore();
            used += slot.tokens();
            next = best(room);
        }
    }

    /** The step that adds most for its tokens among those that fit; its level is the one to go to. */
    private @Nullable Step best(int room) {
        Step best = null;
        double most = 0;
        for (Slot slot : slots) {
            for (int level = slot.level + 1; level < slot.shapes.size(); level++) {
                int more = slot.shapes.get(level).tokens() - slot.tokens();
                double gain = (slot.shapes.get(level).use() - slot.use()) * slot.candidate.worth();
                double density = gain / Math.pow(Math.max(1, more), COST_POWER);
                if (used + more <= room && density > most) {
                    most = density;
                    best = new Step(slot, level);
                }
            }
        }
        return best;
    }

    /** Shows more of what is cut short, the focus first, with tokens that nothing else could use. */
    void grow(int spare) {
        int room = spare;
        int grown = 0;
        for (Slot slot : slots) {
            if (slot.level >= 0 && slot.shapes.get(slot.level).form() == Form.SUMMARY && grown < MOST_GROWN) {
                grown++;
                Candidate candidate = slot.candidate;
                Shape longer = shapes.longest(candidate, candidate.text(), slot.tokens() + room);
                int more = longer.tokens() - slot.tokens();
                if (more > 0 && more <= room) {
                    steps.push(new Step(slot, slot.level));
                    slot.shapes.add(longer);
                    slot.level = slot.shapes.size() - 1;
                    used += more;
                    room -= more;
                }
            }
        }
    }

    /** Takes the last step back; where there is none left, cuts the focus by so many tokens. False where nothing can go. */
    boolean less(int over) {
        if (!steps.isEmpty()) {
            Step last = steps.pop();
            used -= last.slot().tokens();
            last.slot().level = last.levelBefore();
            used += last.slot().tokens();
            return true;
        }
        for (Slot slot : slots) {
            if (slot.isFocus() && slot.level == 0 && slot.tokens() > over + FOCUS_MARGIN) {
                Shape shorter = shapes.focus(slot.candidate, slot.tokens() - over - FOCUS_MARGIN);
                used += shorter.tokens() - slot.tokens();
                slot.shapes.set(0, shorter);
                return true;
            }
        }
        return false;
    }

    List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.level >= 0) {
                chosen.add(new Chosen(slot.candidate, slot.shapes.get(slot.level)));
            }
        }
        return chosen;
    }

    /** What is not shown, best first. */
    List<Candidate> leftOut() {
        List<Candidate> leftOut = new ArrayList<>();
        for (Slot slot : slots) {
            if (slot.level < 0) {
                leftOut.add(slot.candidate);
            }
        }
        leftOut.addAll(unconsidered);
        return leftOut;
    }
}
