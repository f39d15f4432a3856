package io.ambit.cli;

import io.ambit.cli.terminal.TextTable;
import io.ambit.core.session.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a step was sent, in a line. */
final class RouteText {
    private static final int WIDEST = 500;

    private RouteText() {}

    /** "" where there was nothing to choose and nothing was done. */
    static String of(Route route) {
        if (route.equals(Route.NONE)) {
            return "";
        }
        String where = route.upstream().isEmpty() ? "the only upstream" : route.upstream();
        List<String> parts = new ArrayList<>();
        parts.add(route.model().isEmpty() ? where : where + ", model " + route.model());
        if (!route.reason().isEmpty()) {
            parts.add(
                    route.propensity() < 1
                            ? String.format(Locale.ROOT, "%s (chance %.2f)", route.reason(), route.propensity())
                            : route.reason());
        }
        parts.addAll(route.notes());
        if (!route.failure().isEmpty()) {
            parts.add("failed: " + route.failure());
        }
        // Names of models come from clients: no escape sequence may reach the terminal.
        return TextTable.printable(String.join("; ", parts), WIDEST);
    }
}
