package io.ambit.core.context;

import io.ambit.core.compress.lines.LosslessForm;
import io.ambit.core.message.PrivateText;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes form, never content: nothing that a tool said is missing from what the model sees, so it needs no way to
 * retrieve and adds nothing to requests.
 *
 * <p>Each tool output is decided once, when it arrives. One whose text an earlier output shows already becomes a
 * pointer to that output ({@link Repeats}), whether or not it answers the same call: what counts is that every
 * character of it stands further up. Another one is rewritten by {@link LosslessForm}. What saves no token stays as it
 * came. White space at line ends stays: it saves next to nothing and means something in patches and Markdown. Private
 * text stays too, because a decision is recorded with what it shows.
 *
 * <p>Where another policy had cut something in the session, the switch to this one is a boundary that brings it back.
 */
public final class SafePolicy implements ContextPolicy {
    public static final String NAME = "safe";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        Map<PartKey, Decision> changes = new LinkedHashMap<>(Undo.messages(transcript, earlier));
        boolean undo = !changes.isEmpty() || Undo.anyCut(transcript, earlier);
        List<ToolExchange> exchanges = transcript.exchanges();
        Repeats repeats = new Repeats(exchanges);
        int indexed = 0;
        for (int i = 0; i < exchanges.size(); i++) {
            PartKey key = PartKey.of(transcript, exchanges.get(i));
            if (undo || earlier.get(key) == null) {
                // Steps without a new output never come here, and pay nothing for the index.
                for (; indexed < i; indexed++) {
                    repeats.add(indexed);
                }
                changes.put(key, decide(transcript, repeats, i, conditions.tokens()));
            }
        }
        return earlier.with(changes, undo);
    }

    private static Decision decide(Transcript transcript, Repeats repeats, int index, TokenCounter tokens) {
        String text = transcript.exchanges().get(index).result().text();
        if (PrivateText.isPresent(text)) {
            return Decision.KEEP;
        }
        Decision.@Nullable Point point = point(transcript, repeats, index, repeats.equalTo(index), tokens);
        if (point != null) {
            return point;
        }
        String form = LosslessForm.of(text);
        if (form.equals(text)) {
            return Decision.KEEP;
        }
        int saved = tokens.count(text) - tokens.count(form);
        return saved > 0 ? new Decision.Rewrite(form, saved) : Decision.KEEP;
    }

    /**
     * A pointer from one output to another, or null where there is none to point at or it saves nothing.
     *
     * @param to index of the exchange to point at, negative for none
     */
    static Decision.@Nullable Point point(
            Transcript transcript, Repeats repeats, int index, int to, TokenCounter tokens) {
        if (to < 0) {
            return null;
        }
        String note = repeats.note(to, index);
        ToolExchange target = transcript.exchanges().get(to);
        int saved = tokens.count(target.result().text()) - tokens.count(note);
        if (saved <= 0) {
            return null;
        }
        OutputId id = OutputId.of(Hash.of(target.result().text()), OutputId.MIN_LENGTH);
        return new Decision.Point(id, PartKey.of(transcript, target), note, saved);
    }
}
