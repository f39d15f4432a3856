package io.ambit.server.dashboard.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;

/**
 * An item with what it stands in relation to.
 *
 * @param html its text, rendered and tamed
 * @param relations groups that have a link
 * @param references where what it points at leads
 * @param curated the curated context of an epic, rendered; "" for none
 */
public record ItemView(
        Space space,
        Item item,
        String html,
        List<RelationGroup> relations,
        List<ReferenceLine> references,
        String curated)
        implements View {
    /** Relations of one kind; {@code label} from the item's point of view. */
    public record RelationGroup(String label, List<Related> items) {}

    /** An item at the other end of a relation. */
    public record Related(String id, String title, String status, String address) {}

    /**
     * A reference.
     *
     * @param address of a page of this dashboard or of the web; "" where it is text only
     * @param note where it leads, or why it leads nowhere
     */
    public record ReferenceLine(String text, String address, boolean isWeb, String note) {}

    public ItemView {
        relations = List.copyOf(relations);
        references = List.copyOf(references);
    }

    @Override
    public String template() {
        return "item.jte";
    }

    @Override
    public String title() {
        return item.id() + ": " + item.title();
    }

    @Override
    public Tab tab() {
        return Tab.BACKLOG;
    }

    @Override
    public boolean needsSpace() {
        return true;
    }

    public boolean isEpic() {
        return item.type().name().equals("epic");
    }

    /** Where its context is put together. */
    public String context() {
        return Address.of("/backlog/context")
                .with("space", space.id())
                .with("id", item.id().value())
                .toString();
    }

    public String reconcile() {
        return Address.of("/reconcile")
                .with("space", space.id())
                .with("epic", item.id().value())
                .toString();
    }

    public String address(String id) {
        return Card.address(space, id);
    }
}
