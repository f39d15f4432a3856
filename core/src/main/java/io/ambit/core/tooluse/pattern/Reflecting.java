package io.ambit.core.tooluse.pattern;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tooluse.failure.ErrorShape;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Recoveries;
import io.ambit.core.tooluse.failure.Recovery;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.failure.Reflector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Thinks about a failed call by its text, by what got over such failures before, and by approved patterns. */
public final class Reflecting {
    private static final double NEAR = 0.5;

    private final PatternBook book;

    public Reflecting(PatternBook book) {
        this.book = book;
    }

    /** What is thought of a failed call. */
    public Reflection reflect(FailureReport report) {
        Reflection told = Reflector.reflect(report);
        String shape = ErrorShape.of(told.statement());
        Recovery recovery = nearest(report.call(), told.failure(), shape);
        Invocation corrected = told.corrected();
        Advice advice = told.advice();
        StringBuilder next = new StringBuilder(told.next());
        if (recovery != null && corrected == null && isSure(recovery, report.call())) {
            corrected = recovery.worked();
            next.append(" This very call failed so before, and another one got over it.");
        }
        List<String> patterns = new ArrayList<>();
        for (ToolPattern pattern : book.active()) {
            if (pattern.origin().equals(ToolPattern.HABIT)
                    || !PatternLearning.isMeant(pattern, report.call().tool(), told.failure(), shape)) {
                continue;
            }
            Invocation made = pattern.recipe().apply(report.call()).orElse(null);
            boolean isAdvice = pattern.recipe().kind() == Recipe.Kind.ADVICE;
            if (made == null && !isAdvice) {
                continue;
            }
            patterns.add(pattern.id());
            next.append(' ').append(pattern.note());
            if (!isAdvice) {
                advice = pattern.advice();
                corrected = pattern.advice() == Advice.CHANGE ? made : corrected;
            }
        }
        return new Reflection(
                told.failure(),
                told.confidence(),
                told.cause(),
                told.statement(),
                advice,
                advice == Advice.RETRY ? told.pause() : null,
                next.toString(),
                recovery,
                corrected,
                patterns);
    }

    private static boolean isSure(Recovery recovery, Invocation call) {
        return recovery.confidence() >= PatternLearning.MIN_CONFIDENCE
                && recovery.failed().canonical().equals(call.canonical())
                && !recovery.worked().canonical().equals(call.canonical());
    }

    /** The recovery from the likest failure of the same tool and class; the newest of equals. */
    private @Nullable Recovery nearest(Invocation call, FailureClass failure, String shape) {
        Recovery best = null;
        double nearness = NEAR;
        for (Recoveries.Failed each : book.failures()) {
            Recovery recovery = each.recovery();
            if (recovery == null
                    || each.failure() != failure
                    || !each.call().tool().equals(call.tool())
                    || recovery.confidence() < NEAR) {
                continue;
            }
            double like = (ErrorShape.likeness(shape, each.shape())
                            + names(call, each.call())
                            + (call.canonical().equals(each.call().canonical()) ? 1 : 0))
                    / 2
                    * recovery.confidence();
            if (like > nearness) {
                nearness = like;
                best = recovery;
            }
        }
        return best;
    }

    /** The share of argument names that two calls have in common. */
    private static double names(Invocation first, Invocation second) {
        Set<String> all = new HashSet<>(first.arguments().keySet());
        all.addAll(second.arguments().keySet());
        Set<String> both = new HashSet<>(first.arguments().keySet());
        both.retainAll(second.arguments().keySet());
        return all.isEmpty() ? 1 : (double) both.size() / all.size();
    }
}
