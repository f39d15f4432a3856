package io.ambit.core.context.assembly;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.context.assembly.AssembledContext.LeftOut;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import io.ambit.core.context.assembly.Selection.Chosen;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemType;
import io.ambit.core.memory.Memory;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.TokenCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts one context together: gathers candidates, ranks them, chooses, writes. */
final class Assembler {
    private static final double OF_BLOCKER = 0.8;
    private static final double OF_CHILD = 0.6;
    private static final double OF_EPIC = 0.6;
    private static final double OF_FOCUS_WORDS = 0.8;
    private static final double OF_FOUND = 0.45;
    private static final double OF_SECOND = 0.8;
    private static final int SEEDS = 3;
    private static final int TITLE = 120;
    private static final double NEARLY_USED_UP = 0.9;
    private static final int CHARACTERS_A_TOKEN = 4;

    private final Space space;
    private final Backlog backlog;
    private final Memory memory;
    private final Snapshot snapshot;
    private final BacklogView view;
    private final AssembleRequest request;
    private final List<String> warnings = new ArrayList<>();

    Assembler(
            Space space, Backlog backlog, Memory memory, Snapshot snapshot, BacklogView view, AssembleRequest request) {
        this.space = space;
        this.backlog = backlog;
        this.memory = memory;
        this.snapshot = snapshot;
        this.view = view;
        this.request = request;
    }

    /** The title by which the type of task is told: what is asked, and what the focal item is called. */
    static String aim(AssembleRequest request, BacklogView view) {
        StringBuilder aim = new StringBuilder();
        append(aim, request.query());
        named("for_task", request.forTask(), view).ifPresent(item -> append(aim, item.title()));
        if (request.forTask() == null) {
            named("for_epic", request.forEpic(), view).ifPresent(item -> append(aim, item.title()));
        }
        return aim.toString();
    }

