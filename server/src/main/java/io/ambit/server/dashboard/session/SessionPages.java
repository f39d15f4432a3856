package io.ambit.server.dashboard.session;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.Space;
import io.ambit.core.session.TokenFlow;
import io.ambit.core.spi.Ledger;
import io.ambit.server.dashboard.access.Gate;
import io.ambit.server.dashboard.access.Visitor;
import io.ambit.server.dashboard.page.Parameters;
import io.ambit.server.dashboard.page.Screen;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of sessions: what each saved and lost, and what changes while an agent runs. */
public final class SessionPages {
    /** What Ollama says at its root; clients ask there whether it runs. */
    private static final String OLLAMA = "Ollama is running";

    private final Ledger ledger;
    private final Screen screen;
    private final InstantSource clock;

    public SessionPages(Ledger ledger, Screen screen, InstantSource clock) {
        this.ledger = ledger;
        this.screen = screen;
        this.clock = clock;
    }

    /** Adds the paths. */
    public void register(RoutesConfig routes, Gate gate) {
        Handler list = gate.reading(this::list);
        routes.get("/", context -> {
            if (wantsHtml(context)) {
                list.handle(context);
            } else {
                context.contentType("text/plain; charset=utf-8").result(OLLAMA);
            }
        });
        routes.head("/", context -> context.contentType("text/plain; charset=utf-8"));
        routes.get("/sessions/live", gate.reading(this::live));
    }

    private static boolean wantsHtml(Context context) {
        String accept = context.header("Accept");
        return accept != null && accept.contains("text/html");
    }

    private void list(Context context, Visitor visitor) {
        screen.show(context, visitor.csrf(), view(context, read(context)));
    }

    /** Only what looks otherwise than what the browser has; most of the time that is nothing. */
    private void live(Context context, Visitor visitor) {
        SessionList list = read(context);
        Map<String, String> shown = new HashMap<>();
        for (String version : context.queryParams("v")) {
            int colon = version.lastIndexOf(':');
            if (colon > 0) {
                shown.put(version.substring(0, colon), version);
            }
        }
        List<SessionLine> fresh = new ArrayList<>();
        List<SessionLine> changed = new ArrayList<>();
        for (SessionLine line : list.lines()) {
            String before = shown.get(line.row());
            if (before == null) {
                fresh.add(line);
            } else if (!before.equals(line.version())) {
                changed.add(line);
            }
        }
        if (fresh.isEmpty() && changed.isEmpty()) {
            context.status(204);
        } else if (shown.isEmpty()) {
            // The page says that there is nothing, and has no table to put rows into.
            context.header("HX-Refresh", "true");
        } else {
            screen.piece(context, new LiveView(view(context, list), fresh, changed));
        }
    }

    /** A page of the list, without its chart. */
    private record SessionList(
            @Nullable Space space,
            List<Space> spaces,
            TimeRange range,
            Instant from,
            List<SessionLine> lines,
            int total,
            int page) {}

    private SessionList read(Context context) {
        Space space = Parameters.space(context);
        TimeRange range = TimeRange.of(context.queryParam("range"));
        int page = Parameters.page(context);
        Instant from = clock.instant().minus(range.length());
        List<Space> spaces = space == null ? ledger.spaces() : List.of(space);
        List<SessionRecord> used = used(spaces, from);
        int first = Math.min((page - 1) * SessionsView.PAGE, used.size());
        List<SessionRecord> shown = used.subList(first, Math.min(first + SessionsView.PAGE, used.size()));
        return new SessionList(space, spaces, range, from, lines(shown), used.size(), page);
    }

    private SessionsView view(Context context, SessionList list) {
        return new SessionsView(
                list.space(),
                list.range(),
                list.lines(),
                list.total(),
                list.page(),
                new FlowView(list.range(), flow(list.spaces(), list.from(), list.range())),
                context.scheme() + "://" + context.host());
    }

    private List<SessionRecord> used(List<Space> spaces, Instant from) {
        List<SessionRecord> used = new ArrayList<>();
        for (Space one : spaces) {
            ledger.sessions(one).stream()
                    .filter(session -> !session.lastRequest().isBefore(from))
                    .forEach(used::add);
        }
        used.sort(Comparator.comparing(SessionRecord::lastRequest).reversed());
        return used;
    }

    private List<SessionLine> lines(List<SessionRecord> sessions) {
        if (sessions.isEmpty()) {
            return List.of();
        }
        Instant since = sessions.get(sessions.size() - 1).lastRequest();
        Map<Space, Map<SessionId, SessionTotals>> totals = new HashMap<>();
        List<SessionLine> lines = new ArrayList<>();
        for (SessionRecord session : sessions) {
            lines.add(SessionLine.of(
                    session,
                    totals.computeIfAbsent(session.space(), space -> ledger.totals(space, since))
                            .getOrDefault(session.id(), SessionTotals.NONE),
                    clock.instant()));
        }
        return lines;
    }

    private List<TokenFlow> flow(List<Space> spaces, Instant from, TimeRange range) {
        Map<Instant, TokenFlow> sums = new TreeMap<>();
        long part = range.part().toSeconds();
        long last = clock.instant().getEpochSecond() / part;
        for (long at = from.getEpochSecond() / part; at <= last; at++) {
            Instant start = Instant.ofEpochSecond(at * part);
            sums.put(start, new TokenFlow(start, 0, 0, 0));
        }
        for (Space space : spaces) {
            for (TokenFlow flow : ledger.flow(space, from, range.part())) {
                sums.merge(flow.from(), flow, SessionPages::sum);
            }
        }
        return List.copyOf(sums.values());
    }

    private static TokenFlow sum(TokenFlow one, TokenFlow other) {
        return new TokenFlow(
                one.from(),
                one.steps() + other.steps(),
                one.tokensIn() + other.tokensIn(),
                one.tokensOut() + other.tokensOut());
    }
}
