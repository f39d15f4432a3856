package io.ambit.core.context;

import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import org.jspecify.annotations.Nullable;

/** The head and the tail of a text around a hint that says what is missing and how to get it. */
final class BlindCut {
    private static final double HEAD_SHARE = 0.4;

    private BlindCut() {}

    /**
     * Cuts {@code text} to {@code characters} code points and a hint.
     *
     * @param taken decisions whose ids are in use
     * @return null where the text is no longer than that, or the cut would save no token
     */
    static Decision.@Nullable Cut of(String text, int characters, TokenCounter tokens, Iterable<Decisions> taken) {
        if (text.length() <= characters) {
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length <= characters) {
            return null;
        }
        Hash content = Hash.of(text);
        for (int digits = OutputId.MIN_LENGTH; ; digits++) {
            OutputId id = OutputId.of(content, digits);
            String shown = shown(text, length, characters, id);
            if (digits == OutputId.MAX_LENGTH || isFree(id, shown, taken)) {
                int saved = tokens.count(text) - tokens.count(shown);
                return saved > 0 ? new Decision.Cut(id, shown, saved) : null;
            }
        }
    }

    private static String shown(String text, int length, int characters, OutputId id) {
        int head = (int) (characters * HEAD_SHARE);
        int from = text.offsetByCodePoints(0, head);
        int to = text.offsetByCodePoints(text.length(), head - characters);
        return text.substring(0, from) + "\n...[" + (length - characters) + " characters cut; " + RetrieveTool.NAME
                + " id=" + id + "]...\n" + text.substring(to);
    }

    /** Whether no other content goes by the id: an equal content, cut before, is shown in the same words. */
    private static boolean isFree(OutputId id, String shown, Iterable<Decisions> taken) {
        for (Decisions decisions : taken) {
            for (Decision decision : decisions.byKey().values()) {
                if (decision instanceof Decision.Cut cut
                        && cut.id().equals(id)
                        && !cut.shown().equals(shown)) {
                    return false;
                }
            }
        }
        return true;
    }
}
