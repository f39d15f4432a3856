package io.ambit.core.tooluse.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one of a schema's listed values that another spelling means. */
final class ListedValue {
    private static final int LEAST_PREFIX = 3;

    private ListedValue() {}

    static Optional<Coercion.Coerced> of(@Nullable Object value, List<?> listed) {
        if (value instanceof List<?> list && list.size() == 1 && !(list.getFirst() instanceof List)) {
            Object item = list.getFirst();
            return listed.contains(item)
                    ? Optional.of(new Coercion.Coerced(item, Certainty.CERTAIN))
                    : of(item, listed);
        }
        boolean isPlain = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!isPlain) {
            return Optional.empty();
        }
        String written = String.valueOf(value);
        List<String> spelled = new ArrayList<>();
        for (Object each : listed) {
            if (each instanceof String || each instanceof Number || each instanceof Boolean) {
                spelled.add(String.valueOf(each));
            }
        }
        return NearestName.of(written, spelled)
                .or(() -> byBeginning(written, spelled))
                .filter(match -> value instanceof String || match.name().equalsIgnoreCase(written))
                .map(match -> new Coercion.Coerced(unspelled(match.name(), listed), match.certainty()));
    }

    private static @Nullable Object unspelled(String name, List<?> listed) {
        return listed.stream()
                .filter(each -> String.valueOf(each).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** asc for ascending, and the other way round, where no other value begins like that. */
    private static Optional<NearestName.Match> byBeginning(String written, List<String> listed) {
        String key = Spelling.key(written);
        List<String> begun = listed.stream()
                .filter(each -> {
                    String other = Spelling.key(each);
                    return Math.min(key.length(), other.length()) >= LEAST_PREFIX
                            && (other.startsWith(key) || key.startsWith(other));
                })
                .toList();
        boolean isWords = Spelling.words(written).size() == 1
                && key.chars().noneMatch(c -> Spelling.isDigit((char) c))
                && !key.equals(key.toUpperCase(Locale.ROOT));
        return isWords && begun.size() == 1
                ? Optional.of(new NearestName.Match(begun.getFirst(), Certainty.LIKELY))
                : Optional.empty();
    }
}
