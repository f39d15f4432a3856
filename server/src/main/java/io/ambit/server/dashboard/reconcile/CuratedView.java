package io.ambit.server.dashboard.reconcile;

import io.ambit.core.context.assembly.reconcile.Curated;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;

/** What became of a person's decisions. */
public record CuratedView(Space space, Curated curated) implements ReconcileView {
    @Override
    public String template() {
        return "curated.jte";
    }

    @Override
    public String title() {
        return "Curated: " + curated.epic();
    }

    public String back() {
        return EpicsView.address(space, curated.epic());
    }

    public String epic() {
        return Address.of("/backlog/item")
                .with("space", space.id())
                .with("id", curated.epic())
                .toString();
    }
}
