package io.ambit.wire;

import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that was read.
 *
 * @param body as it came, uncompressed
 * @param messages span of the list of messages, brackets included
 * @param tools span of the list of tools, brackets included; {@link Span#NONE} where the request carries none
 * @param stream whether the client asked for a stream of events
 * @param ownRetrieveTool whether the client itself brings a tool named {@code context_retrieve}
 * @param choices how many answers the client asked for
 * @param clientSession what the body calls the session, null where it does not say
 * @param previousReply the id of the reply that the request goes on from without sending what was before it, null for
 *     one that brings its whole history
 * @param modelSpan of the model's name, quotes included; {@link Span#NONE} where it names none
 * @param samplingSpan of the object that the sampling fields stand in, braces included; {@link Span#NONE} where it is
 *     missing
 * @param sampling names of {@link io.ambit.core.routing.Sampling}, and of other fields that a {@link Rewrite} may add,
 *     that the request says itself
 * @param answerTokens how long the answer may be, 0 where the request does not say
 * @param windowTokens the window that the request asks its model to be loaded with, 0 where it does not say
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, like the exchange that it belongs to
public record WireRequest(
        byte[] body,
        Transcript transcript,
        Span messages,
        Span tools,
        String model,
        boolean stream,
        boolean ownRetrieveTool,
        int choices,
        @Nullable String clientSession,
        @Nullable String previousReply,
        Span modelSpan,
        Span samplingSpan,
        Set<String> sampling,
        int answerTokens,
        int windowTokens) {

    public WireRequest {
        sampling = Set.copyOf(sampling);
    }

    /** One that says nothing of sizes. */
    public WireRequest(
            byte[] body,
            Transcript transcript,
            Span messages,
            Span tools,
            String model,
            boolean stream,
            boolean ownRetrieveTool,
            int choices,
            @Nullable String clientSession,
            @Nullable String previousReply,
            Span modelSpan,
            Span samplingSpan,
            Set<String> sampling) {
        this(
                body,
                transcript,
                messages,
                tools,
                model,
                stream,
                ownRetrieveTool,
                choices,
                clientSession,
                previousReply,
                modelSpan,
                samplingSpan,
                sampling,
                0,
                0);
    }

    /** Whether there is a tool to call: an empty list, which some clients always send, is none. */
    public boolean carriesTools() {
        for (int i = tools.start() + 1; i < tools.end() - 1; i++) {
            if (body[i] > ' ') {
                return true;
            }
        }
        return false;
    }
}
