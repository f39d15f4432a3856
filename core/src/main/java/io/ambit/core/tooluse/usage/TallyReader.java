package io.ambit.core.tooluse.usage;

import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.item.Item;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.tool.CallCount;
import io.ambit.core.tool.ItemTally;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tool.Waste;
import io.ambit.core.tooluse.habit.HabitFinder;
import io.ambit.core.tooluse.habit.HabitFinding;
import io.ambit.core.tooluse.habit.HabitKind;
import io.ambit.core.tooluse.habit.TokenSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the calls of one session. */
final class TallyReader {
    /** Raised whenever the same session would come to something else. */
    static final int RULES = 1;

    private final SessionCalls session;
    private final BacklogView backlog;
    private final List<HabitFinding> findings;
    private final Set<Integer> repeated = new HashSet<>();
    private final Map<String, Counting> byItem = new LinkedHashMap<>();

    /** Which item each call was made for, by its position. */
    private final List<String> itemOf = new ArrayList<>();

    private static final class Counting {
        int goals;
        final Map<String, CallCount> tools = new LinkedHashMap<>();
    }

    private TallyReader(SessionCalls session, List<ToolDefinition> tools, BacklogView backlog) {
        this.session = session;
        this.backlog = backlog;
        this.findings = HabitFinder.find(session, tools);
        findings.stream()
                .filter(finding -> finding.kind() == HabitKind.REDUNDANT_QUERY)
                .forEach(finding -> repeated.addAll(finding.positions()));
    }

    /**
     * Counts.
     *
     * @param tokens that the session's requests sent to a model
     * @param tools definitions that its agent was offered
     * @param backlog whose items requests and calls may name
     */
    static SessionTally read(
            SessionRecord of, SessionCalls session, long tokens, List<ToolDefinition> tools, BacklogView backlog) {
        TallyReader reader = new TallyReader(session, tools, backlog);
        reader.count();
        List<ItemTally> items = new ArrayList<>();
        reader.byItem.forEach((item, counting) -> items.add(new ItemTally(item, counting.goals, counting.tools)));
        return new SessionTally(of.id(), of.lastRequest(), of.steps(), RULES, tokens, items, reader.wastes());
    }

    private void count() {
        String request = "";
        String item = "";
        int goals = 0;
        for (ObservedCall call : session.calls()) {
            boolean isNew = goals == 0 || !call.request().equals(request);
            if (isNew) {
                request = call.request();
                // What is asked next without naming anything is about the same thing as before.
                item = named(request, item);
                goals++;
            }
            item = item.isEmpty() ? named(call.arguments(), "") : item;
            itemOf.add(item);
            Counting counting = byItem.computeIfAbsent(item, any -> new Counting());
            counting.goals += isNew ? 1 : 0;
            counting.tools.merge(call.tool(), count(call), CallCount::plus);
        }
        int without = session.requests() - goals;
        if (without > 0) {
            byItem.computeIfAbsent("", any -> new Counting()).goals += without;
        }
    }

    private String named(String text, String otherwise) {
        List<Item> items = backlog.mentioned(text);
        return items.isEmpty() ? otherwise : items.get(0).id().value();
    }

    private CallCount count(ObservedCall call) {
        boolean again = repeated.contains(call.position());
        return new CallCount(1, call.failed() ? 1 : 0, again ? 1 : 0, call.failed() || again ? tokens(call) : 0);
    }

    static long tokens(ObservedCall call) {
        return TokenSize.of(call.arguments()) + (long) TokenSize.of(call.result());
    }

    private List<Waste> wastes() {
        record Key(String tool, String item) {}
        List<Waste> wastes = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        for (HabitFinding finding : findings) {
            told.addAll(finding.positions());
            wastes.add(new Waste(
                    finding.kind().key(),
                    finding.tool(),
                    itemOf.get(finding.positions().get(0)),
                    finding.positions(),
                    finding.wastedCalls(),
                    finding.wastedTokens()));
        }
        Map<Key, List<ObservedCall>> failed = new LinkedHashMap<>();
        for (ObservedCall call : session.calls()) {
            // A call that failed by a habit is told as that, which says what to do.
            if (call.failed() && !told.contains(call.position())) {
                failed.computeIfAbsent(new Key(call.tool(), itemOf.get(call.position())), any -> new ArrayList<>())
                        .add(call);
            }
        }
        failed.forEach((key, calls) -> wastes.add(new Waste(
                Waste.FAILED,
                key.tool(),
                key.item(),
                calls.stream().map(ObservedCall::position).toList(),
                calls.size(),
                calls.stream().mapToLong(TallyReader::tokens).sum())));
        return wastes;
    }
}
