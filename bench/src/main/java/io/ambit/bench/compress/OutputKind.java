package io.ambit.bench.compress;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import io.ambit.core.compress.lines.LineText;
import io.ambit.core.compress.structured.StructuredText;

/** Which compressor takes an output, and what it would keep of it. */
public final class OutputKind {
    private OutputKind() {}

    /** The output as its compressor leaves it within so many characters. */
    public static Compressed within(String text, int budget) {
        StructuredText structured = StructuredText.read(text);
        if (structured == null) {
            return LineText.within(text, budget, Asked.NOTHING, Shown.NOTHING);
        }
        String plain = structured.plainText();
        return plain == null
                ? structured.within(budget, Asked.NOTHING, Shown.NOTHING)
                : LineText.within(plain, budget, Asked.NOTHING, Shown.NOTHING);
    }

    /** The kind alone. */
    public static String of(String text) {
        return within(text, Math.max(1, text.length())).kind();
    }
}
