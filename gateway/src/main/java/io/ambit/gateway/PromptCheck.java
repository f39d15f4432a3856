package io.ambit.gateway;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.session.StepEnd;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.Windows;
import io.ambit.wire.WireRequest;

/**
 * Compares what the upstream counted with what was sent. A server that cuts prompts in silence gives itself away by this
 * alone. Of what was sent only what every template shows is counted, so that a model without tools, or one that forgets
 * what it thought, is not taken for one that cuts.
 */
final class PromptCheck {
    private static final int MIN_TOKENS = 256;
    /** Vocabularies differ by less. */
    private static final double FAR_BELOW = 0.6;

    private static final double BELOW = 0.95;

    private final TokenCounter tokens;
    private final Windows windows;
    private final GatewayCounters counters;

    PromptCheck(TokenCounter tokens, Windows windows, GatewayCounters counters) {
        this.tokens = tokens;
        this.windows = windows;
        this.counters = counters;
    }

    /** {@code end}, with a note on its route where its prompt is likely to have been cut. */
    StepEnd checked(StepEnd end, Prepared prepared, long sent) {
        if (end.status() != 200 || end.rounds().isEmpty() || end.rounds().get(0).input() <= 0) {
            return end;
        }
        Usage reported = end.rounds().get(0);
        Destination to = prepared.destination();
        String model = prepared.request().model();
        if (sent < MIN_TOKENS || reported.input() >= sent * BELOW) {
            windows.learn(to, model, sent, reported);
            return end;
        }
        long shown = sent - notShown(prepared.request());
        if (shown < MIN_TOKENS || !isCut(shown, reported.input(), to, model)) {
            windows.learn(to, model, sent, reported);
            return end;
        }
        counters.countCutPrompt();
        return end.withRoute(end.route()
                .with("the prompt is likely to have been cut by the model server: it counted " + reported.input()
                        + " tokens where about " + shown + " were sent"));
    }

    private boolean isCut(long shown, long reported, Destination to, String model) {
        if (reported < shown * FAR_BELOW) {
            return true;
        }
        int window = reported < shown * BELOW ? windows.loaded(to, model) : 0;
        return window > 0 && shown > window && reported <= window;
    }

    /** Tool definitions, images and what else some templates leave out. */
    private long notShown(WireRequest request) {
        Span tools = request.tools();
        long count = tools.isPresent() ? tokens.count(Utf8.decode(request.body(), tools.start(), tools.end())) : 0;
        for (Message message : request.transcript().messages()) {
            for (Part part : message.parts()) {
                count += part instanceof Part.Opaque ? tokens.count(part.text()) : 0;
            }
            count += message.extras().equals("{}") ? 0 : tokens.count(message.extras());
        }
        return count;
    }
}
