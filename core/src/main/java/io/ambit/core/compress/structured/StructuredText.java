package io.ambit.core.compress.structured;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import io.ambit.core.text.Value;
import org.jspecify.annotations.Nullable;

/**
 * A tool output that is structured (JSON and its relatives, also wrapped or broken off): parsed once, printed in as much
 * room as there is.
 */
public final class StructuredText {
    private final Envelope content;
    private final Layouts layouts = new Layouts();

    private StructuredText(Envelope content) {
        this.content = content;
    }

    /**
     * Reads a tool output, or returns null where it is not structured: then it is a text of lines. Never throws; linear.
     */
    public static @Nullable StructuredText read(String text) {
        Envelope content = Envelope.open(text);
        return content == null ? null : new StructuredText(content);
    }

    /**
     * The text that the output held, where it held nothing else but a wrapping, or null. What the wrapping said beside,
     * an error flag say, stands in a line before it.
     */
    public @Nullable String plainText() {
        return content.value() instanceof Value.Str text ? framed(text.text() + (text.cut() ? "…" : "")) : null;
    }

    /** Every value in a shorter form. It may be longer than an odd original: the caller compares. */
    public String whole(Shown shown) {
        String plain = plainText();
        return plain != null ? plain : framed(print(shown));
    }

    /**
     * The output within about {@code budget} characters: long texts shortened, then the later items of lists reduced to
     * what identifies them, then counted. Every cut says what is missing and how much.
     */
    public Compressed within(int budget, Asked asked, Shown shown) {
        String plain = plainText();
        if (plain != null) {
            return Fitted.head(plain, budget);
        }
        int beside = content.before().length() + content.after().length();
        Compressed fitted = Fitted.of(content.value(), layouts, Math.max(1, budget - beside), asked, shown);
        return new Compressed(framed(fitted.text()), fitted.kind(), fitted.kept());
    }

    private String print(Shown shown) {
        Ranking ranking = new Ranking(Asked.NOTHING);
        return Print.of(content.value(), layouts, Limits.NONE, ranking, shown, Integer.MAX_VALUE);
    }

    private String framed(String text) {
        StringBuilder out = new StringBuilder();
        for (String part : new String[] {content.before(), text, content.after()}) {
            if (!part.isEmpty()) {
                out.append(out.isEmpty() ? "" : "\n").append(part);
            }
        }
        return out.toString();
    }
}
