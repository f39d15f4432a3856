package io.ambit.core.tooluse.pattern;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.check.Certainty;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.Correction;
import io.ambit.core.tooluse.check.Correction.Kind;
import io.ambit.core.tooluse.check.Fault;
import io.ambit.core.tooluse.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says of calls that are about to be made what approved patterns know of their arguments. What a pattern proposes is
 * likely, never certain: it stands for what was seen, and a schema may say otherwise, so it is checked as any call is.
 */
public final class PatternCheck {
    private final PatternBook book;

    public PatternCheck(PatternBook book) {
        this.book = book;
    }

    /**
     * Adds what patterns know to what was found.
     *
     * @param check checks a call by everything else
     */
    public Checked checked(Checked found, Function<Invocation, Checked> check) {
        for (ToolPattern pattern : book.active()) {
            Kind kind = kind(pattern.recipe());
            Invocation made =
                    kind == null || !pattern.tool().equals(found.call().tool())
                            ? null
                            : pattern.recipe().apply(found.call()).orElse(null);
            if (kind == null || made == null || !check.apply(made).isValid()) {
                continue;
            }
            Correction correction = correction(kind, pattern.recipe(), found.call(), made);
            List<Finding> findings = new ArrayList<>(found.findings());
            findings.add(new Finding(
                    Fault.FAILED_BEFORE,
                    correction.path(),
                    pattern.note() + " (" + pattern.id() + ")",
                    Optional.of(correction)));
            boolean proposes = found.proposed().isEmpty();
            return new Checked(
                    found.call(),
                    findings,
                    proposes ? Optional.of(made) : found.proposed(),
                    proposes ? Certainty.LIKELY : found.certainty(),
                    proposes ? List.of(correction) : found.corrections());
        }
        return found;
    }

    /** How a check names a recipe; null for one that speaks of no argument that is there. */
    private static @Nullable Kind kind(Recipe recipe) {
        return switch (recipe.kind()) {
            case RENAME -> Kind.RENAME_PARAMETER;
            case DROP -> Kind.DROP_PARAMETER;
            case PAD -> Kind.ID;
            case CASE, REPLACE, WORD -> Kind.ENUM;
            case RETYPE -> Kind.COERCE;
            case ADD -> Kind.FILL;
            case AGAIN, TOOL, ADVICE -> null;
        };
    }

    private static Correction correction(Kind kind, Recipe recipe, Invocation before, Invocation after) {
        String path = "/" + recipe.argument().replace("~", "~0").replace("/", "~1");
        return switch (kind) {
            case RENAME_PARAMETER -> new Correction(kind, path, recipe.argument(), recipe.to(), Certainty.LIKELY);
            default ->
                new Correction(
                        kind,
                        path,
                        before.arguments().get(recipe.argument()),
                        after.arguments().get(recipe.argument()),
                        Certainty.LIKELY);
        };
    }
}
