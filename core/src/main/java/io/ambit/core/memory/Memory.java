package io.ambit.core.memory;

import io.ambit.core.memory.care.Care;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.memory.disclosure.Disclosure;
import io.ambit.core.memory.disclosure.Economics;
import io.ambit.core.memory.intake.Remember;
import io.ambit.core.memory.intake.Remembered;
import io.ambit.core.memory.recall.Answer;
import io.ambit.core.memory.recall.Question;
import io.ambit.core.memory.recall.Recall;
import io.ambit.core.memory.redact.Redaction;
import io.ambit.core.message.PrivateText;
import io.ambit.core.record.Block;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BlockStore;
import io.ambit.core.spi.MemoryIndex;
import io.ambit.core.spi.MemoryJournal;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.TokenCounter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All of memory, put together: what command line, HTTP and embedding programs work with. Whatever becomes memory goes
 * through {@link #remember}; whatever is shown in full is counted.
 */
public final class Memory {
    private final MemoryStore store;
    private final BlockStore blocks;
    private final MemoryIndex index;
    private final MemoryJournal journal;
    private final TokenCounter tokens;
    private final Remember gate;
    private final Recall recall;
    private final ReadableSpaces readable;
    private final CareSettings care;
    private final Economics economics;
    private final Disclosure disclosure;
    private final InstantSource clock;
    private final Consumer<Space> written;

    /**
     * Memory over its ports, which stay the caller's to close.
     *
     * @param written told of each space that something was written in, after that is durable
     */
    public Memory(
            MemoryStore store,
            BlockStore blocks,
            MemoryIndex index,
            MemoryJournal journal,
            TokenCounter tokens,
            ReadableSpaces readable,
            CareSettings care,
            InstantSource clock,
            Consumer<Space> written) {
        this.store = store;
        this.blocks = blocks;
        this.index = index;
        this.journal = journal;
        this.tokens = tokens;
        this.readable = readable;
        this.care = care;
        this.gate = new Remember(store, journal::wasRecalled);
        this.recall = new Recall(store, index, journal, tokens, clock);
        this.economics = new Economics(store, journal, tokens, clock);
        this.disclosure = new Disclosure(store, index, journal, tokens, clock, economics);
        this.clock = clock;
        this.written = written;
    }

    /** The time by memory's clock. */
    public Instant now() {
        return clock.instant();
    }

    public InstantSource clock() {
        return clock;
    }

    public MemoryStore store() {
        return store;
    }

    public BlockStore blocks() {
        return blocks;
    }

    public MemoryIndex index() {
        return index;
    }

    public MemoryJournal journal() {
        return journal;
    }

    public TokenCounter tokens() {
        return tokens;
    }

    /** Shows memory little by little: index, timeline, full records. */
    public Disclosure disclosure() {
        return disclosure;
    }

    /** What showing memory costs, and what is done about it. */
    public Economics economics() {
        return economics;
    }

    /** Draws patterns, merges what says the same, archives what is old. */
    public Care care() {
        return new Care(store, index::similarities, care);
    }

    /** Answers a question: from its space, and from those that its space may read. */
    public Answer ask(Question question) {
        return readable.ask(recall, question);
    }

    /**
     * Stores a draft.
     *
     * @throws io.ambit.core.error.InvalidInputException where it is refused, which says why
     */
    public MemoryRecord remember(Draft draft) {
        MemoryRecord record = gate.one(draft, now());
        written.accept(record.space());
        return record;
    }

    /** The gate that everything which becomes memory goes through. */
    public Remember gate() {
        return gate;
    }

    /** Says that a space was written in by other means than this object's. */
    public void wasWritten(Space space) {
        written.accept(space);
    }

    /** Stores drafts in their order, all that are not refused, or none. */
    public Remembered remember(List<Draft> drafts) {
        Remembered remembered = gate.all(drafts, now());
        remembered.records().stream().map(MemoryRecord::space).distinct().forEach(written);
        return remembered;
    }

    /** Reads a record in full, and counts that. */
    public Optional<MemoryRecord> show(Space space, RecordId id) {
        Optional<MemoryRecord> record = store.find(space, id);
        if (record.isPresent()) {
            store.used(space, List.of(id), now());
        }
        return record;
    }

    /** Forgets a record, in the store and in the index; false where there is none. */
    public boolean forget(Space space, RecordId id) {
        boolean forgotten = store.forget(space, id, now());
        if (forgotten) {
            written.accept(space);
        }
        return forgotten;
    }

    /** Archives or restores a record; false where there is none or it is so already. */
    public boolean archive(Space space, RecordId id, boolean archived) {
        boolean changed = store.archive(space, id, archived, now());
        if (changed) {
            if (!archived) {
                // Retention counts from the last use: what was asked for back is not put away again tomorrow.
                store.used(space, List.of(id), now());
            }
            written.accept(space);
        }
        return changed;
    }

    /** Writes a block, without secrets and private text. */
    public void putBlock(Block block) {
        blocks.put(block.withValue(Redaction.redact(PrivateText.blank(block.value()))));
    }
}
