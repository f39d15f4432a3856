package io.ambit.core.compress.structured;

import io.ambit.core.compress.Asked;
import io.ambit.core.text.Value;
import io.ambit.core.text.Words;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Which rows of a list are printed whole where there is no room for all: those that report a failure and those that
 * hold a word of the call, then the first. Not for several threads.
 */
final class Ranking {
    private static final int MIN_WORD = 4;
    private static final int MAX_ARGUMENTS = 4_000;
    /** What more of the rows have in common tells them apart no longer. */
    private static final double MAX_SHARE = 0.34;

    private final Set<String> asked = new HashSet<>();
    private final IdentityHashMap<Value, Boolean> red = new IdentityHashMap<>();
    private final IdentityHashMap<Value, Boolean> wanted = new IdentityHashMap<>();

    Ranking(Asked asked) {
        String arguments = asked.arguments();
        for (String word : Words.of(arguments.substring(0, Math.min(arguments.length(), MAX_ARGUMENTS)))) {
            if (word.length() >= MIN_WORD) {
                this.asked.add(word);
            }
        }
    }

    /** Marks the {@code count} rows to print whole. */
    boolean[] first(List<Value.Obj> rows, int count) {
        boolean[] chosen = new boolean[rows.size()];
        int left = Math.min(count, rows.size());
        if (left < rows.size()) {
            left = choose(rows, chosen, left, true);
            left = asked.isEmpty() ? left : choose(rows, chosen, left, false);
        }
        for (int i = 0; i < rows.size() && left > 0; i++) {
            if (!chosen[i]) {
                chosen[i] = true;
                left--;
            }
        }
        return chosen;
    }

    private int choose(List<Value.Obj> rows, boolean[] chosen, int left, boolean reds) {
        int matching = 0;
        for (Value.Obj row : rows) {
            matching += matches(row, reds) ? 1 : 0;
        }
        int free = left;
        if (matching <= rows.size() * MAX_SHARE) {
            for (int i = 0; i < rows.size() && free > 0; i++) {
                if (!chosen[i] && matches(rows.get(i), reds)) {
                    chosen[i] = true;
                    free--;
                }
            }
        }
        return free;
    }

    private boolean matches(Value.Obj row, boolean reds) {
        return reds
                ? red.computeIfAbsent(row, key -> RedFields.isRed(row))
                : wanted.computeIfAbsent(row, key -> holdsAsked(row));
    }

    private boolean holdsAsked(Value value) {
        return switch (value) {
            case Value.Str text -> text.text().length() < MAX_ARGUMENTS && holdsAsked(Words.of(text.text()));
            case Value.Num number -> asked.contains(number.spelling());
            case Value.Arr array -> array.items().stream().anyMatch(this::holdsAsked);
            case Value.Obj object -> object.fields().stream().anyMatch(field -> holdsAsked(field.value()));
            default -> false;
        };
    }

    private boolean holdsAsked(Set<String> words) {
        return words.stream().anyMatch(asked::contains);
    }
}
