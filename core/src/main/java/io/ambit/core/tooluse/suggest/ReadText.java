package io.ambit.core.tooluse.suggest;

import io.ambit.core.spi.TermAnalysis;
import io.ambit.core.text.Hash;
import java.util.List;

/** A text with its terms and its hash, which take a while to make. */
record ReadText(String text, Hash hash, List<String> terms) {
    static ReadText of(String text, TermAnalysis analysis) {
        return new ReadText(text, Hash.of(text), List.copyOf(analysis.terms(text)));
    }
}
