package io.ambit.server.dashboard.tools;

import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.View;

/**
 * Five buttons to say how useful a context was.
 *
 * @param subject id of a session or an item
 * @param stars that were given today, 0 for none
 * @param csrf the visitor's
 */
public record StarsView(Space space, String subject, int stars, String csrf) implements View {
    @Override
    public String template() {
        return "stars-piece.jte";
    }

    @Override
    public String title() {
        return "Stars";
    }
}
