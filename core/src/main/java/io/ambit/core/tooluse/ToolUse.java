package io.ambit.core.tooluse;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.Item;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.Ledger;
import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.spi.TextVectors;
import io.ambit.core.spi.ToolPatternStore;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.spi.UsageStore;
import io.ambit.core.tool.Advice;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.check.CheckRequest;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.habit.HabitFinder;
import io.ambit.core.tooluse.habit.HabitFinding;
import io.ambit.core.tooluse.habit.HabitKind;
import io.ambit.core.tooluse.habit.ToolTraits;
import io.ambit.core.tooluse.history.CallHistory;
import io.ambit.core.tooluse.pattern.PatternBook;
import io.ambit.core.tooluse.pattern.PatternCheck;
import io.ambit.core.tooluse.pattern.Reflecting;
import io.ambit.core.tooluse.sequence.OptimizeRequest;
import io.ambit.core.tooluse.sequence.OptimizedPlan;
import io.ambit.core.tooluse.sequence.SequenceOptimizer;
import io.ambit.core.tooluse.suggest.SuggestRequest;
import io.ambit.core.tooluse.suggest.Suggestion;
import io.ambit.core.tooluse.suggest.ToolSuggestions;
import io.ambit.core.tooluse.usage.UsageAnalysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Advice on the tools of one project, for commands, HTTP, MCP and embedding programs. Thread-safe. */
public final class ToolUse {
    private static final int RECENT = 500;

    private final ProjectContext project;
    private final Sources sources;
    private final CallHistory history;
    private final UsageAnalysis usage;
    private final ToolSuggestions suggestions;
    private final CallCheck check;
    private final PatternBook patterns;

    /**
     * What advice rests on.
     *
     * @param analysis the terms by which requests and descriptions are compared
     * @param embedder compares texts by meaning; null for words only
     * @param usage what sessions came to, and how they were rated
     * @param vectors where vectors of descriptions and requests are kept
     * @param patterns where patterns of failed calls are kept
     */
    public record Sources(
            Ledger ledger,
            ToolStore tools,
            UsageStore usage,
            SchemaValidator validator,
            TermAnalysis analysis,
            @Nullable Embedder embedder,
            TextVectors vectors,
            ToolPatternStore patterns) {

        /** The same, with definitions from elsewhere. */
        public Sources withTools(ToolStore other) {
            return new Sources(ledger, other, usage, validator, analysis, embedder, vectors, patterns);
        }
    }

    public ToolUse(ProjectContext project, Sources sources) {
        this.project = project;
        this.sources = sources;
        this.history = new CallHistory(project.space(), sources.ledger());
        this.usage = new UsageAnalysis(project, sources.ledger(), sources.tools(), sources.usage());
        this.suggestions = new ToolSuggestions(sources.analysis(), sources.embedder(), sources.vectors());
        this.check = new CallCheck(sources.validator());
        this.patterns = new PatternBook(project.space(), sources.patterns(), history);
    }

    public Space space() {
        return project.space();
    }

    /** Every tool that passed in this project. */
    public List<ToolDefinition> tools() {
        return sources.tools().tools(project.space());
    }

    /** What was called. */
    public CallHistory history() {
        return history;
    }

    /** What calls cost, and how people find what was done. */
    public UsageAnalysis usage() {
        return usage;
    }

    /**
     * Calls that recorded sessions need not have made, newest session first; none of a kind whose pattern was rejected.
     *
     * @param session id of the only one to look at; "" for all
     */
    public List<HabitFinding> habits(String session) {
        List<SessionCalls> known = recent();
        ToolTraits traits = ToolTraits.learn(tools(), known);
        Set<HabitKind> rejected = patterns.rejectedHabits();
        List<HabitFinding> found = new ArrayList<>();
        for (SessionCalls each : known) {
            if (session.isEmpty() || each.session().value().equals(session)) {
                found.addAll(HabitFinder.find(each, traits, rejected));
            }
        }
        return found;
    }

    /** A plan of calls made cheaper, by rules of the tools and by what sessions with such goals did. */
    public OptimizedPlan optimize(OptimizeRequest request) {
        return SequenceOptimizer.of(tools(), recent()).optimize(request);
    }

    /** The newest sessions: enough to know tools by. */
    private List<SessionCalls> recent() {
        List<SessionCalls> all = history.all();
        return all.subList(0, Math.min(all.size(), RECENT));
    }

    /**
     * The tools that may serve a request, best first, with arguments as far as they can be told.
     *
     * @throws io.ambit.core.error.InvalidInputException where no tool is known
     */
    public List<Suggestion> suggest(SuggestRequest request) {
        List<ToolDefinition> known = tools();
        if (known.isEmpty()) {
            throw new InvalidInputException("no tools were offered in space " + space()
                    + " yet, expected definitions: from sessions through the gateway, or given");
        }
        return suggestions.suggest(request, known, ToolSuggestions.log(history.all()));
    }

    /**
     * Waits until the meanings of definitions and requests are known, so that a process that ends soon suggests by them.
     *
     * @return false where that takes longer: then words decide
     */
    public boolean prepareSuggestions(Duration most) {
        return suggestions.prepare(tools(), ToolSuggestions.log(history.all()), most);
    }

    /** What is wrong with a call before it is made, by the tools, and for calls of the backlog by its items. */
    public Checked check(CheckRequest request) {
        List<ToolDefinition> tools = new ArrayList<>(request.tools());
        tools().stream()
                .filter(passed ->
                        request.tools().stream().noneMatch(given -> given.name().equals(passed.name())))
                .forEach(tools::add);
        List<Item> items = project.backlog().items();
        Checked found = check.check(request.call(), tools, items);
        return new PatternCheck(patterns).checked(found, call -> check.check(call, tools, items));
    }

    /** Patterns of failed calls: what ships, what was learned, what a person decided. */
    public PatternBook patterns() {
        return patterns;
    }

    /** What a call failed of, and what to do about it. What the ledger shows of new failures is learned from, as proposals. */
    public Reflection reflect(FailureReport report) {
        Reflection told = new Reflecting(patterns).reflect(report);
        Reflection reflection = told.advice() == Advice.CHANGE && told.corrected() == null
                ? check(new CheckRequest(report.call(), List.of()))
                        .certain()
                        .map(told::with)
                        .orElse(told)
                : told;
        patterns.learnIfNew(project.memory().now());
        return reflection;
    }
}
