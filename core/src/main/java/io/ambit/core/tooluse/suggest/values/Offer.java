package io.ambit.core.tooluse.suggest.values;

import io.ambit.core.retrieval.Compound;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.text.Words;
import io.ambit.core.tooluse.suggest.values.Mention.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a text offers; each is taken once. */
final class Offer {
    /** Words between a property's name and its value, at most. */
    private static final int BESIDE = 2;
    /** So many characters before and behind a value are looked at. */
    private static final int WINDOW = 60;

    private static final Set<String> PLACING = Set.of("in", "at", "near", "for", "around", "of", "to", "from", "visit");
    private static final Set<String> STARTING = Set.of("origin", "from", "departure", "source", "start");
    private static final Set<String> ENDING = Set.of("destination", "to", "arrival", "target");
    private static final Set<String> NEGATIONS = Set.of("no", "not", "without", "don't", "never", "disable", "non");

    private final String text;
    private final List<Mention> mentions;
    private final List<String> words;

    Offer(String text) {
        this.text = text;
        this.mentions = new ArrayList<>(Mentions.of(text));
        this.words = Tokens.of(text);
    }

    List<Mention> left(Kind kind) {
        return mentions.stream().filter(mention -> mention.kind() == kind).toList();
    }

    int distinct(List<Mention> some) {
        return (int) some.stream().map(Mention::text).distinct().count();
    }

    /** Nothing that stands at the same place is there any more. */
    void take(Mention taken) {
        mentions.removeIf(mention -> mention.start() < taken.end() && taken.start() < mention.end());
    }

    /** Values of a kind that stand beside the name of a property. */
    List<Mention> beside(Property property, Kind kind) {
        Set<String> names = property.words();
        return left(kind).stream()
                .filter(mention -> {
                    List<String> before = before(mention);
                    List<String> behind =
                            Tokens.of(text.substring(mention.end(), Math.min(text.length(), mention.end() + WINDOW)));
                    List<String> near =
                            new ArrayList<>(before.subList(Math.max(0, before.size() - BESIDE), before.size()));
                    near.addAll(behind.subList(0, Math.min(1, behind.size())));
                    return near.stream().anyMatch(word -> names.contains(word) || names.contains(singular(word)));
                })
                .toList();
    }

    private List<String> before(Mention mention) {
        return Tokens.of(text.substring(Math.max(0, mention.start() - WINDOW), mention.start()));
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** The one choice whose words all stand in the text; null where none or several do. */
    @Nullable Object choice(Property property) {
        Object found = null;
        for (Object choice : property.choices()) {
            List<String> asked =
                    choice instanceof String name ? List.copyOf(Words.of(Compound.spaced(name))) : List.of();
            if (!asked.isEmpty() && words.containsAll(asked)) {
                if (found != null) {
                    return null;
                }
                found = choice;
            }
        }
        return found;
    }

    /** Whether a switch is asked for by its name; null where it is not named, or denied. */
    @Nullable Object flag(Property property) {
        String name = property.name().toLowerCase(Locale.ROOT);
        int at = words.indexOf(name);
        int adverb = at < 0 ? words.indexOf(name + "ly") : at;
        if (adverb < 0) {
            return null;
        }
        boolean denied =
                words.subList(Math.max(0, adverb - BESIDE), adverb).stream().anyMatch(NEGATIONS::contains);
        return !denied;
    }

    /** The name of a place that a property asks for; null where none or several may be meant. */
    @Nullable Mention place(Property property) {
        boolean starts = property.words().stream().anyMatch(STARTING::contains);
        boolean ends = property.words().stream().anyMatch(ENDING::contains);
        List<Mention> fitting = left(Kind.NAME).stream()
                .filter(mention -> {
                    List<String> before = before(mention);
                    String last = before.isEmpty() ? "" : before.getLast();
                    return starts ? last.equals("from") : ends ? last.equals("to") : PLACING.contains(last);
                })
                .toList();
        return distinct(fitting) == 1 ? fitting.getFirst() : null;
    }
}
