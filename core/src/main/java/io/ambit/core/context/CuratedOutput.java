package io.ambit.core.context;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.lines.BlockComments;
import io.ambit.core.compress.shared.EditEcho;
import io.ambit.core.compress.shared.IdentifierDigest;
import io.ambit.core.compress.shared.SharedLines;
import io.ambit.core.message.PrivateText;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.spi.TokenCounter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides in which form one output is shown, on the ground of what is shown before it: in full and in a shorter form,
 * with pointers to lines that stand further up, and, where it is over its budget, cut, with the identifiers that went
 * listed and an id to get it back by.
 */
final class CuratedOutput {
    /** What is shorter cannot gain by any form. */
    private static final int MIN_LENGTH = 40;

    private final SessionView view;
    private final TokenCounter tokens;

    CuratedOutput(SessionView view, TokenCounter tokens) {
        this.view = view;
        this.tokens = tokens;
    }

    /** How much of an output may be shown. */
    interface Room {
        /** Nothing is cut. */
        Room ALL = (length, isCode) -> length;

        /** Characters, for one of so many in its full form. */
        int of(int length, boolean isCode);
    }

    /**
     * The form of an output.
     *
     * @param digest room for identifiers, by characters removed
     */
    Decision decide(ToolExchange exchange, Room room, IntFunction<Integer> digest) {
        String text = exchange.result().text();
        if (text.length() < MIN_LENGTH || PrivateText.isPresent(text) || isRetrieved(exchange)) {
            return Decision.KEEP;
        }
        OutputForms forms = OutputForms.of(text);
        String whole = forms.whole(view.shown());
        String shared = share(whole);
        Decision best = Decision.KEEP;
        int raw = tokens.count(text);
        int least = raw;
        if (!shared.equals(text)) {
            int count = tokens.count(shared);
            if (count < least) {
                best = new Decision.Rewrite(shared, raw - count);
                least = count;
            }
        }
        boolean isCode = !forms.isStructured() && CodeLook.isCode(whole);
        int budget = room.of(whole.length(), isCode);
        String lean = isCode && room != Room.ALL ? lean(whole, exchange) : shared;
        if (lean.length() > budget || lean.length() < shared.length()) {
            Decision.@Nullable Cut cut = cut(text, whole, lean, forms, exchange, budget, digest);
            if (cut != null && raw - cut.tokensSaved() < least) {
                best = cut;
            }
        }
        return best;
    }

    /** Code without what hardly matters: what an edit did not touch, and comments beyond their first sentence. */
    private String lean(String whole, ToolExchange exchange) {
        String echo = exchange.call() == null ? whole : EditEcho.around(whole, SessionView.multiline(exchange.call()));
        return share(BlockComments.shorten(echo));
    }

    private Decision.@Nullable Cut cut(
            String text,
            String whole,
            String shared,
            OutputForms forms,
            ToolExchange exchange,
            int budget,
            IntFunction<Integer> digest) {
        Asked asked = exchange.call() == null
                ? Asked.NOTHING
                : new Asked(exchange.toolName(), exchange.call().arguments());
        String shown = shared;
        if (shared.length() > budget) {
            Compressed cut = forms.within(shared, budget, asked, view.shown());
            shown = forms.isStructured() ? share(cut.text()) : cut.text();
        }
        OutputId id = view.id(text);
        List<String> lost = IdentifierDigest.of(
                whole, shown, view.shown(), digest.apply(Math.max(0, whole.length() - shown.length())));
        String marked = shown + CutMarker.of(id, text.length(), lost);
        int saved = tokens.count(text) - tokens.count(marked);
        return saved > 0 ? new Decision.Cut(id, marked, saved) : null;
    }

    private String share(String text) {
        return Trailer.replace(
                view.lines().replace(text, SharedLines.Limits.USUAL, new SourceNames(view)), view.tail());
    }

    /** What was got back is what was wanted: it is not cut again. */
    private static boolean isRetrieved(ToolExchange exchange) {
        return exchange.toolName().toLowerCase(Locale.ROOT).endsWith(RetrieveTool.NAME);
    }
}
