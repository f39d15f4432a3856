package io.ambit.gateway.tools;

import io.ambit.core.session.Space;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Reflection;
import java.util.List;
import java.util.function.BiFunction;

/** The words of a reflection, where it is sure enough to be worth the model's time. */
public final class ReflectedAdvice implements FailureAdvice {
    private static final double SURE = 0.6;

    private final BiFunction<Space, FailureReport, Reflection> reflect;

    /** @param reflect what a space thinks of a failed call */
    public ReflectedAdvice(BiFunction<Space, FailureReport, Reflection> reflect) {
        this.reflect = reflect;
    }

    @Override
    public List<String> on(Space space, FailedCall failed) {
        Reflection thought = reflect.apply(
                space, FailureReport.of(failed.tool(), failed.arguments(), failed.error(), failed.earlier()));
        return thought.confidence() < SURE
                ? List.of()
                : List.of(thought.note(), thought.cause() + ' ' + thought.next(), thought.next());
    }
}
