package io.ambit.mcp.tool;

import io.ambit.core.error.AmbitException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries calls out, so that nothing but answers and sentences leaves them: what fails on purpose is told as it is, of
 * what fails otherwise the log holds the trace and the client hears that it did.
 */
public final class ToolRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ToolRunner.class);

    private ToolRunner() {}

    /** What came of a call. */
    public sealed interface Outcome {
        record Answered(ToolResult result) implements Outcome {}

        /**
         * It was not carried out.
         *
         * @param message fit to be shown to a model
         */
        record Failed(String message) implements Outcome {}
    }

    /** Carries a call out; never throws. */
    public static Outcome run(Tool tool, Map<String, Object> arguments, ToolCall call) {
        try {
            return new Outcome.Answered(tool.call(arguments, call));
        } catch (AmbitException e) {
            LOG.debug("{} failed", tool.name(), e);
            String message = e.getMessage();
            return new Outcome.Failed((message == null ? tool.name() + " failed" : message)
                    + (e.retriable() ? "; the same call may succeed later" : ""));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} failed", tool.name(), e);
            return new Outcome.Failed(tool.name() + ": internal error, see the log");
        }
    }
}
