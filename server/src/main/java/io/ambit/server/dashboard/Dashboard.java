package io.ambit.server.dashboard;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.server.dashboard.access.BrowserSessions;
import io.ambit.server.dashboard.access.Gate;
import io.ambit.server.dashboard.access.LoginCodes;
import io.ambit.server.dashboard.access.LoginRoutes;
import io.ambit.server.dashboard.backlog.BacklogPages;
import io.ambit.server.dashboard.memory.MemoryPages;
import io.ambit.server.dashboard.page.Assets;
import io.ambit.server.dashboard.page.Screen;
import io.ambit.server.dashboard.page.Spaces;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.reconcile.ReconcilePages;
import io.ambit.server.dashboard.session.SessionPages;
import io.ambit.server.dashboard.session.StepPages;
import io.ambit.server.dashboard.tools.ToolPages;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dashboard: pages for people, written on the server. */
public final class Dashboard {
    private Dashboard() {}

    /**
     * Adds its paths.
     *
     * @return whether a request comes from a browser that logged in
     * @param hasToken whether a request carries the token, or none is asked for
     * @param memory null for a server without
     * @param projects likewise
     * @param tools likewise
     */
    public static Predicate<Context> register(
            RoutesConfig routes,
            Predicate<Context> hasToken,
            Ledger ledger,
            @Nullable Memory memory,
            @Nullable Projects projects,
            @Nullable ToolUses tools) {
        Clock clock = Clock.systemUTC();
        Spaces spaces = () -> spaces(ledger, memory, projects);
        Screen screen = new Screen(spaces);
        BrowserSessions sessions = new BrowserSessions(clock);
        Gate gate = new Gate(hasToken, sessions, screen);
        Assets.register(routes);
        new LoginRoutes(new LoginCodes(clock), sessions, screen).register(routes, gate);
        new SessionPages(ledger, screen, clock).register(routes, gate);
        new StepPages(ledger, screen, clock).register(routes, gate);
        if (projects == null) {
            absent(routes, gate, screen, Tab.BACKLOG, "This server was started without backlogs.");
            absent(routes, gate, screen, Tab.RECONCILE, "This server was started without backlogs.");
        } else {
            new BacklogPages(projects, screen, spaces).register(routes, gate);
            new ReconcilePages(projects, screen, spaces).register(routes, gate);
        }
        if (projects == null || tools == null) {
            absent(routes, gate, screen, Tab.TOOLS, "This server was started without advice on tools.");
        } else {
            new ToolPages(projects, tools, screen, spaces, clock).register(routes, gate);
        }
        if (memory == null) {
            absent(routes, gate, screen, Tab.MEMORY, "This server was started without memory.");
        } else {
            new MemoryPages(memory, screen, spaces).register(routes, gate);
        }
        return gate::hasSession;
    }

    private static void absent(RoutesConfig routes, Gate gate, Screen screen, Tab tab, String why) {
        routes.get(tab.path(), gate.reading((context, visitor) -> screen.problem(context, visitor.csrf(), 404, why)));
    }

    /** Those of the projects that are known, then all others that hold something. */
    private static List<Space> spaces(Ledger ledger, @Nullable Memory memory, @Nullable Projects projects) {
        List<Space> spaces = new ArrayList<>();
        if (projects != null) {
            projects.known().stream().map(ProjectContext::space).forEach(spaces::add);
        }
        TreeSet<String> others = new TreeSet<>();
        ledger.spaces().forEach(space -> others.add(space.id()));
        if (memory != null) {
            memory.store().spaces().forEach(space -> others.add(space.id()));
        }
        spaces.forEach(space -> others.remove(space.id()));
        others.forEach(id -> spaces.add(new Space(id)));
        return spaces;
    }
}
