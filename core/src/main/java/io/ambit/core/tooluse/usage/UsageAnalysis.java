package io.ambit.core.tooluse.usage;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.core.session.SessionId;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.ItemTally;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.Rating;
import io.ambit.core.tool.SessionTally;
import io.ambit.core.tool.Waste;
import io.ambit.core.tooluse.habit.TokenSize;
import io.ambit.core.tooluse.history.CallReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Analyses how the tools of a project are used. Thread-safe. */
public final class UsageAnalysis {
    private static final int SHOWN = 160;

    private final ProjectContext project;
    private final Ledger ledger;
    private final ToolStore tools;
    private final UsageStore usage;
    private final Tallies tallies;

    public UsageAnalysis(ProjectContext project, Ledger ledger, ToolStore tools, UsageStore usage) {
        this.project = project;
        this.ledger = ledger;
        this.tools = tools;
        this.usage = usage;
        this.tallies = new Tallies(project, ledger, tools, usage);
    }

    /**
     * Analyses a period.
     *
     * @param progress told while sessions are read that were not counted before
     * @throws InvalidInputException where the period cannot be read, or there is no such epic
     */
    public UsageReport analyze(UsageRequest request, UsageProgress progress) {
        UsagePeriod period =
                UsagePeriod.parse(request.timeRange(), project.memory().now());
        Snapshot snapshot = project.backlog().store().snapshot();
        BacklogView backlog = BacklogView.of(snapshot, project.backlog().graph());
        String epic = request.epicId().isBlank() ? "" : epic(request.epicId(), backlog);
        Map<String, String> epics = new HashMap<>();
        List<SessionTally> all = tallies.upToDate(progress).stream()
                .map(tally -> epic.isEmpty() ? tally : ofEpic(tally, epic, backlog, epics))
                .filter(tally -> epic.isEmpty() || !tally.items().isEmpty())
                .toList();
        List<SessionTally> inPeriod =
                all.stream().filter(tally -> period.holds(tally.at())).toList();
        List<Rating> ratings = usage.ratings(project.space());
        List<UsageLine> months = UsageSums.byMonth(inPeriod);
        List<UnusedTool> unused = unused(inPeriod);
        return new UsageReport(
                period,
                epic,
                inPeriod.size(),
                UsageSums.total(period.text(), inPeriod),
                UsageSums.byTool(inPeriod),
                UsageSums.bySession(inPeriod),
                UsageSums.byItem(inPeriod, item -> epicOf(item, backlog, epics)),
                months,
                Trend.of(months),
                unused,
                Savings.of(inPeriod, unused).stream().map(this::shown).toList(),
                Measures.of(UsageSums.byMonth(all), ratings),
                ratings.stream()
                        .filter(rating -> period.holds(rating.at()))
                        .filter(rating -> epic.isEmpty()
                                || epicOf(rating.subject(), backlog, epics).equals(epic)
                                || inPeriod.stream()
                                        .anyMatch(
                                                tally -> tally.session().value().equals(rating.subject())))
                        .toList());
    }

    /** Counts what is new, so that it is known when its session is too old to be kept. */
    public void count(UsageProgress progress) {
        tallies.upToDate(progress);
    }

    /**
     * Keeps how somebody found what a session, or the context of an item, held.
     *
     * @param subject id of a session or an item, as somebody wrote it
     * @param stars 1 to 5
     * @param author "user" or a name, or "agent:NAME"
     * @throws InvalidInputException where there is no such session or item, or the stars are out of range
     */
    public Rating rate(String subject, int stars, String author, Instant at) {
        Rating rating = new Rating(known(subject.strip()), stars, author, at);
        usage.rate(project.space(), rating);
        return rating;
    }

    /** What people and agents gave a session, or the context of an item, newest first. */
    public List<Rating> ratings(String subject) {
        return usage.ratings(project.space(), subject);
    }

