package io.ambit.server.dashboard.backlog;

import io.ambit.core.context.assembly.AssembledContext;
import io.ambit.core.item.ItemId;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The context that an agent would be given for an item.
 *
 * @param id of the item; "" for a query alone
 * @param query what the work is about; "" for none
 * @param items keys of the backlog's items
 */
public record ContextView(Space space, String id, String query, AssembledContext context, Set<String> items)
        implements View {
    static final List<Integer> BUDGETS = List.of(500, 1_000, 2_000, 4_000, 8_000, 16_000);

    public ContextView {
        items = Set.copyOf(items);
    }

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

    /** Where a piece is shown, "" where it is neither a record of memory nor an item. */
    public String address(String piece) {
        if (RecordId.isValid(piece)) {
            return Address.of("/memory").step(space.id()).step(piece).toString();
        }
        return items.contains(ItemId.key(piece)) ? Card.address(space, piece) : "";
    }
}
