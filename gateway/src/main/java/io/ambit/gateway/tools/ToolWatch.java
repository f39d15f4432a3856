package io.ambit.gateway.tools;

import io.ambit.core.context.Planned;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.wire.WireRequest;
import java.time.Instant;

/** What the gateway does for the use of tools. Thread-safe. */
public final class ToolWatch implements AutoCloseable {
    /** Nothing is noted and nothing changes. */
    public static final ToolWatch OFF = new ToolWatch(ToolSettings.of(ToolMode.OFF));

    private final ToolSettings settings;

    private ToolWatch(ToolSettings settings) {
        this.settings = settings;
    }

    public ToolMode mode() {
        return settings.mode();
    }

    /** Notes, in the background, the tools that a session's request offers, unless it did before. */
    public void offered(Space space, SessionId session, WireRequest request, Instant at) {}

    /** The plan with notes after the results of calls that failed. */
    public Planned advised(
            Space space, WireRequest request, Transcript transcript, Decisions earlier, Planned planned) {
        return planned;
    }

    /** What is to be set right in the answer to a request. */
    public AnswerRepair repair(WireRequest request) {
        return AnswerRepair.NONE;
    }

    /** Lets what runs in the background end. */
    @Override
    public void close() {}
}
