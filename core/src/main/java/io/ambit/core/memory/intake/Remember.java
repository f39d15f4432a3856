package io.ambit.core.memory.intake;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.intake.Refusal.Reason;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.MemoryStore.Stored;
import io.ambit.core.text.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate of memory: every surface and every importer stores through it and nothing else does. Secrets are replaced by
 * marks and private text is left out in each field of each kind; what memory itself has shown is not stored again as
 * new. Importance and confidence stay what the draft's author or the rules gave it: no text is read for them.
 */
public final class Remember {
    private static final String EMPTY = "says nothing without its private text, expected a text";

    private final MemoryStore store;
    private final Echoes echoes;

    /** @param recalled what memory has shown; {@link RecalledTexts#NONE} for sources that cannot repeat it */
    public Remember(MemoryStore store, RecalledTexts recalled) {
        this.store = store;
        this.echoes = new Echoes(recalled);
    }

    /**
     * Stores a draft.
     *
     * @throws InvalidInputException where it is refused, which says why, or the store refuses it
     */
    public MemoryRecord one(Draft draft, Instant now) {
        Remembered remembered = all(List.of(draft), now);
        if (!remembered.refused().isEmpty()) {
            throw new InvalidInputException(remembered.refused().get(0).message());
        }
        return remembered.records().get(0);
    }

    /** Stores drafts in their order, all that are not refused or none. */
    public Remembered all(List<Draft> drafts, Instant now) {
        List<Draft> fit = new ArrayList<>();
        List<Draft> given = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        List<String> redacted = new ArrayList<>();
        for (Draft draft : drafts) {
            CleanText clean = new CleanText();
            Optional<Content> content = new CleanContent(clean).of(draft.content());
            if (content.isEmpty()) {
                refused.add(refusal(draft, Reason.EMPTY, EMPTY));
                continue;
            }
            Optional<Content> news = echoes.without(draft.space(), content.get());
            if (news.isEmpty()) {
                refused.add(refusal(draft, Reason.RECALLED, "repeats what memory has shown, expected something new"));
                continue;
            }
            fit.add(cleaned(draft, news.get(), clean));
            given.add(draft);
            redacted.addAll(clean.redacted());
        }
        List<Stored> stored = fit.isEmpty() ? List.of() : store.add(fit, now);
        if (stored.size() < fit.size()) {
            refused.addAll(forgotten(given, fit, stored));
        }
        return new Remembered(stored, refused, redacted);
    }

    private static Draft cleaned(Draft draft, Content content, CleanText clean) {
        Provenance from = draft.provenance();
        String session = from.session();
        String key = clean.name(from.key());
        Provenance shown = new Provenance(
                clean.name(from.author()),
                clean.name(from.source()),
                // A key with a secret in it still tells the record from all others.
                key.equals(from.key()) ? key : Hash.of(from.key()).hex(),
                session == null ? null : clean.name(session),
                from.step());
        return new Draft(draft.space(), content, shown, draft.happenedAt(), draft.importance(), draft.confidence());
    }

    /**
     * Puts another content in the place of a record's, cleaned as a new one's is.
     *
     * @throws InvalidInputException where nothing is left of it, there is no such record, or the kind differs
     */
    public MemoryRecord replace(Space space, RecordId id, Content content, double confidence, Instant now) {
        Content clean = new CleanContent(new CleanText())
                .of(content)
                .orElseThrow(() -> new InvalidInputException(content.kind().label() + " " + EMPTY));
        return store.replace(space, id, clean, confidence, now);
    }

    /** Drafts that the store left out: it keeps the order of those that it took. */
    private static List<Refusal> forgotten(List<Draft> given, List<Draft> fit, List<Stored> stored) {
        List<Refusal> forgotten = new ArrayList<>();
        int next = 0;
        for (int d = 0; d < fit.size(); d++) {
            if (next < stored.size() && isOf(fit.get(d), stored.get(next).record())) {
                next++;
            } else {
                forgotten.add(refusal(given.get(d), Reason.FORGOTTEN, "was forgotten, and stays so"));
            }
        }
        return forgotten;
    }

    private static boolean isOf(Draft draft, MemoryRecord record) {
        return record.space().equals(draft.space())
                && record.provenance().source().equals(draft.provenance().source())
                && record.provenance().key().equals(draft.provenance().key());
    }

    private static Refusal refusal(Draft draft, Reason reason, String message) {
        return new Refusal(draft, reason, draft.content().kind().label() + " " + message);
    }
}
