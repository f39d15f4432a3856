package io.ambit.server.dashboard.reconcile;

import io.ambit.core.item.Item;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import java.util.List;

/**
 * The epics to choose from.
 *
 * @param known whether a backlog belongs to the space
 */
public record EpicsView(Space space, boolean known, List<Line> epics) implements ReconcileView {
    /**
     * An epic.
     *
     * @param curated whether it has a curated context already
     */
    public record Line(Item epic, boolean curated) {}

    public EpicsView {
        epics = List.copyOf(epics);
    }

    @Override
    public String template() {
        return "epics.jte";
    }

    @Override
    public String title() {
        return "Reconcile";
    }

    public String address(Item epic) {
        return address(space, epic.id().value());
    }

    static String address(Space space, String epic) {
        return Address.of("/reconcile")
                .with("space", space.id())
                .with("epic", epic)
                .toString();
    }
}
