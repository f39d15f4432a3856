package io.ambit.gateway.tools;

import io.ambit.core.context.Planned;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.wire.WireRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the gateway does for the use of tools. Thread-safe. */
public final class ToolWatch implements AutoCloseable {
    /** Nothing is noted and nothing changes. */
    public static final ToolWatch OFF = new ToolWatch();

    private static final Logger LOG = LoggerFactory.getLogger(ToolWatch.class);

    private static final List<ToolDefinition> EXAMPLE = List.of(new ToolDefinition(
            "get_items", "", "", Map.of("type", "object", "properties", Map.of("limit", Map.of("type", "integer")))));

    private final ToolSettings settings;
    private final CallCorrector corrector;
    private final ToolReader reader = new ToolReader();
    private final @Nullable OfferLog offers;
    private final @Nullable FailureNotes notes;
    private final @Nullable ExecutorService threads;

    private ToolWatch() {
        settings = ToolSettings.of(ToolMode.OFF);
        corrector = CallCorrector.NONE;
        offers = null;
        notes = null;
        threads = null;
    }

    /**
     * Watches as far as the mode goes.
     *
     * @param store stays the caller's to close, after this
     * @param corrector finds the call that was meant
     * @param advice says what helps after a failure
     * @param tokens counts for the bound of a note
     */
    public ToolWatch(
            ToolSettings settings,
            ToolStore store,
            CallCorrector corrector,
            FailureAdvice advice,
            TokenCounter tokens) {
        this.settings = settings;
        this.corrector = corrector;
        offers = settings.mode().includes(ToolMode.OBSERVE) ? new OfferLog(store, reader) : null;
        notes = settings.mode().includes(ToolMode.ADVISE) ? new FailureNotes(advice, tokens) : null;
        threads = settings.mode().includes(ToolMode.REPAIR) ? Executors.newVirtualThreadPerTaskExecutor() : null;
        if (threads != null) {
            threads.execute(this::warm);
        }
    }

    /** The first check loads what all others use: not while an agent waits. */
    private void warm() {
        try {
            corrector.correct(EXAMPLE, "get_items", "{\"limit\":\"1\"}");
        } catch (RuntimeException e) {
            LOG.warn("calls cannot be checked: {}", e.toString());
        }
    }

    public ToolMode mode() {
        return settings.mode();
    }

    /** Notes, in the background, the tools that a session's request offers, unless it did before. */
    public void offered(Space space, SessionId session, WireRequest request, Instant at) {
        if (offers != null) {
            offers.note(space, session, request, at);
        }
    }

    /**
     * The plan with notes after the results of calls that failed. Where the mode is less than that, what was noted before
     * stays; only {@link ToolMode#OFF} takes it away.
     *
     * @param earlier what was decided before this step
     */
    public Planned advised(
            Space space, WireRequest request, Transcript transcript, Decisions earlier, Planned planned) {
        if (settings.mode() == ToolMode.OFF) {
            return FailureNotes.remove(transcript, planned);
        }
        return notes == null
                ? planned
                : notes.add(
                        space,
                        transcript,
                        earlier,
                        planned,
                        () -> reader.read(request).tools());
    }

    /** What is to be set right in the answer to a request. */
    public AnswerRepair repair(WireRequest request) {
        return threads == null || !request.carriesTools()
                ? AnswerRepair.NONE
                : new LiveRepair(settings, corrector, threads, () -> reader.read(request));
    }

    /** Lets what runs in the background end. */
    @Override
    public void close() {
        if (offers != null) {
            offers.close();
        }
        if (threads != null) {
            threads.shutdown();
        }
    }
}
