package io.ambit.server.dashboard.backlog;

import io.ambit.core.context.assembly.AssembledContext;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Locale;

/**
 * The context that an agent would be given for an item.
 *
 * @param id of the item; "" for a query alone
 * @param query what the work is about; "" for none
 */
public record ContextView(Space space, String id, String query, AssembledContext context) implements View {
    static final List<Integer> BUDGETS = List.of(500, 1_000, 2_000, 4_000, 8_000, 16_000);

    @Override
    public String template() {
        return "context.jte";
    }

    @Override
    public String title() {
        return "Context for " + (id.isEmpty() ? query : id);
    }

    @Override
    public Tab tab() {
        return Tab.BACKLOG;
    }

    @Override
    public boolean needsSpace() {
        return true;
    }

    public List<Integer> budgets() {
        return BUDGETS;
    }

    /** "full", "summary" or "reference". */
    public String form(AssembledContext.Piece piece) {
        return piece.form().name().toLowerCase(Locale.ROOT);
    }

    /** The length of a piece's bar out of 100, the whole budget. */
    public int length(AssembledContext.Piece piece) {
        return Math.min(100, Math.round(100f * piece.tokens() / Math.max(1, context.maxTokens())));
    }

    /** Where a piece is shown: records of memory and items have different pages. */
    public String address(String piece) {
        return RecordId.isValid(piece)
                ? Address.of("/memory").step(space.id()).step(piece).toString()
                : Card.address(space, piece);
    }
}
