package io.ambit.server;

import io.ambit.core.context.Policies;
import io.ambit.core.routing.CostTarget;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.route.Resilience;
import io.ambit.gateway.route.RoutingSettings;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import io.ambit.wire.WireFormat;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** The real server before two scripted models, {@code near} and {@code far}. */
final class SeveralUpstreams implements AutoCloseable {
    static final String FAR_KEY = "secret-key-of-far";
    static final RoutingSettings ROUTING = RoutingSettings.DEFAULT
            .withResilience(new Resilience(2, Duration.ofSeconds(1), 3, Duration.ofHours(1)))
            .withChoice(new CostTarget.StrongShare(0), 0, 1);

    final ScriptedModel near;
    final ScriptedModel far;
    final RunningServer server;

    private SeveralUpstreams(ScriptedModel near, ScriptedModel far, RunningServer server) {
        this.near = near;
        this.far = far;
        this.server = server;
    }

    /** A model server on this machine. */
    static UpstreamSettings near(URI base) {
        return UpstreamSettings.of("near", base, WireFormat.OPENAI_CHAT).withModels("small");
    }

    /** Its twin elsewhere. */
    static UpstreamSettings far(URI base) {
        return UpstreamSettings.of("far", base, WireFormat.OPENAI_CHAT)
                .withModels("big")
                .withTier(UpstreamSettings.Tier.COMPLEX, false);
    }

    static SeveralUpstreams start(
            Path data,
            UnaryOperator<UpstreamSettings> near,
            UnaryOperator<UpstreamSettings> far,
            ScriptedAnswer[] nears,
            ScriptedAnswer... fars) {
        return start(data, near, far, settings -> settings, nears, fars);
    }

    static SeveralUpstreams start(
            Path data,
            UnaryOperator<UpstreamSettings> near,
            UnaryOperator<UpstreamSettings> far,
            UnaryOperator<GatewaySettings> change,
            ScriptedAnswer[] nears,
            ScriptedAnswer... fars) {
        ScriptedModel one = ScriptedModel.start(nears);
        ScriptedModel other = ScriptedModel.start(fars);
        List<UpstreamSettings> upstreams = List.of(near.apply(near(one.baseUrl())), far.apply(far(other.baseUrl())));
        RunningServer server = RunningServer.start(
                SqliteLedger.open(data),
                Policies.parse("safe"),
                settings -> change.apply(settings.withUpstreams(upstreams).withRouting(ROUTING)),
                one);
        return new SeveralUpstreams(one, other, server);
    }

    static ScriptedAnswer[] says(String... texts) {
        ScriptedAnswer[] answers = new ScriptedAnswer[texts.length];
        for (int i = 0; i < texts.length; i++) {
            answers[i] = ScriptedAnswer.text(texts[i]);
        }
        return answers;
    }

    static String chat(String model, String more) {
        return "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]" + more + "}";
    }

    HttpResponse<String> ask(String model, String... headers) throws Exception {
        return post("/v1/chat/completions", chat(model, ""), headers);
    }

    HttpResponse<String> post(String target, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(target));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return RunningServer.send(request, body);
    }

    /** Questions that a model got; whoever has no list of models is asked for it too. */
    static List<RecordedRequest> questions(ScriptedModel model) {
        return model.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }

    @Override
    public void close() {
        server.close();
        far.close();
    }
}
