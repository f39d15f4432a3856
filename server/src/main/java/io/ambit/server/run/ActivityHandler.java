package io.ambit.server.run;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells {@link AgentRuns} of every request, save those of programs that only look whether the server is well. */
public final class ActivityHandler extends Handler.Wrapper {
    private static final Set<String> WATCHING = Set.of("/healthz", "/readyz", "/metrics");

    private final AgentRuns runs;

    public ActivityHandler(AgentRuns runs) {
        this.runs = runs;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!WATCHING.contains(Request.getPathInContext(request))) {
            runs.began();
            Request.addCompletionListener(request, failure -> runs.ended());
        }
        return super.handle(request, response, callback);
    }
}
