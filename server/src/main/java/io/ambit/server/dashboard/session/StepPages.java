package io.ambit.server.dashboard.session;

import io.ambit.core.economics.ContextMeasures;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.StepRecord;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Utf8;
import io.ambit.server.dashboard.access.Gate;
import io.ambit.server.dashboard.access.Visitor;
import io.ambit.server.dashboard.page.Parameters;
import io.ambit.server.dashboard.page.Screen;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session with its steps, a step with what was forwarded beside what had come, and originals in full. */
public final class StepPages {
    private final Ledger ledger;
    private final Screen screen;
    private final InstantSource clock;

    public StepPages(Ledger ledger, Screen screen, InstantSource clock) {
        this.ledger = ledger;
        this.screen = screen;
        this.clock = clock;
    }

    /** Adds the paths. */
    public void register(RoutesConfig routes, Gate gate) {
        routes.get("/sessions/{space}/{id}", gate.reading(this::session));
        routes.get("/sessions/{space}/{id}/steps/{number}", gate.reading(this::step));
        routes.get("/sessions/{space}/{id}/outputs/{output}", gate.reading(this::output));
    }

    private void session(Context context, Visitor visitor) {
        Optional<SessionRecord> found = find(context);
        if (found.isEmpty()) {
            missing(context, visitor);
            return;
        }
        SessionRecord session = found.get();
        SessionTotals totals =
                ledger.totals(session.space(), session.lastRequest()).getOrDefault(session.id(), SessionTotals.NONE);
        String version = Integer.toHexString(Objects.hash(session, totals));
        if (version.equals(context.queryParam("seen"))) {
            context.status(204);
            return;
        }
        List<StepRecord> steps = ledger.steps(session.space(), session.id());
        int pages = Math.max(1, (steps.size() + SessionView.PAGE - 1) / SessionView.PAGE);
        int page = Parameters.number(context.queryParam("page"), pages, 1, Integer.MAX_VALUE);
        int first = (int) Math.min((page - 1L) * SessionView.PAGE, steps.size());
        List<StepLine> lines = steps.subList(first, Math.min(first + SessionView.PAGE, steps.size())).stream()
                .map(StepLine::new)
                .toList();
        screen.show(
                context,
                visitor.csrf(),
                new SessionView(
                        SessionLine.of(session, totals, clock.instant()),
                        ContextMeasures.of(session, steps),
                        lines,
                        page,
                        steps.size(),
                        version));
    }

    private void step(Context context, Visitor visitor) {
        Optional<SessionRecord> session = find(context);
        int number = Parameters.number(context.pathParam("number"), 0, 0, Integer.MAX_VALUE);
        List<StepRecord> steps =
                session.map(found -> ledger.steps(found.space(), found.id())).orElse(List.of());
        Optional<StepRecord> step =
                steps.stream().filter(one -> one.id().number() == number).findFirst();
        if (session.isEmpty() || step.isEmpty()) {
            missing(context, visitor);
            return;
        }
        Transcript sent = ledger.request(step.get().id()).orElse(Transcript.of(List.of()));
        int known = known(steps, number, sent);
        int pages = Math.max(1, (sent.size() + StepView.PAGE - 1) / StepView.PAGE);
        int page = Parameters.number(context.queryParam("page"), pages, 1, pages);
        Decisions decisions =
                ledger.decisions(session.get().space(), session.get().id());
        List<MessageLine> messages = new ArrayList<>();
        for (int m = (page - 1) * StepView.PAGE; m < Math.min(page * StepView.PAGE, sent.size()); m++) {
            messages.add(message(sent, m, m >= known, decisions));
        }
        screen.show(
                context,
                visitor.csrf(),
                new StepView(
                        session.get(),
                        new StepLine(step.get()),
                        steps.size(),
                        messages,
                        page,
                        pages,
                        reply(step.get(), sent.size() + 1)));
    }

    /** How many messages at the beginning of a request the step before had sent already. */
    private static int known(List<StepRecord> steps, int number, Transcript sent) {
        for (StepRecord before : steps) {
            int count = before.messages();
            if (before.id().number() == number - 1
                    && count > 0
                    && count <= sent.size()
                    && sent.chain().get(count - 1).equals(before.tip())) {
                return count;
            }
        }
        return 0;
    }

    private static MessageLine message(Transcript sent, int index, boolean isNew, Decisions decisions) {
        Message message = sent.messages().get(index);
        var chain = sent.chain().get(index);
        List<PartLine> parts = new ArrayList<>();
        for (int p = 0; p < message.parts().size(); p++) {
            String note = decisions.get(PartKey.note(chain, p)) instanceof Decision.Note(String text) ? text : "";
            parts.add(new PartLine(message.parts().get(p), decisions.get(new PartKey(chain, p)), note));
        }
        boolean dropped = decisions.get(PartKey.whole(chain)) instanceof Decision.Drop;
        String inserted = decisions.get(PartKey.after(chain)) instanceof Decision.Insert insert ? insert.text() : "";
        return new MessageLine(index + 1, message.role(), isNew, dropped, parts, inserted);
    }

    private static @Nullable MessageLine reply(StepRecord step, int number) {
        StepEnd end = step.end();
        Message reply = end == null ? null : end.reply();
        return reply == null
                ? null
                : new MessageLine(
                        number,
                        reply.role(),
                        true,
                        false,
                        reply.parts().stream()
                                .map(part -> new PartLine(part, null, ""))
                                .toList(),
                        "");
    }

    /** The original of an output, as it was. */
    private void output(Context context, Visitor visitor) {
        Optional<String> text = find(context)
                .flatMap(session -> ledger.output(
                        session.space(), session.id(), named(() -> new OutputId(context.pathParam("output")))));
        if (text.isEmpty()) {
            missing(context, visitor);
            return;
        }
        screen.plain(context, Utf8.encode(text.get()));
    }

    private Optional<SessionRecord> find(Context context) {
        Space space = Parameters.space(context.pathParam("space"));
        SessionId id = named(() -> new SessionId(context.pathParam("id")));
        return ledger.sessions(space).stream()
                .filter(session -> session.id().equals(id))
                .findFirst();
    }

    private interface Named<T> {
        T make();
    }

    private static <T> T named(Named<T> name) {
        try {
            return name.make();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private void missing(Context context, Visitor visitor) {
        screen.problem(
                context,
                visitor.csrf(),
                404,
                "There is nothing of that name in the ledger. Sessions are kept for a limited time after their last"
                        + " request, and may be deleted.");
    }
}
