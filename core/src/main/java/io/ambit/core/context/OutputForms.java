package io.ambit.core.context;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import io.ambit.core.compress.lines.LineText;
import io.ambit.core.compress.lines.LosslessForm;
import io.ambit.core.compress.shared.NumberedView;
import io.ambit.core.compress.structured.StructuredText;
import org.jspecify.annotations.Nullable;

/**
 * A tool output in its forms: as it came, in full in a shorter form, and within a budget. It is told from the content
 * what it is; what cannot be told is text of lines.
 */
final class OutputForms {
    private final String raw;
    private final @Nullable StructuredText structured;
    private final String plain;

    private OutputForms(String raw, @Nullable StructuredText structured, String plain) {
        this.raw = raw;
        this.structured = structured;
        this.plain = plain;
    }

    /**
     * The forms of an output.
     *
     * @param isFile whether it is a file that the model may edit: then its spelling counts, and it is text of lines
     *     whatever it holds
     */
    static OutputForms of(String raw, boolean isFile) {
        if (isFile) {
            return new OutputForms(raw, null, raw);
        }
        StructuredText structured = StructuredText.read(raw);
        if (structured == null) {
            return new OutputForms(raw, null, plain(raw));
        }
        String unwrapped = structured.plainText();
        return unwrapped == null ? new OutputForms(raw, structured, "") : new OutputForms(raw, null, plain(unwrapped));
    }

    private static String plain(String text) {
        return NumberedView.withoutBlankLines(LosslessForm.of(text));
    }

    /** Every value of it, in the shortest form there is; never longer than it came. */
    String whole(Shown shown) {
        String form = structured == null ? plain : structured.whole(shown);
        return form.length() < raw.length() ? form : raw;
    }

    /**
     * Within about so many characters.
     *
     * @param whole in full, some lines replaced by pointers perhaps: what text of lines is cut from
     */
    Compressed within(String whole, int budget, Asked asked, Shown shown) {
        return structured == null
                ? LineText.within(whole, budget, asked, shown)
                : structured.within(budget, asked, shown);
    }

    boolean isStructured() {
        return structured != null;
    }
}
