package io.ambit.core.tooluse.check;

import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.tooluse.check.Breaches.Told;
import io.ambit.core.tooluse.check.Correction.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes arguments right that break their schema. Every breach is mended for itself, in rounds: a name that is put right
 * shows whether its value is. A mend counts only where nothing is broken in the end.
 */
final class Mending {
    private static final int MOST_ROUNDS = 6;
    private static final int MOST_BREACHES = 50;

    private final SchemaValidator validator;
    private final Map<String, Object> schema;
    private final SchemaPlaces places;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    private Map<String, Object> arguments;

    private Mending(SchemaValidator validator, Map<String, Object> schema, Map<String, Object> arguments) {
        this.validator = validator;
        this.schema = schema;
        this.places = new SchemaPlaces(schema);
        this.arguments = arguments;
    }

    /**
     * What is wrong with arguments, and right ones in their place.
     *
     * @param mended empty where not all of it can be mended
     */
    record Mended(List<Finding> findings, Optional<Map<String, Object>> mended, List<Correction> corrections) {
        Certainty certainty() {
            return corrections.stream().map(Correction::certainty).reduce(Certainty.CERTAIN, Certainty::and);
        }
    }

    /** Checks arguments by a {@link LenientSchema} and mends what can be mended. */
    static Mended of(SchemaValidator validator, Map<String, Object> schema, Map<String, Object> arguments) {
        return new Mending(validator, schema, arguments).mended();
    }

    private Mended mended() {
        Set<String> seen = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Told> told = Breaches.told(validator.breaches(schema, arguments), arguments, places);
            if (told.isEmpty()) {
                return new Mended(findings, round == 0 ? Optional.empty() : Optional.of(arguments), corrections);
            }
            boolean isHopeless = told.size() > MOST_BREACHES;
            List<Told> fresh = told.stream()
                    .filter(each -> seen.add(each.fault() + each.path()))
                    .toList();
            Set<String> explained = new HashSet<>();
            boolean all = true;
            for (Told each : fresh) {
                if (explained.contains(each.path())) {
                    // It is missing because it stands under a wrong name.
                    continue;
                }
                if (!TreeEdit.holds(arguments, TreeEdit.parent(each.path()))) {
                    // What it stood in is another one now: the next round tells.
                    seen.remove(each.fault() + each.path());
                    continue;
                }
                Optional<Correction> correction =
                        isHopeless ? Optional.empty() : new Mend(validator, schema, places, arguments, told).of(each);
                findings.add(new Finding(each.fault(), each.path(), each.reason(), correction));
                boolean isOffered = correction.filter(Mending::isOnlyOffered).isPresent();
                if (correction.isEmpty() || isOffered) {
                    all = false;
                } else {
                    apply(correction.get(), explained);
                }
            }
            if (!all || fresh.isEmpty()) {
                return new Mended(findings, Optional.empty(), List.of());
            }
        }
        return new Mended(findings, Optional.empty(), List.of());
    }

    /** A default is what the tool takes for nothing; that the caller meant it is not said. */
    private static boolean isOnlyOffered(Correction correction) {
        return correction.kind() == Kind.FILL && correction.certainty() != Certainty.CERTAIN;
    }

    private void apply(Correction correction, Set<String> explained) {
        corrections.add(correction);
        String path = correction.path();
        switch (correction.kind()) {
            case RENAME_PARAMETER -> {
                arguments = TreeEdit.rename(arguments, path, String.valueOf(correction.to()));
                explained.add(TreeEdit.parent(path) + '/' + TreeEdit.escaped(String.valueOf(correction.to())));
            }
            case DROP_PARAMETER -> arguments = TreeEdit.remove(arguments, path);
            case FILL -> arguments = TreeEdit.put(arguments, path, correction.to());
            default -> arguments = TreeEdit.set(arguments, path, correction.to());
        }
    }
}