    private static void append(StringBuilder aim, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            aim.append(aim.isEmpty() ? "" : "\n").append(text.strip());
        }
    }

    private static Optional<Item> named(String parameter, @Nullable String id, BacklogView view) {
        return id == null || id.isBlank()
                ? Optional.empty()
                : Optional.of(view.find(id).orElseThrow(() -> NearIds.unknown(parameter, id, view)));
    }

    /** @param factors learned factors by role */
    AssembledContext assemble(Map<String, Double> factors) {
        Optional<Item> task = named("for_task", request.forTask(), view);
        Optional<Item> epic = named("for_epic", request.forEpic(), view);
        Optional<Item> focus = task.or(() -> epic);
        Pool pool = new Pool(latest());
        Goal goal = new Goal(aim(request, view), focus.map(ItemText::of).orElse(""));
        focus.ifPresent(item -> pool.item(item, Roles.FOCUS, 1, 1));
        RelatedItems related = new RelatedItems(backlog.store(), view, pool, warnings);
        focus.ifPresent(item -> related.of(item, 1));
        if (task.isPresent()) {
            epic.ifPresent(item -> {
                pool.item(item, Roles.EPIC, 1, 0);
                related.of(item, OF_SECOND);
            });
        }
        found(pool, related, goal, focus);
        Recollection recollection = new Recollection(space, memory, pool);
        recollection.insights(focus.map(this::shares).orElseGet(Map::of));
        recollection.ask(goal.searchText(), goal.asked());
        recollection.timeline();
        recollection.supersede();
        task.filter(item -> view.epic(item).isEmpty() && request.forEpic() == null)
                .ifPresent(item -> warnings.add(item.id() + " belongs to no epic"));
        List<Candidate> ranked = pool.ranked(goal, factors);
        noteDoubled(ranked);
        return write(ranked, pool, goal, focus);
    }

    private Instant latest() {
        return view.items().stream()
                .map(Item::updatedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** What the question finds, what the focus finds by its words, and what hangs together with the best of it. */
    private void found(Pool pool, RelatedItems related, Goal goal, Optional<Item> focus) {
        FoundItems search = new FoundItems(backlog.search(), snapshot, pool);
        List<FoundItems.Hit> asked = request.query() == null ? List.of() : search.add(request.query(), 1, "");
        if (focus.isPresent()) {
            String key = focus.get().id().key();
            search.add(focus.get().title(), OF_FOCUS_WORDS, key);
            search.add(goal.searchText(), OF_FOCUS_WORDS, key);
        } else {
            asked.stream().limit(SEEDS).forEach(hit -> related.of(hit.item(), OF_FOUND * hit.relevance()));
        }
    }

    /** What insights about items near the focus count, by key of the item. */
    private Map<String, Double> shares(Item focus) {
        Map<String, Double> shares = new HashMap<>();
        view.epic(focus).ifPresent(epic -> shares.put(epic.id().key(), OF_EPIC));
        view.children(focus).forEach(item -> shares.merge(item.id().key(), OF_CHILD, Math::max));
        view.blockers(focus).forEach(item -> shares.merge(item.id().key(), OF_BLOCKER, Math::max));
        shares.put(focus.id().key(), 1.0);
        return shares;
    }

    private void noteDoubled(List<Candidate> ranked) {
        Set<String> doubled = view.doubled();
        ranked.stream()
                .filter(one -> one.source() instanceof Source.OfItem && doubled.contains(one.id()))
                .forEach(one -> warnings.add("two files bear the id " + one.id() + ": ambit doctor mends that"));
    }

    private AssembledContext write(List<Candidate> ranked, Pool pool, Goal goal, Optional<Item> focus) {
        TokenCounter tokens = memory.tokens();
        int budget = request.maxTokens();
        ContextText text = new ContextText(tokens, budget, title(focus), warnings, listing(focus));
        Selection selection = new Selection(ranked, new Shapes(tokens, goal, budget), budget, Math.max(1, text.room()));
        String written = text.of(selection.chosen(), selection.leftOut());
        int used = tokens.count(written);
        if (used < budget) {
            selection.grow(budget - used);
            written = text.of(selection.chosen(), selection.leftOut());
            used = tokens.count(written);
        }
        while (used > budget && selection.less(used - budget)) {
            written = text.of(selection.chosen(), selection.leftOut());
            used = tokens.count(written);
        }
        if (used > budget) {
            written = Fitting.cut(written, budget, tokens);
            used = tokens.count(written);
        }
        List<Piece> pieces = pieces(selection.chosen());
        noteForms(pieces, selection.chosen(), pool, used);
        return new AssembledContext(written, used, budget, pieces, leftOut(selection.leftOut()), warnings);
    }

    private void noteForms(List<Piece> pieces, List<Chosen> chosen, Pool pool, int used) {
        pieces.stream()
                .filter(piece -> piece.role().equals(Roles.FOCUS.label()) && piece.form() != Form.FULL)
                .forEach(piece -> warnings.add(
                        piece.id() + " does not fit the budget whole: backlog_get id=" + piece.id() + " has the rest"));
        chosen.stream()
                .filter(one -> one.shape().form() != Form.REFERENCE && pool.isSuperseded(one.candidate()))
                .forEach(one -> warnings.add(one.candidate().id() + " was superseded"));
        if (used >= NEARLY_USED_UP * request.maxTokens()) {
            warnings.add("budget nearly used up: " + used + " of " + request.maxTokens() + " tokens");
        }
    }

    private String title(Optional<Item> focus) {
        return focus.map(item -> Frame.plain(item.id().value(), TITLE) + " " + Frame.plain(item.title(), TITLE))
                .orElseGet(() -> "\"" + Frame.plain(request.query() == null ? "" : request.query(), TITLE) + "\"");
    }

    private String listing(Optional<Item> focus) {
        Optional<Item> above =
                focus.flatMap(item -> item.type().equals(ItemType.EPIC) ? Optional.of(item) : view.parent(item));
        return "backlog_get, memory_get; "
                + above.map(item ->
                                "backlog_list parent=" + Frame.plain(item.id().value(), 60) + ", ")
                        .orElse("")
                + "backlog_search";
    }

    private static List<Piece> pieces(List<Chosen> chosen) {
        List<Piece> pieces = new ArrayList<>();
        chosen.forEach(one -> pieces.add(new Piece(
                one.candidate().id(),
                one.candidate().role().label(),
                Frame.plain(one.candidate().title(), TITLE),
                one.shape().form(),
                one.shape().text(),
                one.shape().tokens())));
        pieces.sort(Comparator.comparing((Piece piece) -> piece.form() == Form.REFERENCE)
                .thenComparingInt(piece -> order(piece.role())));
        return pieces;
    }

    private static int order(String role) {
        int place = 0;
        for (Roles one : Roles.SHOWN) {
            if (one.label().equals(role)) {
                return place;
            }
            place++;
        }
        return place;
    }

    private static List<LeftOut> leftOut(List<Candidate> candidates) {
        return candidates.stream()
                .map(one -> new LeftOut(
                        one.id(),
                        one.role().label(),
                        Frame.plain(one.title(), TITLE),
                        one.text().length() / CHARACTERS_A_TOKEN,
                        one.how()))
                .toList();
    }
}
