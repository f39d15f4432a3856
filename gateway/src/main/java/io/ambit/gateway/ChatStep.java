package io.ambit.gateway;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Part;
import io.ambit.core.session.HiddenExchange;
import io.ambit.core.session.StepEnd;
import io.ambit.core.text.Hash;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step: the upstream's answer goes back to the client as it comes; where it calls {@code context_retrieve}, the call
 * is answered and the upstream asked again, at most {@value #MAX_HIDDEN_ROUNDS} times, and the client sees one message.
 * Used by one thread, once.
 */
final class ChatStep {
    static final int MAX_HIDDEN_ROUNDS = 3;

    private static final int MAX_ERROR_BYTES = 64 * 1024;

    private final Gateway.Parts parts;
    private final ClientExchange client;
    private final RequestBody body;
    private final Prepared prepared;
    private final long arrivedNanos;
    private final WireAnswer answer;
    private final ClientBody out;
    private final List<String> exchanges = new ArrayList<>();
    private Duration firstByte = Duration.ZERO;
    private int retrievals;
    private Unrecorded.@Nullable Step expected;
    private String error = "";

    ChatStep(Gateway.Parts parts, ClientExchange client, RequestBody body, Prepared prepared, long arrivedNanos) {
        this.parts = parts;
        this.client = client;
        this.body = body;
        this.prepared = prepared;
        this.arrivedNanos = arrivedNanos;
        this.answer = parts.codec().answer(prepared.request(), prepared.retrieveTool());
        this.out = new ClientBody(client);
    }

    /** Runs to the end; what goes wrong is told to the client and kept in {@link #end}. Returns its status. */
    int run() {
        for (int round = 0; round <= MAX_HIDDEN_ROUNDS; round++) {
            if (round > 0) {
                parts.counters().countHiddenRound();
            }
            UpstreamCall call =
                    parts.upstream().call(client.method(), parts.address().of(client.target()), headers());
            try (Watch.Entry watch = parts.watch().watch(client::isGone, call::abort)) {
                try (UpstreamAnswer upstream = call.send(forwarded())) {
                    if (!pass(upstream, watch, round)) {
                        return out.status();
                    }
                } catch (UpstreamException e) {
                    watch.stop();
                    return watch.verdict() == Watch.Verdict.CLIENT_GONE ? gone() : fail(e);
                } catch (Relay.BrokenException e) {
                    watch.stop();
                    return brokenOff(watch.verdict(), e);
                } catch (IOException e) {
                    call.abort();
                    return gone();
                }
            }
        }
        return out.status();
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
        out.head(upstream.status(), ForwardedHeaders.toClient(headers, !prepared.retrieveTool()));
        boolean events = type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
        if (events) {
            out.open();
            client.out().flush();
        }
        answer.begin(upstream.status(), type, headers.get("content-encoding"));
        Relay.run(upstream, watch, parts.settings().outbound().idleTimeout(), (bytes, offset, length) -> {
            if (firstByte.isZero()) {
                firstByte = Duration.ofNanos(System.nanoTime() - arrivedNanos);
            }
            answer.pass(bytes, offset, length, out);
            out.flush();
        });
        // Only a hidden exchange is needed by the next request: for anything else it need not wait.
        if (expected == null && prepared.retrieveTool() && prepared.step() != null) {
            expected = parts.recorder().expect(client.space());
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
        byte[] told = parts.codec().error("upstream_error", "retrieval_round_failed", error + ": " + body);
        out.write("data: ".getBytes(StandardCharsets.UTF_8));
        out.write(told);
        out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private int gone() {
        error = "the client went away";
        client.abort();
        return 0;
    }

    private int fail(UpstreamException e) {
        error = String.valueOf(e.getMessage());
        return parts.errors().send(client, e);
    }

    private int brokenOff(Watch.Verdict verdict, Relay.BrokenException e) {
        switch (verdict) {
            case CLIENT_GONE -> {
                return gone();
            }
            case IDLE -> {
                error = "the upstream said nothing for "
                        + parts.settings().outbound().idleTimeout().toSeconds() + " s in the middle of its answer";
                return parts.errors().send(client, 504, "upstream_timeout", error);
            }
            case NONE -> error = String.valueOf(e.getMessage());
        }
        return parts.errors().send(client, 502, "upstream_broken_off", error);
    }

    private byte[] forwarded() {
        if (exchanges.isEmpty()) {
            return prepared.isUnchanged() ? body.received() : prepared.forwarded();
        }
        List<Edit> edits = new ArrayList<>(prepared.edits());
        int last = prepared.request().transcript().size() - 1;
        edits.add(new Edit.Restore(last, String.join(",", exchanges)));
        return parts.codec().splice(prepared.request(), edits, prepared.retrieveTool());
    }

    private Headers headers() {
        boolean off = parts.passesEncoding();
        return ForwardedHeaders.toUpstream(client.headers(), off, body.compressed() && !prepared.isUnchanged());
    }

    /** How the step ended, with tokens still to be counted. */
    StepEnd end(int status) {
        Reply reply = answer.reply();
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
                error.isEmpty() ? reply.error() : error);
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

    /** Until the first piece of the answer. */
    Duration firstByte() {
        return firstByte;
    }

    /** Set when the client was about to have the end of its answer. */
    Unrecorded.@Nullable Step expected() {
        return expected;
    }
}
