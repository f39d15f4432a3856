package io.ambit.bench.context;

import io.ambit.bench.context.ContextCase.Mode;
import io.ambit.core.context.assembly.AssembleRequest;
import io.ambit.core.context.assembly.AssembledContext;
import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.item.ItemId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Assembles a context for every case at every budget, and looks what of the needed is in it. */
public final class ContextTrial {
    private static final double PERCENT = 100;

    private final ProjectContext project;
    private final FilledBySearch plain;

    public ContextTrial(ProjectContext project) {
        this.project = project;
        this.plain = new FilledBySearch(project);
    }

    /** By mode, then budget; modes without a case are left out. */
    public List<ContextFigures> run(List<ContextCase> cases, List<Integer> budgets) {
        List<ContextFigures> figures = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            List<ContextCase> ofMode =
                    cases.stream().filter(one -> one.mode() == mode).toList();
            for (int budget : ofMode.isEmpty() ? List.<Integer>of() : budgets) {
                figures.add(run(mode, ofMode, budget));
            }
        }
        return figures;
    }

    private ContextFigures run(Mode mode, List<ContextCase> cases, int budget) {
        double shown = 0;
        double whole = 0;
        double named = 0;
        double searched = 0;
        double tokens = 0;
        int over = 0;
        int withoutFocus = 0;
        for (ContextCase one : cases) {
            AssembledContext context = project.assemble(request(one, budget));
            Set<String> full = new HashSet<>();
            Set<String> all = new HashSet<>();
            for (Piece piece : context.pieces()) {
                if (piece.form() != Form.REFERENCE) {
                    all.add(ItemId.key(piece.id()));
                }
                if (piece.form() == Form.FULL) {
                    full.add(ItemId.key(piece.id()));
                }
            }
            Set<String> only = new HashSet<>();
            context.pieces().forEach(piece -> only.add(ItemId.key(piece.id())));
            context.leftOut().forEach(left -> only.add(ItemId.key(left.id())));
            only.removeAll(all);
            shown += share(one, all);
            whole += share(one, full);
            named += share(one, only);
            searched += share(one, plain.keys(one, budget));
            tokens += context.tokens();
            over += project.memory().tokens().count(context.text()) > budget ? 1 : 0;
            withoutFocus += mode != Mode.QUERY && !all.contains(ItemId.key(one.subject())) ? 1 : 0;
        }
        int count = cases.size();
        return new ContextFigures(
                mode,
                budget,
                count,
                PERCENT * shown / count,
                PERCENT * whole / count,
                PERCENT * named / count,
                PERCENT * searched / count,
                tokens / count,
                over,
                withoutFocus);
    }

    private static AssembleRequest request(ContextCase one, int budget) {
        return switch (one.mode()) {
            case TASK -> new AssembleRequest(one.subject(), null, null, budget);
            case EPIC -> new AssembleRequest(null, one.subject(), null, budget);
            case QUERY -> new AssembleRequest(null, null, one.subject(), budget);
        };
    }

    private static double share(ContextCase one, Set<String> keys) {
        return (double) one.needs().stream().filter(keys::contains).count()
                / one.needs().size();
    }
}
