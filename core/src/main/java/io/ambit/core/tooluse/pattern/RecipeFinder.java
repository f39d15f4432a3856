package io.ambit.core.tooluse.pattern;

import io.ambit.core.memory.redact.Redaction;
import io.ambit.core.message.PrivateText;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.Recipe.Kind;
import io.ambit.core.tooluse.failure.Recovery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a failed call to make the one that worked, where one thing was done. What is found gives exactly the
 * call that worked when it is applied to the one that failed.
 */
final class RecipeFinder {
    /** Longer values, in characters, are no spelling but content. */
    private static final int MAX_KEPT = 300;

    private RecipeFinder() {}

    /** The recipe; null where more than one thing was changed, or a change that says nothing of other calls. */
    static @Nullable Recipe of(Recovery recovery) {
        Recipe found = guess(recovery.failed(), recovery.worked());
        if (found == null) {
            return null;
        }
        boolean holds = found.apply(recovery.failed())
                .map(Invocation::canonical)
                .filter(recovery.worked().canonical()::equals)
                .isPresent();
        return holds && isFit(found) ? found : null;
    }

    /** What is kept must hold no secret and no text that is private, and say something of other calls. */
    private static boolean isFit(Recipe recipe) {
        String said = recipe.from() + '\n' + recipe.to() + '\n' + Recipe.canonical(recipe.value());
        return said.length() <= MAX_KEPT
                && PrivateText.blank(said).equals(said)
                && Redaction.of(said).found().isEmpty();
    }

    private static @Nullable Recipe guess(Invocation failed, Invocation worked) {
        if (!failed.tool().equals(worked.tool())) {
            return otherTool(failed, worked);
        }
        Set<String> gone = new TreeSet<>(failed.arguments().keySet());
        gone.removeAll(worked.arguments().keySet());
        Set<String> come = new TreeSet<>(worked.arguments().keySet());
        come.removeAll(failed.arguments().keySet());
        Set<String> changed = new TreeSet<>(failed.arguments().keySet());
        changed.retainAll(worked.arguments().keySet());
        changed.removeIf(name -> Recipe.canonical(failed.arguments().get(name))
                .equals(Recipe.canonical(worked.arguments().get(name))));
        if (gone.size() > 1 || come.size() > 1 || changed.size() + Math.max(gone.size(), come.size()) > 1) {
            return null;
        }
        if (!gone.isEmpty() && !come.isEmpty()) {
            return new Recipe(
                    Kind.RENAME, gone.iterator().next(), come.iterator().next(), "", null);
        }
        if (!gone.isEmpty()) {
            return new Recipe(Kind.DROP, gone.iterator().next(), "", "", null);
        }
        if (!come.isEmpty()) {
            String name = come.iterator().next();
            return new Recipe(Kind.ADD, name, "", "", worked.arguments().get(name));
        }
        if (changed.isEmpty()) {
            return Recipe.plain(Kind.AGAIN);
        }
        String name = changed.iterator().next();
        return value(name, failed.arguments().get(name), worked.arguments().get(name));
    }

    private static @Nullable Recipe value(String name, @Nullable Object before, @Nullable Object after) {
        if (before == null || after == null) {
            return null;
        }
        String kind = after instanceof List<?>
                ? "list"
                : after instanceof Number ? "number" : after instanceof Boolean ? "truth" : "text";
        Recipe retyped = new Recipe(Kind.RETYPE, name, kind, "", null);
        Invocation one = new Invocation("", Map.of(name, before));
        String wanted = new Invocation("", Map.of(name, after)).canonical();
        if (!before.getClass().equals(after.getClass())) {
            return gives(retyped, one, wanted) ? retyped : null;
        }
        if (before instanceof String from && after instanceof String to) {
            for (Recipe each : List.of(
                    new Recipe(Kind.PAD, name, Integer.toString(digitsAtEnd(to)), "", null),
                    new Recipe(
                            Kind.CASE, name, to.equals(to.toLowerCase(Locale.ROOT)) ? "lower" : "upper", "", null))) {
                if (gives(each, one, wanted)) {
                    return each;
                }
            }
            Recipe word = word(name, from, to);
            if (word != null && gives(word, one, wanted)) {
                return word;
            }
        }
        return new Recipe(Kind.REPLACE, name, "", Recipe.canonical(before), after);
    }

    private static boolean gives(Recipe recipe, Invocation call, String wanted) {
        return recipe.apply(call)
                .filter(made -> made.canonical().equals(wanted))
                .isPresent();
    }

    /** The one word of several that is another. */
    private static @Nullable Recipe word(String name, String from, String to) {
        String[] before = from.split(" ", -1);
        String[] after = to.split(" ", -1);
        if (before.length != after.length || before.length < 2) {
            return null;
        }
        int at = -1;
        for (int i = 0; i < before.length; i++) {
            if (!before[i].equals(after[i])) {
                if (at >= 0) {
                    return null;
                }
                at = i;
            }
        }
        return at < 0 ? null : new Recipe(Kind.WORD, name, after[at], before[at], null);
    }

    private static int digitsAtEnd(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(text.length() - 1 - digits))) {
            digits++;
        }
        return digits;
    }

    private static @Nullable Recipe otherTool(Invocation failed, Invocation worked) {
        Map<String, Object> names = new LinkedHashMap<>();
        for (Map.Entry<String, Object> after : worked.arguments().entrySet()) {
            String value = Recipe.canonical(after.getValue());
            String from = null;
            for (Map.Entry<String, Object> before : failed.arguments().entrySet()) {
                boolean same = Recipe.canonical(before.getValue()).equals(value);
                if (same && (from == null || before.getKey().equals(after.getKey()))) {
                    from = before.getKey();
                }
            }
            if (from == null || names.containsKey(from)) {
                return null;
            }
            names.put(from, after.getKey());
        }
        return names.isEmpty() ? null : new Recipe(Kind.TOOL, "", worked.tool(), "", names);
    }
}
