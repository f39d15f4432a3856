package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All ways to say what failed, found by their first word. */
final class Phrasebook {
    private static final List<String> TYPES = List.of(
            "number",
            "integer",
            "int",
            "string",
            "str",
            "array",
            "list",
            "object",
            "dict",
            "dictionary",
            "boolean",
            "bool",
            "float",
            "decimal",
            "numeric",
            "uuid");

    /** What tools of many kinds write. */
    static final Phrasebook ALL = new Phrasebook();

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();

    private Phrasebook() {
        FarPhrases.BOOK.forEach(this::addAll);
        AccessPhrases.BOOK.forEach(this::addAll);
        CallPhrases.BOOK.forEach(this::addAll);
        ThingPhrases.BOOK.forEach(this::addAll);
        for (String type : TYPES) {
            for (String form : List.of(
                    "expected %s got",
                    "expected %s but",
                    "expected %s received",
                    "expected %s found",
                    "expected %s not",
                    "expected a %s",
                    "expected an %s",
                    "expects a %s",
                    "expects an %s",
                    "must be %s",
                    "must be a %s",
                    "must be an %s",
                    "must be a valid %s",
                    "should be a %s",
                    "should be an %s",
                    "should be a valid %s",
                    "is not a %s",
                    "is not an %s",
                    "not a valid %s",
                    "type %s required",
                    "of type %s received",
                    "invalid %s value",
                    "parse * as %s",
                    "convert * to %s",
                    "into go * of type %s")) {
                add(Phrase.of(FailureClass.WRONG_TYPE, form.replace("%s", type)));
            }
        }
    }

    private void addAll(FailureClass failure, String lines) {
        lines.lines().filter(line -> !line.isBlank()).forEach(line -> add(Phrase.of(failure, line)));
    }

    private void add(Phrase phrase) {
        byFirst.computeIfAbsent(phrase.words().getFirst(), first -> new ArrayList<>())
                .add(phrase);
    }

    /**
     * The phrase of the most words; of equals the one that ends the line, as programs put the reason last, then the one
     * that stands first, then that of the class that comes first.
     */
    @Nullable Phrase best(List<String> tokens) {
        Phrase best = null;
        for (int i = 0; i < tokens.size(); i++) {
            Phrase here = null;
            for (Phrase phrase : byFirst.getOrDefault(tokens.get(i), List.of())) {
                boolean isBetter = here == null
                        || phrase.strength() > here.strength()
                        || (phrase.strength() == here.strength()
                                && phrase.failure().compareTo(here.failure()) < 0);
                if (isBetter && phrase.isAt(tokens, i)) {
                    here = phrase;
                }
            }
            if (here != null
                    && (best == null
                            || here.strength() > best.strength()
                            || (here.strength() == best.strength() && here.isEndOf(tokens, i)))) {
                best = here;
            }
        }
        return best;
    }
}
