package io.ambit.server.dashboard.tools;

import io.ambit.core.context.assembly.Projects;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import io.ambit.core.tool.Rating;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.core.tooluse.usage.UsagePeriod;
import io.ambit.core.tooluse.usage.UsageProgress;
import io.ambit.core.tooluse.usage.UsageRequest;
import io.ambit.server.dashboard.access.Gate;
import io.ambit.server.dashboard.access.Visitor;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Parameters;
import io.ambit.server.dashboard.page.Screen;
import io.ambit.server.dashboard.page.Spaces;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What calls of tools cost, and the stars that a person gives to a context. */
public final class ToolPages {
    private static final String PERSON = "user";

    private final Projects projects;
    private final ToolUses tools;
    private final Screen screen;
    private final Spaces spaces;
    private final InstantSource clock;

    public ToolPages(Projects projects, ToolUses tools, Screen screen, Spaces spaces, InstantSource clock) {
        this.projects = projects;
        this.tools = tools;
        this.screen = screen;
        this.spaces = spaces;
        this.clock = clock;
    }

    /** Adds the paths. */
    public void register(RoutesConfig routes, Gate gate) {
        routes.get("/tools", gate.reading(this::usage));
        routes.get("/tools/stars", gate.reading(this::stars));
        routes.post("/tools/stars", gate.changing(this::rate));
    }

    private void usage(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        String asked = Parameters.text(context, "range");
        String range = asked.isEmpty() ? UsagePeriod.USUAL : asked;
        UsageRequest request = new UsageRequest(range, Parameters.text(context, "epic"));
        screen.show(
                context,
                visitor.csrf(),
                new UsageView(space, range, visitor.csrf(), of(space).usage().analyze(request, UsageProgress.SILENT)));
    }

    private void stars(Context context, Visitor visitor) {
        Space space = spaces.chosen(context);
        piece(context, visitor, space, Parameters.text(context, "id"));
    }

    private void rate(Context context, Visitor visitor) {
        Space space = Parameters.space(form(context, "space"));
        String subject = form(context, "id");
        int stars = Parameters.number(form(context, "stars"), 0, 1, Rating.MOST);
        Rating rating = of(space).usage().rate(subject, stars, PERSON, clock.instant());
        if (context.header("HX-Request") != null) {
            piece(context, visitor, space, rating.subject());
        } else {
            screen.redirect(
                    context, Address.of("/tools").with("space", space.id()).toString());
        }
    }

    private void piece(Context context, Visitor visitor, Space space, String subject) {
        LocalDate today = day(clock.instant());
        int stars = of(space).usage().ratings(subject).stream()
                .filter(rating ->
                        rating.author().equals(PERSON) && day(rating.at()).equals(today))
                .mapToInt(Rating::stars)
                .findFirst()
                .orElse(0);
        screen.piece(context, new StarsView(space, subject, stars, visitor.csrf()));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String form(Context context, String name) {
        @Nullable String value = context.formParam(name);
        if (value == null || value.isBlank()) {
            throw new InvalidInputException("'" + name + "' is missing");
        }
        return value.strip();
    }

    /** Only of spaces that there are: what is opened for one stays open. */
    private ToolUse of(Space space) {
        if (!space.equals(Space.DEFAULT) && !spaces.all().contains(space)) {
            throw new InvalidInputException("nothing was recorded in space '" + space + "'");
        }
        return tools.of(projects.inSpace(space));
    }
}
