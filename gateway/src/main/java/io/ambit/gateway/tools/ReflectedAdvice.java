package io.ambit.gateway.tools;

import io.ambit.core.session.Space;
import io.ambit.core.tooluse.failure.FailureReport;
import io.ambit.core.tooluse.failure.Reflection;
import io.ambit.core.tooluse.failure.Reflector;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words of a reflection, where it is sure enough to be worth the model's time. What was learned takes part as far as
 * it is there by the time that a request has; the error alone always tells something.
 */
public final class ReflectedAdvice implements FailureAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ReflectedAdvice.class);
    private static final double SURE = 0.6;
    private static final Duration PATIENCE = Duration.ofMillis(30);

    private final BiFunction<Space, FailureReport, Reflection> learned;

    /**
     * Advises by reflections.
     *
     * @param learned what a space thinks of a failed call, with all that it knows; it may take its time
     */
    public ReflectedAdvice(BiFunction<Space, FailureReport, Reflection> learned) {
        this.learned = learned;
    }

    @Override
    public List<String> on(Space space, FailedCall failed) {
        FailureReport report = FailureReport.of(failed.tool(), failed.arguments(), failed.error(), failed.earlier());
        Reflection thought = reflection(space, report);
        return thought.confidence() < SURE
                ? List.of()
                : List.of(thought.note(), thought.cause() + ' ' + thought.next(), thought.next());
    }

    private Reflection reflection(Space space, FailureReport report) {
        // Not cancelled where it is late: what it reads for the first time is there the next time.
        FutureTask<Reflection> task = new FutureTask<>(() -> learned.apply(space, report));
        Thread.ofVirtual().name("ambit-reflect").start(task);
        try {
            return task.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.debug("what {} learned of failures is not read yet", space);
        } catch (ExecutionException e) {
            LOG.warn("what {} learned of failures cannot be read: {}", space, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reflector.reflect(report);
    }
}