    private String known(String subject) {
        boolean isSession = ledger.sessions(project.space()).stream()
                .anyMatch(session -> session.id().value().equals(subject));
        if (isSession) {
            return subject;
        }
        Snapshot snapshot = project.backlog().store().snapshot();
        return BacklogView.of(snapshot, project.backlog().graph())
                .find(subject)
                .map(item -> item.id().value())
                .orElseThrow(() -> new InvalidInputException("'" + SafeText.line(subject, SHOWN)
                        + "' is no session and no item of space " + project.space()
                        + ", expected an id such as 'ambit sessions list' or 'ambit backlog list' show"));
    }

    private static String epic(String written, BacklogView backlog) {
        Item item = backlog.find(written)
                .orElseThrow(() -> new InvalidInputException("epic_id '" + SafeText.line(written, SHOWN)
                        + "' is no item of this backlog, expected the id of an epic"));
        if (!item.type().equals(ItemType.EPIC)) {
            throw new InvalidInputException("epic_id " + item.id() + " is a " + item.type() + ", expected an epic"
                    + backlog.epic(item)
                            .map(epic -> " such as its own, " + epic.id())
                            .orElse(""));
        }
        return item.id().value();
    }

    private static String epicOf(String item, BacklogView backlog, Map<String, String> known) {
        return item.isEmpty()
                ? ""
                : known.computeIfAbsent(
                        item,
                        id -> backlog.find(id)
                                .flatMap(backlog::epic)
                                .map(epic -> epic.id().value())
                                .orElse(""));
    }

    /** What of a session was done for an epic; its tokens by the share of calls. */
    private static SessionTally ofEpic(
            SessionTally tally, String epic, BacklogView backlog, Map<String, String> known) {
        List<ItemTally> items = tally.items().stream()
                .filter(item -> epicOf(item.item(), backlog, known).equals(epic))
                .toList();
        List<Waste> wastes = tally.wastes().stream()
                .filter(waste -> epicOf(waste.item(), backlog, known).equals(epic))
                .toList();
        int all = tally.total().calls();
        int its = items.stream().mapToInt(item -> item.total().calls()).sum();
        long tokens = all == 0 ? tally.tokens() : tally.tokens() * its / all;
        return new SessionTally(tally.session(), tally.at(), tally.steps(), tally.rules(), tokens, items, wastes);
    }

    private List<UnusedTool> unused(List<SessionTally> inPeriod) {
        Map<SessionId, SessionTally> sessions = new HashMap<>();
        Set<String> called = new HashSet<>();
        for (SessionTally tally : inPeriod) {
            sessions.put(tally.session(), tally);
            tally.items().forEach(item -> called.addAll(item.tools().keySet()));
        }
        List<UnusedTool> unused = new ArrayList<>();
        for (ToolStore.Offered offered : tools.offers(project.space())) {
            List<SessionTally> carried = offered.sessions().stream()
                    .flatMap(session -> Optional.ofNullable(sessions.get(session)).stream())
                    .sorted(Comparator.comparing(SessionTally::at).reversed())
                    .toList();
            if (!carried.isEmpty() && !called.contains(offered.tool().name())) {
                unused.add(new UnusedTool(
                        offered.tool().name(),
                        offered.tool().server(),
                        TokenSize.of(offered.tool().text()),
                        carried.stream().mapToLong(SessionTally::steps).sum(),
                        carried.stream().map(SessionTally::session).toList()));
            }
        }
        unused.sort(Comparator.comparingLong(UnusedTool::total).reversed().thenComparing(UnusedTool::name));
        return unused;
    }

    /** With one call quoted from each session that is still there. */
    private Saving shown(Saving saving) {
        return saving.with(saving.evidence().stream()
                .map(evidence -> evidence.positions().isEmpty() ? evidence : evidence.showing(quoted(evidence)))
                .toList());
    }

    private String quoted(Saving.Evidence evidence) {
        return ledger.transcript(project.space(), evidence.session())
                .map(transcript -> CallReader.read(evidence.session(), Instant.EPOCH, "", transcript)
                        .calls())
                .filter(calls -> calls.size() > evidence.positions().get(0))
                .map(calls -> quoted(calls.get(evidence.positions().get(0))))
                .orElse("");
    }

    private static String quoted(ObservedCall call) {
        return SafeText.line(call.tool() + " " + call.arguments(), SHOWN) + " → " + SafeText.line(call.result(), SHOWN);
    }
}
