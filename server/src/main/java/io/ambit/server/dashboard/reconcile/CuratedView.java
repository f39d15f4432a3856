package io.ambit.server.dashboard.reconcile;

import io.ambit.core.context.assembly.reconcile.Curated;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;

/** What became of a person's decisions. */
public record CuratedView(Space space, Curated curated) implements View {
    @Override
    public String template() {
        return "curated.jte";
    }

    @Override
    public String title() {
        return "Curated: " + curated.epic();
    }

    @Override
    public Tab tab() {
        return Tab.RECONCILE;
    }

    @Override
    public boolean needsSpace() {
        return true;
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
