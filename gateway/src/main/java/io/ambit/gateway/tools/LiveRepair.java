package io.ambit.gateway.tools;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.tool.Invocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets right what is certain. The definitions are read while the model is at work; a check that fails, or that takes too
 * long for who waits, leaves the call as it is.
 */
final class LiveRepair implements AnswerRepair {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRepair.class);
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final ToolSettings settings;
    private final CallCorrector corrector;
    private final ExecutorService threads;
    private final Future<OfferedTools> offered;
    private final Map<String, Boolean> held = new HashMap<>();
    private final List<Correction> corrections = new ArrayList<>();

    LiveRepair(ToolSettings settings, CallCorrector corrector, ExecutorService threads, Callable<OfferedTools> read) {
        this.settings = settings;
        this.corrector = corrector;
        this.threads = threads;
        this.offered = threads.submit(read);
    }

    @Override
    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    /** One that is not offered may be meant for any of those that are. */
    @Override
    public boolean holds(String tool) {
        return held.computeIfAbsent(tool, this::isHeld);
    }

    private boolean isHeld(String tool) {
        OfferedTools tools = within(offered).orElse(OfferedTools.NONE);
        if (tools.has(tool)) {
            return repairs(tools, tool);
        }
        return !tool.equals(RetrieveTool.NAME) && tools.tools().stream().anyMatch(each -> repairs(tools, each.name()));
    }

    private boolean repairs(OfferedTools tools, String tool) {
        return settings.repairs(tool, tools.writes(tool));
    }

    @Override
    public Optional<Invocation> repaired(String tool, String arguments) {
        OfferedTools tools = within(offered).orElse(OfferedTools.NONE);
        Optional<CallCorrector.Corrected> meant;
        try {
            meant = within(threads.submit(() -> corrector.correct(tools.tools(), tool, arguments)))
                    .flatMap(found -> found);
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
        if (meant.isEmpty() || !repairs(tools, meant.get().call().tool())) {
            return Optional.empty();
        }
        corrections.addAll(meant.get().corrections());
        return Optional.of(meant.get().call());
    }

    private static <T> Optional<T> within(Future<T> found) {
        try {
            return Optional.of(found.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            found.cancel(true);
            LOG.warn("a call passes unchecked: its check took more than {} ms", PATIENCE.toMillis());
        } catch (ExecutionException e) {
            LOG.warn("a call passes unchecked: {}", String.valueOf(e.getCause()));
        } catch (CancellationException e) {
            LOG.debug("a call passes unchecked: its tools are not read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
