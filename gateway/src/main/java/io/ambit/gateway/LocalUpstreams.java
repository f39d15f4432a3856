package io.ambit.gateway;

import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.http.Upstream;
import io.ambit.gateway.http.UpstreamAnswer;
import io.ambit.gateway.http.UpstreamCall;
import io.ambit.gateway.http.UpstreamException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks for model servers on their usual ports of this machine. */
public final class LocalUpstreams {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    /**
     * A place to look.
     *
     * @param server name of the program
     * @param port where it listens unless told otherwise
     */
    public record Candidate(String server, int port) {
        public URI address() {
            return URI.create("http://127.0.0.1:" + port);
        }
    }

    /**
     * What was found there.
     *
     * @param answers whether a model server answered
     * @param detail in words, for the user
     */
    public record Found(Candidate candidate, boolean answers, String detail) {}

    /** Ollama, llama.cpp and LM Studio, in the order in which they are taken. */
    public static final List<Candidate> USUAL =
            List.of(new Candidate("Ollama", 11434), new Candidate("llama.cpp", 8080), new Candidate("LM Studio", 1234));

    private LocalUpstreams() {}

    /** Asks the usual places, all at once; takes at most about 300 ms. */
    public static List<Found> discover() {
        return discover(USUAL);
    }

    /** Asks {@code candidates} for their models, all at once, and says for each what was found. */
    public static List<Found> discover(List<Candidate> candidates) {
        Outbound quick = Outbound.DEFAULT.withTimeouts(PATIENCE, PATIENCE, PATIENCE);
        try (Upstream upstream = new Upstream(quick);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Found>> asked = new ArrayList<>();
            for (Candidate candidate : candidates) {
                asked.add(threads.submit(() -> ask(upstream, candidate)));
            }
            List<Found> found = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                found.add(result(asked.get(i), candidates.get(i)));
            }
            return found;
        }
    }

    private static Found result(Future<Found> asked, Candidate candidate) {
        try {
            return asked.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found(candidate, false, "not asked");
        } catch (ExecutionException | CancellationException e) {
            return new Found(candidate, false, "nothing listens");
        }
    }

    private static Found ask(Upstream upstream, Candidate candidate) {
        UpstreamCall call = upstream.call("GET", candidate.address() + "/v1/models", Headers.NONE);
        try (UpstreamAnswer answer = call.send(new byte[0])) {
            String body = new String(answer.body().readNBytes(MAX_ANSWER_BYTES), StandardCharsets.UTF_8);
            // Many programs listen on 8080; a model server answers with a list.
            boolean models = answer.status() == 200 && body.stripLeading().startsWith("{") && body.contains("\"data\"");
            String detail = models ? "answers" : "something else listens there (status " + answer.status() + ")";
            return new Found(candidate, models, detail);
        } catch (IOException | UpstreamException e) {
            return new Found(candidate, false, "nothing answers");
        }
    }
}
