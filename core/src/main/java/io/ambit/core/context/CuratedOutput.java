package io.ambit.core.context;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.lines.BlockComments;
import io.ambit.core.compress.lines.LineText;
import io.ambit.core.compress.shared.EditEcho;
import io.ambit.core.compress.shared.IdentifierDigest;
import io.ambit.core.compress.shared.SharedLines;
import io.ambit.core.message.PrivateText;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.spi.TokenCounter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which form one output is shown, on the ground of what is shown before it: as a pointer where an earlier
 * output is the same; else in full but in a shorter form, with pointers to lines that stand further up; and, where it is
 * over its budget, cut, with the identifiers that went listed and an id to get it back by.
 */
final class CuratedOutput {
    /** What is shorter cannot gain by any form. */
    private static final int MIN_LENGTH = 40;

    private static final Set<String> DATA_FILES = Set.of("json", "jsonc", "json5", "jsonl", "yaml", "yml");

    private final Transcript transcript;
    private final SessionView view;
    private final TokenCounter tokens;
    private final boolean canRetrieve;
    private final Map<String, Integer> looseness;

    CuratedOutput(Transcript transcript, SessionView view, Conditions conditions) {
        this.transcript = transcript;
        this.view = view;
        this.tokens = conditions.tokens();
        this.canRetrieve = conditions.canRetrieve();
        this.looseness = conditions.looseness();
    }

    /** How much of an output may be shown. */
    interface Room {
        /** Characters, for one of so many in its full form. */
        int of(int length, boolean isCode);

        /** Characters for the identifiers among so many that were removed. */
        int digest(int removed);
    }

    /**
     * The form of an output.
     *
     * @param index among the transcript's outputs
     * @param room null where nothing may be cut
     */
    Decision decide(int index, @Nullable Room room) {
        ToolExchange exchange = transcript.exchanges().get(index);
        String text = exchange.result().text();
        if (text.length() < MIN_LENGTH || PrivateText.isPresent(text) || isRetrieved(exchange)) {
            return Decision.KEEP;
        }
        Decision.@Nullable Point point = point(index, text);
        if (point != null) {
            return point;
        }
        OutputForms forms = OutputForms.of(text, isDataFile(exchange));
        String whole = forms.whole(view.shown());
        String shared = share(whole);
        // Most outputs stay as they are, and counting takes longer than all else here.
        int saved = shared.equals(text) ? 0 : tokens.count(text) - tokens.count(shared);
        Decision form = saved <= 0 ? Decision.KEEP : new Decision.Rewrite(shared, saved);
        Decision.@Nullable Cut cut = room == null ? null : cut(exchange, forms, whole, shared, room);
        return cut != null && cut.tokensSaved() > saved ? cut : form;
    }

    private Decision.@Nullable Point point(int index, String text) {
        int first = view.firstWith(text);
        return first < 0 ? null : new Repeats(transcript.exchanges()).point(transcript, index, first, tokens);
    }

    /** The output cut to its room, or null where there is nothing to cut. */
    private Decision.@Nullable Cut cut(
            ToolExchange exchange, OutputForms forms, String whole, String shared, Room room) {
        boolean isCode = !forms.isStructured() && LineText.isCode(whole);
        String shown = isCode ? lean(whole, exchange) : shared;
        long budget = (long) room.of(whole.length(), isCode) * looseness.getOrDefault(exchange.toolName(), 100) / 100;
        if (shown.length() > budget) {
            Asked asked = exchange.call() == null
                    ? Asked.NOTHING
                    : new Asked(exchange.toolName(), exchange.call().arguments());
            String within = forms.within(shown, (int) Math.min(budget, Integer.MAX_VALUE), asked, view.shown())
                    .text();
            shown = forms.isStructured() ? share(within) : within;
        }
        if (shown.length() >= shared.length()) {
            return null;
        }
        String text = exchange.result().text();
        OutputId id = view.id(text);
        List<String> lost =
                IdentifierDigest.of(whole, shown, view.shown(), room.digest(whole.length() - shown.length()));
        String marked = shown + CutMarker.of(id, text.length(), lost);
        int saved = tokens.count(text) - tokens.count(marked);
        return saved > 0 ? new Decision.Cut(id, marked, saved) : null;
    }

    /** Code without what hardly matters: what an edit did not touch, and comments beyond their first sentence. */
    private String lean(String whole, ToolExchange exchange) {
        String echo = exchange.call() == null ? whole : EditEcho.around(whole, WrittenText.in(exchange.call()));
        return share(BlockComments.shorten(echo));
    }

    private String share(String text) {
        SharedLines.Names names = new SourceNames(view, canRetrieve);
        String owner = canRetrieve ? "#" + view.tailOwner() : "the result before";
        return Trailer.replace(view.lines().replace(text, SharedLines.Limits.USUAL, names), view.tail(), owner);
    }

    /** Whether the call names a file of data: an edit of it has to quote it as it is spelled. */
    private static boolean isDataFile(ToolExchange exchange) {
        return exchange.call() != null
                && CallWords.files(exchange.call()).stream()
                        .map(file -> file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                        .anyMatch(DATA_FILES::contains);
    }

    /** What was got back is what was wanted: it is not cut again. */
    private static boolean isRetrieved(ToolExchange exchange) {
        return exchange.toolName().toLowerCase(Locale.ROOT).endsWith(RetrieveTool.NAME);
    }
}
