package io.ambit.wire.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.ambit.core.spi.SchemaValidator.Breach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Errors as breaches. Of a value that fits none of several alternatives the library tells what is wrong with it by each
 * of them; what counts is the one alternative that is of the value's kind, or else that it fits none.
 */
final class Alternatives {
    private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

    private Alternatives() {}

    static List<Breach> joined(List<Error> errors) {
        Map<String, List<Error>> byChoice = new LinkedHashMap<>();
        for (Error error : errors) {
            byChoice.computeIfAbsent(choice(error), key -> new ArrayList<>()).add(error);
        }
        List<Breach> breaches = new ArrayList<>();
        byChoice.forEach((choice, members) -> {
            if (choice.isEmpty()) {
                members.forEach(error -> breaches.add(breach(error)));
            } else {
                breaches.addAll(chosen(members));
            }
        });
        return breaches.stream().distinct().toList();
    }

    /** Where in schema and value the outermost choice stands that an error is of, "" for none. */
    private static String choice(Error error) {
        int at = index(error.getEvaluationPath());
        return at < 0 ? "" : prefix(error.getEvaluationPath(), at) + ' ' + place(error, at);
    }

    /** The part of the value that a choice is made for. */
    private static String place(Error error, int at) {
        NodePath path = error.getEvaluationPath();
        int deep = 0;
        for (int i = 0; i < at; i++) {
            switch (String.valueOf(path.getElement(i))) {
                case "properties", "patternProperties", "prefixItems" -> {
                    deep++;
                    i++;
                }
                case "$defs", "definitions", "dependentSchemas", "allOf", "anyOf", "oneOf" -> i++;
                case "items",
                        "additionalProperties",
                        "additionalItems",
                        "contains",
                        "unevaluatedProperties",
                        "unevaluatedItems" -> deep++;
                default -> {
                    // Keywords that stay where they are.
                }
            }
        }
        return prefix(
                error.getInstanceLocation(),
                Math.min(deep, error.getInstanceLocation().getNameCount()));
    }

    private static int index(NodePath path) {
        for (int i = 0; i < path.getNameCount(); i++) {
            if (isNamed(path, i)) {
                i++;
            } else if (CHOICES.contains(String.valueOf(path.getElement(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a name follows, which may be that of a keyword too. */
    private static boolean isNamed(NodePath path, int at) {
        return Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
                .contains(String.valueOf(path.getElement(at)));
    }

    private static String prefix(NodePath path, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append('/')
                    .append(String.valueOf(path.getElement(i))
                            .replace("~", "~0")
                            .replace("/", "~1"));
        }
        return text.toString();
    }

    private static List<Breach> chosen(List<Error> errors) {
        Error first = errors.getFirst();
        int at = index(first.getEvaluationPath());
        String place = place(first, at);
        Map<String, List<Error>> byBranch = new LinkedHashMap<>();
        for (Error error : errors) {
            NodePath path = error.getEvaluationPath();
            String branch = at + 1 < path.getNameCount() ? String.valueOf(path.getElement(at + 1)) : "";
            byBranch.computeIfAbsent(branch, key -> new ArrayList<>()).add(error);
        }
        List<List<Error>> ofKind = byBranch.values().stream()
                .filter(branch -> branch.stream()
                        .noneMatch(error ->
                                error.getKeyword().equals("type") && path(error).equals(place)))
                .toList();
        if (ofKind.size() == 1) {
            return ofKind.getFirst().stream().map(Alternatives::breach).toList();
        }
        List<String> keywords = (ofKind.isEmpty()
                        ? errors
                        : ofKind.stream().flatMap(List::stream).toList())
                .stream()
                        .filter(error -> path(error).equals(place))
                        .map(Error::getKeyword)
                        .distinct()
                        .toList();
        String keyword = ofKind.isEmpty() ? "type" : keywords.size() == 1 ? keywords.getFirst() : "anyOf";
        String message = String.join(
                "; or ",
                errors.stream().map(Error::getMessage).distinct().limit(5).toList());
        boolean isOne = keyword.equals("required") || keyword.equals("additionalProperties");
        return List.of(isOne ? new Breach(place, "anyOf", "", message) : new Breach(place, keyword, "", message));
    }

    private static String path(Error error) {
        return prefix(error.getInstanceLocation(), error.getInstanceLocation().getNameCount());
    }

    private static Breach breach(Error error) {
        return new Breach(
                path(error),
                error.getKeyword(),
                Objects.requireNonNullElse(error.getProperty(), ""),
                Objects.requireNonNullElse(error.getMessage(), ""));
    }
}
