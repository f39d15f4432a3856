package io.ambit.core.economics;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.ambit.core.spi.TokenCounter;

/**
 * Counts with a real byte-pair encoding, o200k: exact for the models that use it, near for the others. Loading its
 * vocabulary takes most of a second, once a process, at the first count.
 */
public final class BpeTokenCounter implements TokenCounter {
    /**
     * Longer texts are counted in pieces of this many characters: a token may be cut in two at each border, and the
     * time stays linear.
     */
    private static final int PIECE = 8192;

    private static final class Loaded {
        static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    private final TokenMemo memo = new TokenMemo();

    @Override
    public String name() {
        return "o200k";
    }

    @Override
    public int count(String text) {
        Integer known = memo.get(text);
        if (known != null) {
            return known;
        }
        int tokens = countPieces(text);
        memo.put(text, tokens);
        return tokens;
    }

    private static int countPieces(String text) {
        int tokens = 0;
        for (int from = 0; from < text.length(); ) {
            int until = Math.min(text.length(), from + PIECE);
            if (until < text.length() && Character.isLowSurrogate(text.charAt(until))) {
                until--;
            }
            tokens += Loaded.O200K.countTokensOrdinary(text.substring(from, until));
            from = until;
        }
        return tokens;
    }
}
