package io.ambit.server;

import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Policies;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepRecord;
import io.ambit.core.spi.Ledger;
import io.ambit.gateway.GatewaySettings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The real server on the real ledger before a scripted model. */
final class RunningServer implements AutoCloseable {
    static final String TOKEN = "token-of-the-test";
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final ScriptedModel model;
    final Ledger ledger;
    final AmbitServer server;

    private RunningServer(ScriptedModel model, Ledger ledger, AmbitServer server) {
        this.model = model;
        this.ledger = ledger;
        this.server = server;
    }

    static RunningServer start(Path data, String policy, ScriptedAnswer... answers) {
        return start(data, Policies.parse(policy), settings -> settings, answers);
    }

    static RunningServer start(
            Path data, ContextPolicy policy, UnaryOperator<GatewaySettings> change, ScriptedAnswer... answers) {
        return start(SqliteLedger.open(data), policy, change, ScriptedModel.start(answers));
    }

    static RunningServer start(
            Ledger ledger, ContextPolicy policy, UnaryOperator<GatewaySettings> change, ScriptedModel model) {
        return start(ServerSettings.local(0, TOKEN), ledger, policy, change, model);
    }

    static RunningServer start(
            ServerSettings door,
            Ledger ledger,
            ContextPolicy policy,
            UnaryOperator<GatewaySettings> change,
            ScriptedModel model) {
        GatewaySettings settings = change.apply(GatewaySettings.of(model.baseUrl(), policy));
        return new RunningServer(model, ledger, AmbitServer.start(door, settings, ledger));
    }

    /** Another door than usual, before a model that says "ok". */
    static RunningServer behind(Path data, UnaryOperator<ServerSettings> door, ScriptedAnswer... answers) {
        return start(
                door.apply(ServerSettings.local(0, TOKEN)),
                SqliteLedger.open(data),
                Policies.parse("off"),
                settings -> settings,
                ScriptedModel.start(answers.length == 0 ? new ScriptedAnswer[] {ScriptedAnswer.text("ok")} : answers));
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.port() + target);
    }

    HttpResponse<String> chat(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/v1/chat/completions")), body);
    }

    static HttpResponse<String> send(HttpRequest.Builder request, String body) throws Exception {
        return CLIENT.send(
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String target, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(target));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** The one session, once its first step is recorded: what loses nothing is recorded beside its call. */
    SessionRecord onlySession() {
        return eventually(() -> {
            List<SessionRecord> sessions = ledger.sessions(Space.DEFAULT);
            if (sessions.size() > 1) {
                throw new AssertionError("sessions: " + sessions + ", expected one");
            }
            return sessions.isEmpty() || sessions.get(0).steps() == 0 ? null : sessions.get(0);
        });
    }

    /** The last step, when {@code ready} holds of it: the end of a step is recorded after its answer. */
    StepRecord lastStep(Predicate<StepRecord> ready) {
        return eventually(() -> {
            SessionRecord session = onlySession();
            List<StepRecord> steps = ledger.steps(session.space(), session.id());
            StepRecord last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            return last != null && ready.test(last) ? last : null;
        });
    }

    static <T> T eventually(Supplier<T> value) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < deadline) {
            T got = value.get();
            if (got != null) {
                return got;
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("not within ten seconds");
    }

    /** Stops the server and keeps the model: what follows is a restart. */
    @Override
    public void close() {
        server.close();
        ledger.close();
        model.close();
    }
}
