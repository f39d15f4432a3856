package io.ambit.gateway;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Part;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.Route;
import io.ambit.core.session.StepEnd;
import io.ambit.core.text.Hash;
import io.ambit.gateway.http.ForwardedHeaders;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.Relay;
import io.ambit.gateway.http.UpstreamAddress;
import io.ambit.gateway.http.UpstreamAnswer;
import io.ambit.gateway.http.UpstreamCall;
import io.ambit.gateway.http.UpstreamException;
import io.ambit.gateway.http.Watch;
import io.ambit.gateway.route.Attempts;
import io.ambit.gateway.route.Credentials;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.Router;
import io.ambit.gateway.tools.AnswerRepair;
import io.ambit.gateway.tools.Correction;
import io.ambit.wire.AnswerTranslation;
import io.ambit.wire.Reply;
import io.ambit.wire.Translation;
import io.ambit.wire.UntranslatableException;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One step: the upstream's answer goes back to the client as it comes; where it calls {@code context_retrieve}, the call
 * is answered and the upstream asked again, at most {@value #MAX_HIDDEN_ROUNDS} times, and the client sees one message.
 * Used by one thread, once.
 */
final class GatewayStep {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayStep.class);
    static final int MAX_HIDDEN_ROUNDS = 3;

    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final Gateway.Parts parts;
    private final Endpoint endpoint;
    private final ClientExchange client;
    private final RequestBody body;
    private final Attempts attempts;
    private final long arrivedNanos;
    private final AnswerRepair repair;
    private final WireAnswer answer;
    private final ClientBody out;
    private final List<String> exchanges = new ArrayList<>();
    private Prepared prepared;
    private @Nullable AnswerTranslation translation;
    private Duration firstByte = Duration.ZERO;
    private int retrievals;
    private Unrecorded.@Nullable Step expected;
    private String error = "";
    private String finish = "";

    GatewayStep(
            Gateway.Parts parts,
            Endpoint endpoint,
            ClientExchange client,
            RequestBody body,
            Prepared prepared,
            long arrivedNanos) {
        this.parts = parts;
        this.endpoint = endpoint;
        this.client = client;
        this.body = body;
        this.prepared = prepared;
        this.arrivedNanos = arrivedNanos;
        this.repair = parts.settings().tools().repair(prepared.request());
        this.answer = endpoint.codec().answer(prepared.request(), prepared.retrieveTool(), repair);
        this.out = new ClientBody(client);
        this.translation = translation(prepared);
        this.attempts = new Attempts(
                parts.breakers(),
                parts.counters(),
                prepared.destination(),
                endpoint.codec().format(),
                prepared.request().body());
    }

    private static @Nullable AnswerTranslation translation(Prepared prepared) {
        Translation into = prepared.destination().translation();
        return into == null ? null : into.answer(prepared.request().body());
    }

    /** Runs to the end; what goes wrong is told to the client and kept in {@link #end}. Returns its status. */
    int run() {
        int round = 0;
        while (round <= MAX_HIDDEN_ROUNDS) {
            byte[] body;
            try {
                body = forwarded();
            } catch (UntranslatableException e) {
                error = String.valueOf(e.getMessage());
                return endpoint.errors().send(client, 400, "not_translatable", error);
            }
            UpstreamCall call = parts.upstream().call(client.method(), address(), headers());
            try (Watch.Entry watch = parts.watch().watch(client::isGone, call::abort)) {
                try (UpstreamAnswer upstream = call.send(body)) {
                    if (round == 0 && elsewhere(attempts.after(upstream.status(), upstream.headers()))) {
                        continue;
                    }
                    if (!pass(upstream, watch, round)) {
                        return out.status();
                    }
                } catch (UpstreamException e) {
                    watch.stop();
                    if (watch.verdict() == Watch.Verdict.CLIENT_GONE) {
                        return gone();
                    }
                    if (round > 0 || !elsewhere(attempts.after(e))) {
                        return fail(e);
                    }
                    continue;
                } catch (Relay.BrokenException e) {
                    watch.stop();
                    return brokenOff(watch.verdict(), e);
                } catch (IOException e) {
                    call.abort();
                    return gone();
                }
            }
            round++;
            parts.counters().countHiddenRound();
        }
        return out.status();
    }

    /** Turns to another upstream, before anything was passed on. Returns whether there is one. */
    private boolean elsewhere(Optional<Destination> next) {
        if (next.isEmpty()) {
            return false;
        }
        prepared = prepared.towards(next.get(), endpoint.codec());
        translation = translation(prepared);
        return true;
    }

    /** Passes one round on. Returns whether another has to follow. */
    private boolean pass(UpstreamAnswer upstream, Watch.Entry watch, int round) throws IOException {
        Headers headers = upstream.headers();
        String type = headers.get("content-type");
        if (round > 0 && client.isBegun() && upstream.status() >= 400) {
            refused(upstream);
            watch.stop();
            out.end();
            return false;
        }
        boolean asItCame = !prepared.retrieveTool() && !repair.isActive() && translation == null;
        Headers told = ForwardedHeaders.toClient(headers, asItCame);
        if (translation != null) {
            type = translation.begin(upstream.status(), type);
            told = told.without("content-type"::equals).with("Content-Type", type);
        }
        out.head(upstream.status(), told);
        awaitRecord();
        boolean events = type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
        if (events) {
            out.open();
            client.out().flush();
        }
        answer.begin(upstream.status(), type, headers.get("content-encoding"));
        OutputStream translated = new Translated();
        Relay.run(upstream, watch, parts.settings().outbound().idleTimeout(), (bytes, offset, length) -> {
            if (firstByte.isZero()) {
                firstByte = Duration.ofNanos(System.nanoTime() - arrivedNanos);
            }
            if (translation == null) {
                answer.pass(bytes, offset, length, out);
            } else {
                translation.pass(bytes, offset, length, translated);
            }
            out.flush();
        });
        if (translation != null) {
            translation.end(translated);
        }
        // The next request needs a hidden exchange, or the name that it goes on from: for anything else it need not
        // wait.
        boolean needed = prepared.retrieveTool() || !answer.replyId().isEmpty();
        if (expected == null && needed && prepared.step() != null) {
            expected = parts.recorder()
                    .expect(
                            client.space(),
                            prepared.request().transcript(),
                            prepared.retrieveTool() ? Unrecorded.Part.HIDDEN : Unrecorded.Part.NAME);
        }
        List<Part.ToolCall> hidden = answer.end(round == MAX_HIDDEN_ROUNDS, out);
        boolean again = answer.needsRound();
        if (!hidden.isEmpty() && round < MAX_HIDDEN_ROUNDS) {
            retrieve(hidden);
        }
        if (!again) {
            watch.stop();
            out.end();
        }
        return again;
    }

    /**
     * The client may send its next request as soon as it has this answer: what was decided must outlive this process by
     * then, or the next request would be forwarded otherwise. Mostly it was written while the upstream was at work.
     */
    private void awaitRecord() {
        Prepared.Step step = prepared.step();
        if (step == null || step.id().isDone() || !parts.settings().policy().isLossy()) {
            return;
        }
        try {
            step.id().get(parts.settings().ledgerLimit().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the step is not recorded", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void retrieve(List<Part.ToolCall> calls) {
        List<String> results = parts.retriever().answer(prepared, calls);
        retrievals += calls.size();
        parts.counters().countRetrievals(calls.size());
        exchanges.add(answer.exchange(results));
    }

    /** A later round that the upstream refuses: the client is in the middle of its answer, and is told there. */
    private void refused(UpstreamAnswer upstream) throws IOException {
        String body = new String(upstream.body().readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
        error = "the upstream answered a hidden round with status " + upstream.status();
        out.write(endpoint.codec().streamError("upstream_error", "retrieval_round_failed", error + ": " + body));
        out.flush();
    }

    private int gone() {
        error = "the client went away";
        client.abort();
        return 0;
    }

    private int fail(UpstreamException e) {
        error = String.valueOf(e.getMessage());
        return endpoint.errors().send(client, e);
    }

    private int brokenOff(Watch.Verdict verdict, Relay.BrokenException e) {
        switch (verdict) {
            case CLIENT_GONE -> {
                return gone();
            }
            case IDLE -> {
                error = "the upstream said nothing for "
                        + parts.settings().outbound().idleTimeout().toSeconds() + " s in the middle of its answer";
                return endpoint.errors().send(client, 504, "upstream_timeout", error);
            }
            case NONE -> error = String.valueOf(e.getMessage());
        }
        return endpoint.errors().send(client, 502, "upstream_broken_off", error);
    }

    /** The body to send, in the upstream's format. */
    private byte[] forwarded() {
        Translation into = prepared.destination().translation();
        if (exchanges.isEmpty()) {
            boolean asItCame = prepared.isUnchanged() && into == null;
            byte[] plain = asItCame ? body.received() : prepared.forwarded();
            return into == null ? plain : into.request(plain);
        }
        List<Edit> edits = new ArrayList<>(prepared.edits());
        int last = prepared.request().transcript().size() - 1;
        edits.add(new Edit.Restore(last, String.join(",", exchanges)));
        byte[] spliced =
                endpoint.codec().splice(prepared.request(), prepared.rewrite().withEdits(edits));
        return into == null ? spliced : into.request(spliced);
    }

    private String address() {
        Destination destination = prepared.destination();
        String target = destination.target(client.target());
        return new UpstreamAddress(destination.upstream().base())
                .of(Credentials.target(target, destination.upstream(), translation == null));
    }

    private Headers headers() {
        boolean plainBody = !prepared.isUnchanged() || translation != null;
        Headers asked =
                ForwardedHeaders.toUpstream(client.headers(), parts.passesEncoding(), body.compressed() && plainBody);
        Translation into = prepared.destination().translation();
        WireFormat format = into == null ? endpoint.codec().format() : into.to();
        return Credentials.of(asked, prepared.destination().upstream(), format, into == null);
    }

    /** Takes the answer in the client's format. */
    private final class Translated extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            answer.pass(bytes, offset, length, out);
        }
    }

    /** How the step ended, with tokens still to be counted. */
    StepEnd end(int status) {
        Reply reply = answer.reply();
        finish = reply.finish();
        parts.counters().countRepairs(repair.corrections().size());
        return new StepEnd(
                status,
                answer.rounds(),
                0,
                0,
                firstByte,
                Duration.ofNanos(System.nanoTime() - arrivedNanos),
                retrievals,
                hidden(reply),
                reply.message(),
                route(status, reply),
                answer.replyId(),
                error.isEmpty() ? reply.error() : error);
    }

    /** What was wrong with the answer, where it decides who gives the session's next one. */
    private Route route(int status, Reply reply) {
        Route route = PrefixNote.on(prepared.destination(), prepared.request().transcript());
        for (Correction correction : repair.corrections()) {
            route = route.with(correction.inWords());
        }
        if (!Router.isAuto(prepared.request()) || status == 0) {
            return route;
        }
        String fault = status >= 500 || !error.isEmpty() || !reply.error().isEmpty()
                ? "no whole answer"
                : BrokenAnswer.of(prepared.request(), reply);
        return fault.isEmpty() ? route : route.failed(fault);
    }

    /** Where it was sent in the end. */
    Destination sentTo() {
        return prepared.destination();
    }

    private List<HiddenExchange> hidden(Reply reply) {
        if (reply.message() == null) {
            return List.of();
        }
        Hash after = prepared.request().transcript().tip();
        List<HiddenExchange> hidden = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            hidden.add(new HiddenExchange(after, i, exchanges.get(i), reply.fingerprint()));
        }
        return hidden;
    }

    /** Why the model stopped, in the format's own word; "" where it did not say. */
    String finish() {
        return finish;
    }

    /** Until the first piece of the answer. */
    Duration firstByte() {
        return firstByte;
    }

    /** Set when the client was about to have the end of its answer. */
    Unrecorded.@Nullable Step expected() {
        return expected;
    }
}
