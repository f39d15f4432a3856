package io.ambit.server.dashboard.session;

import io.ambit.core.economics.ContextMeasures;
import io.ambit.core.message.VolatilePrefix;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Optional;

/**
 * A session with its steps.
 *
 * @param steps of this page, oldest first
 * @param page from 1
 * @param total of steps on all pages
 * @param version another one whenever the page would look otherwise
 */
public record SessionView(
        SessionLine line, ContextMeasures measures, List<StepLine> steps, int page, int total, String version)
        implements View {
    static final int PAGE = 100;

    public SessionView {
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "session.jte";
    }

    @Override
    public String title() {
        return "Session " + line.session().id();
    }

    @Override
    public Tab tab() {
        return Tab.SESSIONS;
    }

    @Override
    public Space space() {
        return line.session().space();
    }

    /** What keeps a near model from finding the beginning of another session's prompt again, where its steps say so. */
    public Optional<VolatilePrefix> prefix() {
        return steps.reversed().stream()
                .flatMap(each -> Optional.ofNullable(each.end()).stream())
                .findFirst()
                .flatMap(end -> VolatilePrefix.noted(end.route().notes()));
    }

    public boolean hasMore() {
        return page * PAGE < total;
    }

    public String address(int other) {
        return Address.of(line.address()).with("page", String.valueOf(other)).toString();
    }

    /** Where a newer state of this page is asked for. */
    public String live() {
        return Address.of(line.address())
                .with("page", String.valueOf(page))
                .with("seen", version)
                .toString();
    }
}
