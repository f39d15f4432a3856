package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.testkit.Seed;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.answer.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What must hold for any bytes, as a request and as an answer. */
final class FuzzCases {
    private static final OpenAiChatCodec CODEC = new OpenAiChatCodec();
    private static final WireRequest STREAMED = request("{\"messages\":[],\"stream\":true}");
    private static final WireRequest PLAIN = request("{\"messages\":[]}");

    private FuzzCases() {}

    private static WireRequest request(String body) {
        return CODEC.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Reading a request, dropping whole exchanges of it and editing the rest. Returns whether it was a request. */
    static boolean request(byte[] body) {
        WireRequest request;
        try {
            request = CODEC.parse(body);
        } catch (MalformedRequestException e) {
            return false;
        }
        assertThat(CODEC.splice(request, Rewrite.of(List.of(), false))).isSameAs(body);
        for (Message message : request.transcript().messages()) {
            String written = OpenAiChatMessages.write(message);
            assertThat(OpenAiChatMessages.read(written.getBytes(StandardCharsets.UTF_8))
                            .hash())
                    .isEqualTo(message.hash());
        }
        SplittableRandom random = new Seed(Arrays.hashCode(body)).random();
        Transcript after = CODEC.parse(CODEC.splice(request, Rewrite.of(edits(request.transcript(), random), true)))
                .transcript();
        assertThat(unansweredCalls(after)).isLessThanOrEqualTo(unansweredCalls(request.transcript()));
        assertThat(orphanResults(after)).isLessThanOrEqualTo(orphanResults(request.transcript()));
        return true;
    }

    private static List<Edit> edits(Transcript transcript, SplittableRandom random) {
        List<Edit> edits = new ArrayList<>();
        for (int m = 0; m < transcript.size(); m++) {
            if (random.nextInt(3) == 0) {
                drop(transcript, m, edits);
            }
            if (random.nextInt(4) == 0) {
                edits.add(new Edit.Insert(m, "summary"));
                edits.add(new Edit.Restore(m, "{\"role\":\"assistant\",\"content\":null}"));
            }
            List<Part> parts = transcript.messages().get(m).parts();
            for (int p = 0; p < parts.size(); p++) {
                if (parts.get(p) instanceof Part.ToolResult && random.nextBoolean()) {
                    edits.add(new Edit.Replace(m, p, "cut \ud83d"));
                }
            }
        }
        return edits;
    }

    /** A message that calls tools goes with all that answers it; a result goes only so. */
    private static void drop(Transcript transcript, int index, List<Edit> edits) {
        List<Part> parts = transcript.messages().get(index).parts();
        if (parts.stream().noneMatch(Part.ToolResult.class::isInstance)) {
            edits.add(new Edit.Drop(index));
            Set<Part> calls = identitySet();
            calls.addAll(parts);
            for (ToolExchange exchange : transcript.exchanges()) {
                if (exchange.call() != null && calls.contains(exchange.call())) {
                    edits.add(new Edit.Drop(exchange.messageIndex()));
                }
            }
        }
    }

    private static long orphanResults(Transcript transcript) {
        return transcript.exchanges().stream()
                .filter(exchange -> exchange.call() == null)
                .count();
    }

    private static long unansweredCalls(Transcript transcript) {
        Set<Part> answered = identitySet();
        for (ToolExchange exchange : transcript.exchanges()) {
            if (exchange.call() != null) {
                answered.add(exchange.call());
            }
        }
        return transcript.messages().stream()
                .flatMap(message -> message.parts().stream())
                .filter(part -> part instanceof Part.ToolCall && !answered.contains(part))
                .count();
    }

    private static Set<Part> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /**
     * Following an answer of one or two rounds.
     *
     * @param control how it is asked for, what the headers say and in which chunks it comes
     */
    static void answer(int control, byte[] first, byte[] second) {
        boolean stream = (control & 1) == 0;
        boolean hide = (control & 2) == 0;
        int status = (control & 12) == 12 ? 500 : 200;
        String encoding = (control & 48) == 48 ? "gzip" : "";
        WireAnswer answer = CODEC.answer(stream ? STREAMED : PLAIN, hide);
        Carried carried = new Carried(answer, new Seed(control).random());
        String type = stream ? "text/event-stream" : "application/json";
        carried.round(status, type, encoding, first, (control & 64) == 0);
        if (!hide) {
            assertThat(carried.bytes.toByteArray()).isEqualTo(first);
        }
        if (carried.needed.get(0)) {
            carried.round(status, type, encoding, second, true);
            assertThat(carried.needed.get(1)).isFalse();
        }
        for (String exchange : carried.exchanges) {
            OpenAiChatMessages.readList(("[" + exchange + "]").getBytes(StandardCharsets.UTF_8));
        }
        answer.reply();
        repaired(stream, type, first, control);
        if (hide && status == 200 && encoding.isEmpty()) {
            byte[] got = carried.bytes.toByteArray();
            assertHidden(ChatClient.ofStream(got));
            assertHidden(ChatClient.ofWhole(got));
        }
    }

    /** Calls that are held pass as they came where nothing is to be set right, and all events where something is. */
    private static void repaired(boolean stream, String type, byte[] bytes, int control) {
        byte[] kept = new Carried(
                        CODEC.answer(stream ? STREAMED : PLAIN, false, Repairs.KEEPING), new Seed(control).random())
                .round(200, type, "", bytes, true)
                .bytes
                .toByteArray();
        byte[] changed = new Carried(
                        CODEC.answer(stream ? STREAMED : PLAIN, false, Repairs.RENAMING), new Seed(control).random())
                .round(200, type, "", bytes, true)
                .bytes
                .toByteArray();
        if (bytes.length > 0
                && new String(bytes, StandardCharsets.UTF_8).strip().startsWith("{")) {
            assertThat(kept).isEqualTo(bytes);
        } else {
            Repairs.assertKept(bytes, kept);
            Repairs.assertSameEvents(bytes, changed);
        }
    }

    private static void assertHidden(ChatClient client) {
        assertThat(client.calls.values()).noneMatch(GeneratedAnswers.Call::isHidden);
    }
}
