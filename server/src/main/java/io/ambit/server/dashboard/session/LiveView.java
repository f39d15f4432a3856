package io.ambit.server.dashboard.session;

import io.ambit.server.dashboard.page.View;
import java.util.List;

/**
 * What changed in a list of sessions since a browser got it.
 *
 * @param fresh sessions that the browser does not show yet
 * @param changed rows that look otherwise now
 */
public record LiveView(SessionsView list, List<SessionLine> fresh, List<SessionLine> changed) implements View {
    @Override
    public String template() {
        return "sessions-live.jte";
    }

    @Override
    public String title() {
        return list.title();
    }
}
