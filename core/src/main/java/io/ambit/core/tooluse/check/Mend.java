package io.ambit.core.tooluse.check;

import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.tooluse.check.Breaches.Told;
import io.ambit.core.tooluse.check.Coercion.Coerced;
import io.ambit.core.tooluse.check.Correction.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would mend one breach.
 *
 * @param told everything that is wrong with the arguments as they are now
 */
record Mend(
        SchemaValidator validator,
        Map<String, Object> schema,
        SchemaPlaces places,
        Map<String, Object> arguments,
        List<Told> told) {

    private static final int MOST_ITEMS = 20;
    private static final int MOST_EXTRA = 8;
    private static final int MOST_PROPERTIES = 200;

    Optional<Correction> of(Told breach) {
        if (breach.path().isEmpty()) {
            return Optional.empty();
        }
        return switch (breach.fault()) {
            case UNEXPECTED_PARAMETER -> unexpected(breach.path());
            case MISSING_REQUIRED -> missing(breach.path());
            case WRONG_TYPE -> type(breach.path());
            case BAD_ENUM -> listed(breach.path());
            default -> Optional.empty();
        };
    }

    private Optional<Correction> missing(String path) {
        List<@Nullable Object> listed = places.listed(path);
        if (listed.size() == 1 && listed.getFirst() != null) {
            return Optional.of(new Correction(Kind.FILL, path, null, listed.getFirst(), Certainty.CERTAIN));
        }
        return Optional.empty();
    }

    private Optional<Correction> type(String path) {
        Object value = TreeEdit.at(arguments, path);
        boolean mayGo = !path.isEmpty()
                && TreeEdit.at(arguments, TreeEdit.parent(path)) instanceof Map
                && !places.isRequired(path);
        if (value == null) {
            return mayGo
                    ? Optional.of(new Correction(Kind.DROP_PARAMETER, path, null, null, Certainty.CERTAIN))
                    : Optional.empty();
        }
        List<@Nullable Object> listed = places.listed(path);
        if (!listed.isEmpty()) {
            Optional<Coerced> meant = ListedValue.of(value, listed).filter(each -> fits(path, each.value()));
            if (meant.isPresent()) {
                return meant.map(each -> correction(Kind.COERCE, path, value, each));
            }
        }
        Optional<Correction> coerced = coerced(path, value);
        boolean isNothing = (value instanceof String text && Coercion.isNothing(text))
                || (value instanceof List<?> list && list.isEmpty());
        return coerced.isEmpty() && isNothing && mayGo
                ? Optional.of(new Correction(Kind.DROP_PARAMETER, path, value, null, Certainty.LIKELY))
                : coerced;
    }

    /** The value as the one type of those wanted that it can be. */
    private Optional<Correction> coerced(String path, Object value) {
        List<Coerced> found = new ArrayList<>();
        for (String type : places.types(path)) {
            Coercion.to(type, value).stream()
                    .map(each -> deeper(path, each))
                    .filter(each -> fits(path, each.value()))
                    .forEach(found::add);
        }
        List<Coerced> best = found.stream()
                .filter(each ->
                        found.stream().noneMatch(other -> other.certainty().compareTo(each.certainty()) < 0))
                .distinct()
                .toList();
        return best.size() == 1 ? Optional.of(correction(Kind.COERCE, path, value, best.getFirst())) : Optional.empty();
    }

    /** Items of a list that was made of a value may need the same: {@code "7"} where a list of numbers is wanted. */
    private Coerced deeper(String path, Coerced made) {
        if (!(made.value() instanceof List<?> list) || fits(path, list)) {
            return made;
        }
        List<@Nullable Object> items = new ArrayList<>();
        Certainty certainty = made.certainty();
        Map<String, Object> with = TreeEdit.set(arguments, path, list);
        Mend inner = new Mend(validator, schema, places, with, told);
        for (int i = 0; i < list.size(); i++) {
            String place = path + '/' + i;
            if (inner.fits(place, list.get(i)) || i > MOST_ITEMS) {
                items.add(list.get(i));
                continue;
            }
            Optional<Correction> mended = places.listed(place).isEmpty() ? inner.type(place) : inner.listed(place);
            items.add(mended.isPresent() ? mended.get().to() : list.get(i));
            certainty = mended.map(Correction::certainty).orElse(certainty).and(certainty);
        }
        return new Coerced(items, certainty);
    }

    private Optional<Correction> listed(String path) {
        Object value = TreeEdit.at(arguments, path);
        List<@Nullable Object> listed = places.listed(path);
        boolean mayGo = !path.isEmpty()
                && TreeEdit.at(arguments, TreeEdit.parent(path)) instanceof Map
                && !places.isRequired(path);
        if (value == null && mayGo) {
            return Optional.of(new Correction(Kind.DROP_PARAMETER, path, null, null, Certainty.CERTAIN));
        }
        return ListedValue.of(value, listed)
                .filter(each -> fits(path, each.value()))
                .map(each -> correction(Kind.ENUM, path, value, each));
    }

    private Optional<Correction> unexpected(String path) {
        String object = TreeEdit.parent(path);
        String name = TreeEdit.name(path);
        Object value = TreeEdit.at(arguments, path);
        Map<?, ?> given = (Map<?, ?>) Objects.requireNonNull(TreeEdit.at(arguments, object));
        Set<String> all = places.properties(object).keySet();
        List<String> free =
                all.stream().filter(each -> !given.containsKey(each)).toList();
        List<String> extra = told.stream()
                .filter(each -> each.fault() == Fault.UNEXPECTED_PARAMETER
                        && TreeEdit.parent(each.path()).equals(object))
                .map(each -> TreeEdit.name(each.path()))
                .toList();
        if (extra.size() > MOST_EXTRA || all.size() > MOST_PROPERTIES) {
            // Whoever wrote these meant another tool.
            return Optional.empty();
        }
        Optional<NearestName.Match> near = NearestName.ofParameter(name, all);
        if (near.isPresent()) {
            String meant = near.get().name();
            long rivals = extra.stream()
                    .filter(each -> NearestName.ofParameter(each, all)
                            .filter(match -> match.name().equals(meant))
                            .isPresent())
                    .count();
            if (free.contains(meant)) {
                return rivals == 1 ? Optional.of(renamed(path, meant, near.get().certainty())) : Optional.empty();
            }
            return Objects.equals(given.get(meant), value)
                    ? Optional.of(new Correction(Kind.DROP_PARAMETER, path, value, null, Certainty.CERTAIN))
                    : Optional.empty();
        }
        List<String> missing = told.stream()
                .filter(each -> each.fault() == Fault.MISSING_REQUIRED
                        && TreeEdit.parent(each.path()).equals(object))
                .limit(MOST_EXTRA)
                .map(each -> TreeEdit.name(each.path()))
                .filter(each -> extra.stream()
                        .noneMatch(other -> NearestName.ofParameter(other, all)
                                .filter(match -> match.name().equals(each))
                                .isPresent()))
                .toList();
        List<String> related = (missing.isEmpty() ? free : missing)
                .stream()
                        .filter(each -> isRelated(name, each) && takes(object, each, value))
                        .toList();
        if (!missing.isEmpty()) {
            boolean isOne = missing.size() == 1 && related.size() == 1 && extra.size() == 1;
            return isOne ? Optional.of(renamed(path, related.getFirst(), Certainty.LIKELY)) : Optional.empty();
        }
        boolean isNear = !related.isEmpty() || free.stream().anyMatch(each -> NearestName.isClose(name, each));
        return isNear
                ? Optional.empty()
                : Optional.of(new Correction(Kind.DROP_PARAMETER, path, value, null, Certainty.LIKELY));
    }

    private static Correction renamed(String path, String name, Certainty certainty) {
        return new Correction(Kind.RENAME_PARAMETER, path, TreeEdit.name(path), name, certainty);
    }

    /** Whether two names share a word. */
    private static boolean isRelated(String written, String name) {
        Set<String> shared = new HashSet<>();
        Spelling.words(written).forEach(word -> shared.add(Spelling.singular(word)));
        return Spelling.words(name).stream().map(Spelling::singular).anyMatch(shared::contains);
    }

    private boolean takes(String object, String property, @Nullable Object value) {
        String path = object + '/' + TreeEdit.escaped(property);
        return isRight(TreeEdit.put(arguments, path, value), path);
    }

    private boolean fits(String path, @Nullable Object value) {
        return isRight(TreeEdit.set(arguments, path, value), path);
    }

    private boolean isRight(Map<String, Object> tree, String path) {
        return validator.breaches(schema, tree).stream()
                .noneMatch(breach -> breach.path().equals(path) || breach.path().startsWith(path + '/'));
    }

    private static Correction correction(Kind kind, String path, @Nullable Object from, Coerced to) {
        return new Correction(kind, path, from, to.value(), to.certainty());
    }
}
