package io.ambit.core.context.assembly;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.AssembledContext.Form;
import io.ambit.core.context.assembly.AssembledContext.Piece;
import io.ambit.core.context.assembly.ambient.ActiveContext;
import io.ambit.core.context.assembly.ambient.ActiveContextWriter;
import io.ambit.core.context.assembly.insight.CapturedInsight;
import io.ambit.core.context.assembly.insight.InsightCapture;
import io.ambit.core.context.assembly.insight.InsightDraft;
import io.ambit.core.context.assembly.preference.ForgetfulPreferences;
import io.ambit.core.context.assembly.preference.LearnedPreferences;
import io.ambit.core.context.assembly.preference.Preferences;
import io.ambit.core.context.assembly.reconcile.Curated;
import io.ambit.core.context.assembly.reconcile.Curation;
import io.ambit.core.context.assembly.reconcile.Reconciliation;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.context.assembly.view.BacklogView;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.event.RecalledText;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.task.TaskDetection;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.spi.PreferenceStore;
import io.ambit.core.text.Hash;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Backlog and memory of one project as a model is shown them. Thread-safe. */
public final class ProjectContext {
    private final Space space;
    private final Backlog backlog;
    private final Memory memory;
    private final LearnedPreferences preferences;
    private final AtomicReference<@Nullable BacklogView> lastView = new AtomicReference<>();

    /** A project whose preferences are forgotten with this object. */
    public ProjectContext(Space space, Backlog backlog, Memory memory) {
        this(space, backlog, memory, new ForgetfulPreferences());
    }

    public ProjectContext(Space space, Backlog backlog, Memory memory, PreferenceStore preferences) {
        this.space = space;
        this.backlog = backlog;
        this.memory = memory;
        this.preferences = new LearnedPreferences(space, preferences);
    }

    public Space space() {
        return space;
    }

    public Backlog backlog() {
        return backlog;
    }

    public Memory memory() {
        return memory;
    }

    /** A context that nobody is counted for. */
    public AssembledContext assemble(AssembleRequest request) {
        return assemble(request, "");
    }

    /**
     * Puts a context together.
     *
     * @param session of the client that asks, for {@link #openedAfterAssemble}; "" where nothing is to be counted
     * @throws io.ambit.core.error.InvalidInputException where there is no such item, which names similar ids
     */
    public AssembledContext assemble(AssembleRequest request, String session) {
        Snapshot snapshot = backlog.store().snapshot();
        BacklogView view = view(snapshot);
        String task = TaskDetection.of(Assembler.aim(request, view), List.of(), "")
                .type()
                .label();
        AssembledContext context =
                new Assembler(space, backlog, memory, snapshot, view, request).assemble(preferences.factors(task));
        wasShown(context);
        if (!session.isEmpty()) {
            preferences.offered(session, task, offered(context));
        }
        return context;
    }

    /** What memory shows must not come back to it as news. */
    private void wasShown(AssembledContext context) {
        Set<RecordId> ids = new LinkedHashSet<>();
        for (Piece piece : context.pieces()) {
            if (piece.form() != Form.REFERENCE && RecordId.isValid(piece.id())) {
                ids.add(new RecordId(piece.id()));
            }
        }
        Set<Hash> texts = new LinkedHashSet<>();
        memory.store().find(space, ids).forEach(record -> texts.addAll(RecalledText.hashes(record)));
        if (!texts.isEmpty()) {
            memory.journal().recalled(space, texts, memory.now());
        }
    }

    /** Roles by key of what a context offers without all of its text. */
    private static Map<String, String> offered(AssembledContext context) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (Piece piece : context.pieces()) {
            if (piece.form() != Form.FULL) {
                roles.put(ItemId.key(piece.id()), piece.role());
            }
        }
        context.leftOut().forEach(left -> roles.putIfAbsent(ItemId.key(left.id()), left.role()));
        return roles;
    }

    /**
     * Notes that a session opened an item or record in full, which counts where its last context offered it in less.
     *
     * @param session as it was given to {@link #assemble(AssembleRequest, String)}
     * @param id of an item or record, as somebody wrote it
     */
    public void openedAfterAssemble(String session, String id) {
        preferences.opened(session, id);
    }

    /** What was learned about which pieces are wanted. */
    public Preferences preferences() {
        return preferences.all();
    }

    public void resetPreferences() {
        preferences.reset();
    }

    /**
     * Stores an insight, without secrets, tied to what it mentions; names what says nearly the same.
     *
     * @throws io.ambit.core.error.InvalidInputException where it is refused, which says why
     */
    public CapturedInsight captureInsight(InsightDraft draft) {
        return new InsightCapture(space, memory).capture(draft, view());
    }

    /**
     * All that was captured for an epic; nothing is changed.
     *
     * @param epicId as somebody wrote it
     * @throws io.ambit.core.error.InvalidInputException where there is no such epic
     */
    public Review reconcile(String epicId) {
        BacklogView view = view();
        return new Reconciliation(space, memory, backlog.store(), view).review(epic(epicId, view));
    }

    /**
     * Carries a person's decisions out: writes the epic's curated context, archives what was dropped. What is not
     * decided on stays as it is.
     *
     * @param author the person: "user" or a name, never an agent
     */
    public Curated reconcile(String epicId, List<ReviewDecision> decisions, String author) {
        BacklogView view = view();
        return new Curation(space, memory, backlog.store(), view).apply(epic(epicId, view), decisions, author);
    }

    private static Item epic(String id, BacklogView view) {
        Item item = view.find(id).orElseThrow(() -> NearIds.unknown("epic_id", id, view));
        if (!item.type().equals(ItemType.EPIC)) {
            throw new InvalidInputException("epic_id " + item.id() + " is a " + item.type() + ", expected an epic"
                    + view.epic(item)
                            .map(epic -> " such as its own, " + epic.id())
                            .orElse(""));
        }
        return item;
    }

    /** What the project stands at, in at most {@link ActiveContext#MAX_BYTES}. */
    public ActiveContext active() {
        return new ActiveContextWriter(space, memory).write(view());
    }

    private BacklogView view() {
        return view(backlog.store().snapshot());
    }

    private BacklogView view(Snapshot snapshot) {
        BacklogView last = lastView.get();
        if (last == null || last.version() != snapshot.version()) {
            last = BacklogView.of(snapshot, backlog.graph());
            lastView.set(last);
        }
        return last;
    }
}
