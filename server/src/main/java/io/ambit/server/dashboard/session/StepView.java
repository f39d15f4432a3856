package io.ambit.server.dashboard.session;

import io.ambit.core.session.OutputId;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A step with its messages, forwarded beside original.
 *
 * @param steps how many the session has
 * @param messages of this page
 * @param page from 1, the one with the newest messages last
 * @param pages how many there are
 * @param reply what the client got; null where nothing readable came
 */
public record StepView(
        SessionRecord session,
        StepLine line,
        int steps,
        List<MessageLine> messages,
        int page,
        int pages,
        @Nullable MessageLine reply)
        implements View {
    static final int PAGE = 40;

    public StepView {
        messages = List.copyOf(messages);
    }

    @Override
    public String template() {
        return "step.jte";
    }

    @Override
    public String title() {
        return "Step " + number() + " of " + session.id();
    }

    @Override
    public Tab tab() {
        return Tab.SESSIONS;
    }

    @Override
    public Space space() {
        return session.space();
    }

    public int number() {
        return line.step().id().number();
    }

    public boolean isLast() {
        return number() == steps - 1;
    }

    public String address(int step) {
        return StepLine.address(line.step(), step);
    }

    /** Where it was sent; {@link Route#NONE} where that is not known. */
    public Route route() {
        StepEnd end = line.end();
        return end == null ? Route.NONE : end.route();
    }

    /** The same in a few words, "" where there is nothing to tell. */
    public String sentTo() {
        Route route = route();
        String upstream = route.upstream().isEmpty() ? "" : "upstream " + route.upstream();
        String model = route.model().isEmpty() ? "" : "model " + route.model();
        return upstream + (upstream.isEmpty() || model.isEmpty() ? "" : ", ") + model;
    }

    /** Why there, with the chance that the choice had; "" where there was nothing to choose. */
    public String why() {
        Route route = route();
        if (route.reason().isEmpty() || route.propensity() == 1) {
            return route.reason();
        }
        return String.format(Locale.ROOT, "%s (chance %.2f)", route.reason(), route.propensity());
    }

    /** Another part of its messages. */
    public String part(int other) {
        return Address.of(line.address()).with("page", String.valueOf(other)).toString();
    }

    public String sessionAddress() {
        return SessionLine.address(session);
    }

    /** The page of an original. */
    public String original(OutputId id) {
        return Address.of(SessionLine.address(session) + "/outputs")
                .step(id.value())
                .toString();
    }
}
