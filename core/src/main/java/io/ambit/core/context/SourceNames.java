package io.ambit.core.context;

import io.ambit.core.compress.shared.SharedLines;
import java.util.HashSet;
import java.util.Set;

/** Names the sources of one output's pointers: with the call in words at first, then as short as can be. */
final class SourceNames implements SharedLines.Names {
    private final SessionView view;
    private final boolean withIds;
    private final Set<Integer> used = new HashSet<>();

    /** @param withIds whether the model can get an output by its id */
    SourceNames(SessionView view, boolean withIds) {
        this.view = view;
        this.withIds = withIds;
    }

    @Override
    public String of(int number) {
        SessionView.Source source = view.source(number);
        String words = (source.tool() + ' ' + source.about()).strip();
        if (source.id().isEmpty()) {
            return "your " + (used.contains(number) ? source.tool() : words);
        }
        if (!withIds) {
            return words.isEmpty() ? "an earlier result" : "the result of " + words;
        }
        return words.isEmpty() || used.contains(number) ? "#" + source.id() : "#" + source.id() + ", " + words;
    }

    @Override
    public void used(int number) {
        used.add(number);
    }
}
