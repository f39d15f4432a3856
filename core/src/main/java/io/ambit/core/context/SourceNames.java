package io.ambit.core.context;

import io.ambit.core.compress.shared.SharedLines;
import java.util.HashSet;
import java.util.Set;

/** Names the sources of one output's pointers: with the call in words at first, then as short as can be. */
final class SourceNames implements SharedLines.Names {
    private final SessionView view;
    private final Set<Integer> used = new HashSet<>();

    SourceNames(SessionView view) {
        this.view = view;
    }

    @Override
    public String of(int number) {
        SessionView.Source source = view.source(number);
        if (used.contains(number)) {
            return source.id().isEmpty() ? "your " + source.tool() : "#" + source.id();
        }
        String words = (source.tool() + ' ' + source.about()).strip();
        if (source.id().isEmpty()) {
            return "your " + words;
        }
        return words.isEmpty() ? "#" + source.id() : "#" + source.id() + ", " + words;
    }

    @Override
    public void used(int number) {
        used.add(number);
    }
}
