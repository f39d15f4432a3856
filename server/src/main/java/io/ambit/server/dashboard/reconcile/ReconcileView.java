package io.ambit.server.dashboard.reconcile;

import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;

/** A page of the review of an epic: it is of one space, under the same tab. */
interface ReconcileView extends View {
    @Override
    default Tab tab() {
        return Tab.RECONCILE;
    }

    @Override
    default boolean needsSpace() {
        return true;
    }
}
