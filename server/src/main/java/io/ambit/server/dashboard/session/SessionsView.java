package io.ambit.server.dashboard.session;

import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of sessions.
 *
 * @param space null for all
 * @param lines of this page
 * @param total how many there are on all pages
 * @param page from 1
 * @param baseUrl where agents are pointed at
 */
public record SessionsView(
        @Nullable Space space,
        TimeRange range,
        List<SessionLine> lines,
        int total,
        int page,
        FlowView flow,
        String baseUrl)
        implements View {
    static final int PAGE = 50;

    public SessionsView {
        lines = List.copyOf(lines);
    }

    @Override
    public String template() {
        return "sessions.jte";
    }

    @Override
    public String title() {
        return "Sessions";
    }

    @Override
    public Tab tab() {
        return Tab.SESSIONS;
    }

    /** Where changes are asked for. */
    public String live() {
        return Address.of("/sessions/live")
                .with("space", space == null ? "" : space.id())
                .with("range", range.key())
                .with("page", page == 1 ? "" : String.valueOf(page))
                .toString();
    }

    /** The address of another page of the list. */
    public String address(int other) {
        return Address.of("/")
                .with("space", space == null ? "" : space.id())
                .with("range", range.key())
                .with("page", other == 1 ? "" : String.valueOf(other))
                .toString();
    }

    public boolean hasMore() {
        return page * PAGE < total;
    }

    public long retrievals() {
        return lines.stream().mapToLong(line -> line.totals().retrievals()).sum();
    }

    public long summaryFailures() {
        return lines.stream()
                .mapToLong(line -> line.session().summaryFailures())
                .sum();
    }

    /** The cost of those sessions of this page whose price is known; empty where none is. */
    public Optional<Double> cost() {
        return lines.stream().flatMap(line -> line.dollars().stream()).reduce(Double::sum);
    }
}
