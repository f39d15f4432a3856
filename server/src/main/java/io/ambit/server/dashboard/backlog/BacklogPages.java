package io.ambit.server.dashboard.backlog;

import io.ambit.core.context.assembly.AssembleRequest;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.access.Gate;
import io.ambit.server.dashboard.access.Visitor;
import io.ambit.server.dashboard.page.Parameters;
import io.ambit.server.dashboard.page.Screen;
import io.ambit.server.dashboard.page.Spaces;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The board of a project's backlog, its items, and the context that an agent is given for one. */
public final class BacklogPages {
    private static final int MOST_TOKENS = 200_000;

    private final Projects projects;
    private final Screen screen;
    private final Spaces spaces;

    public BacklogPages(Projects projects, Screen screen, Spaces spaces) {
        this.projects = projects;
        this.screen = screen;
        this.spaces = spaces;
    }

    /** Adds the paths. */
    public void register(RoutesConfig routes, Gate gate) {
        routes.get("/backlog", gate.reading(this::board));
        routes.get("/backlog/item", gate.reading(this::item));
        routes.get("/backlog/context", gate.reading(this::context));
    }

    private void board(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        BoardView.Filter filter = new BoardView.Filter(
                Parameters.text(context, "q"),
                Parameters.text(context, "type"),
                Parameters.text(context, "epic"),
                Parameters.text(context, "status"));
        Optional<ProjectContext> project = projects.ofSpace(space);
        BoardView view = project.isPresent()
                ? new Board(space, project.get().backlog()).view(filter)
                : new BoardView(space, false, filter, List.of(), Map.of(), List.of(), List.of());
        screen.show(context, visitor.csrf(), view);
    }

    private void item(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        String id = Parameters.text(context, "id");
        Optional<ProjectContext> project = projects.ofSpace(space);
        Optional<Item> item = project.flatMap(one -> one.backlog().find(id));
        if (project.isEmpty() || item.isEmpty()) {
            screen.problem(context, visitor.csrf(), 404, "No item '" + id + "' in the backlog of " + space + ".");
            return;
        }
        screen.show(context, visitor.csrf(), new ItemPage(space, project.get().backlog(), item.get()).view());
    }

    private void context(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        String id = Parameters.text(context, "id");
        String query = Parameters.text(context, "q");
        int tokens = Parameters.number(
                context.queryParam("tokens"), AssembleRequest.DEFAULT_TOKENS, AssembleRequest.MIN_TOKENS, MOST_TOKENS);
        Optional<ProjectContext> project = projects.ofSpace(space);
        if (project.isEmpty()) {
            screen.problem(context, visitor.csrf(), 404, "No backlog is known for " + space + ".");
            return;
        }
        boolean epic = project.get()
                .backlog()
                .find(id)
                .filter(item -> item.type().equals(ItemType.EPIC))
                .isPresent();
        Set<String> keys = project.get().backlog().items().stream()
                .map(item -> item.id().key())
                .collect(Collectors.toSet());
        AssembleRequest request = new AssembleRequest(
                id.isEmpty() || epic ? null : id, epic ? id : null, query.isEmpty() ? null : query, tokens);
        screen.show(
                context,
                visitor.csrf(),
                new ContextView(space, id, query, project.get().assemble(request), keys));
    }
}
