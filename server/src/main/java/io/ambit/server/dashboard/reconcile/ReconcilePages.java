package io.ambit.server.dashboard.reconcile;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.error.InvalidInputException;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A person's review of what was captured for an epic: decide, look at it once more, apply. */
public final class ReconcilePages {
    /** Whoever is logged in here is the owner of this machine. */
    private static final String AUTHOR = "user";

    private static final String LATER = "later";

    private final Projects projects;
    private final Screen screen;
    private final Spaces spaces;

    public ReconcilePages(Projects projects, Screen screen, Spaces spaces) {
        this.projects = projects;
        this.screen = screen;
        this.spaces = spaces;
    }

    /** Adds the paths. */
    public void register(RoutesConfig routes, Gate gate) {
        routes.get("/reconcile", gate.reading(this::review));
        routes.post("/reconcile/preview", gate.changing(this::preview));
        routes.post("/reconcile/apply", gate.changing(this::apply));
    }

    private void review(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        String epic = Parameters.text(context, "epic");
        Optional<ProjectContext> project = projects.ofSpace(space);
        if (project.isEmpty() || epic.isEmpty()) {
            screen.show(
                    context,
                    visitor.csrf(),
                    new EpicsView(
                            space,
                            project.isPresent(),
                            project.map(ReconcilePages::epics).orElse(List.of())));
            return;
        }
        screen.show(context, visitor.csrf(), new ReviewView(space, project.get().reconcile(epic), visitor.csrf()));
    }

    private static List<EpicsView.Line> epics(ProjectContext project) {
        return project.backlog().items().stream()
                .filter(item -> item.type().equals(ItemType.EPIC))
                .sorted(Comparator.comparing(Item::id))
                .map(epic -> new EpicsView.Line(
                        epic, project.backlog().store().epicContext(epic.id()).isPresent()))
                .toList();
    }

    private void preview(Context context, Visitor visitor) {
        Space space = Parameters.space(form(context, "space"));
        Review review = project(space).reconcile(form(context, "epic"));
        List<PreviewView.Line> lines = new ArrayList<>();
        for (Review.Entry entry : review.entries()) {
            decision(context, entry.id()).ifPresent(decision -> lines.add(PreviewView.line(entry, decision)));
        }
        screen.show(
                context,
                visitor.csrf(),
                new PreviewView(space, review, lines, review.entries().size() - lines.size(), visitor.csrf()));
    }

    private void apply(Context context, Visitor visitor) {
        Space space = Parameters.space(form(context, "space"));
        ProjectContext project = project(space);
        List<ReviewDecision> decisions = new ArrayList<>();
        for (String id : context.formParams("entry")) {
            decision(context, id).ifPresent(decisions::add);
        }
        if (decisions.isEmpty()) {
            throw new InvalidInputException("nothing was decided, expected a decision on at least one entry");
        }
        screen.show(
                context,
                visitor.csrf(),
                new CuratedView(space, project.reconcile(form(context, "epic"), decisions, AUTHOR)));
    }

    /** What the form says of an entry; empty where it is left for later. */
    private static Optional<ReviewDecision> decision(Context context, String id) {
        String action = form(context, "action:" + id);
        return action.isEmpty() || action.equals(LATER)
                ? Optional.empty()
                : Optional.of(ReviewDecision.of(id, action, form(context, "text:" + id), form(context, "into:" + id)));
    }

    private ProjectContext project(Space space) {
        return projects.ofSpace(space)
                .orElseThrow(() -> new InvalidInputException(
                        "no backlog is known for space " + space + ", expected that of a project"));
    }

    private static String form(Context context, String name) {
        String value = context.formParam(name);
        return value == null ? "" : value.strip();
    }
}
