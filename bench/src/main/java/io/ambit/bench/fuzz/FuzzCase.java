package io.ambit.bench.fuzz;

import io.ambit.bench.dialect.Dialect;
import io.ambit.bench.dialect.MadeAnswer;
import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Transcript;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireCodec;
import io.ambit.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Runs cases of one format: each from its seed alone. */
final class FuzzCase {
    private static final int MAX_PIECE = 40;

    /** How a case ended that did as it should. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        ANSWER
    }

    /** Bytes came out that did not go in. */
    static final class ChangedException extends RuntimeException {
        ChangedException(String what) {
            super(what);
        }
    }

    private final WireCodec codec;
    private final SeedBodies seeds;
    private final WireRequest[] asked;

    FuzzCase(WireCodec codec) {
        this.codec = codec;
        Dialect dialect = Dialect.of(codec.format());
        this.seeds = new SeedBodies(dialect);
        this.asked = new WireRequest[] {
            codec.parse(dialect.request(List.of(), "x", false).getBytes(StandardCharsets.UTF_8)),
            codec.parse(dialect.request(List.of(), "x", true).getBytes(StandardCharsets.UTF_8))
        };
    }

    /**
     * Runs one case.
     *
     * @throws ChangedException where bytes that nobody edited changed
     */
    Outcome run(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Mutator mutator = new Mutator(random);
        if (random.nextInt(5) < 3) {
            List<byte[]> requests = seeds.requests();
            return request(mutator.mutate(one(requests, random), one(requests, random)), random);
        }
        List<MadeAnswer> answers = seeds.answers();
        MadeAnswer answer = one(answers, random);
        answer(
                answer.contentType(),
                mutator.mutate(answer.body(), one(answers, random).body()),
                random);
        return Outcome.ANSWER;
    }

    private static <T> T one(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    private Outcome request(byte[] body, SplittableRandom random) {
        byte[] before = body.clone();
        WireRequest request;
        try {
            request = codec.parse(body);
        } catch (MalformedRequestException e) {
            return Outcome.REFUSED;
        }
        if (!Arrays.equals(codec.splice(request, Rewrite.NONE), before)) {
            throw new ChangedException("a request without edits left otherwise than it came");
        }
        byte[] edited = codec.splice(request, Rewrite.of(edits(request.transcript(), random), request.carriesTools()));
        // What could be read can be read when it was edited.
        codec.parse(edited);
        return Outcome.ACCEPTED;
    }

    private static List<Edit> edits(Transcript transcript, SplittableRandom random) {
        List<Edit> edits = new ArrayList<>();
        List<Message> messages = transcript.messages();
        for (int m = 0; m < messages.size(); m++) {
            List<Part> parts = messages.get(m).parts();
            for (int p = 0; p < parts.size(); p++) {
                if (parts.get(p) instanceof Part.ToolResult && random.nextBoolean()) {
                    edits.add(new Edit.Replace(m, p, "cut \ud83d \" 🙂\n"));
                }
            }
            if (random.nextInt(6) == 0) {
                edits.add(new Edit.Insert(m, "a summary"));
            }
        }
        return edits;
    }

    private void answer(String contentType, byte[] body, SplittableRandom random) throws IOException {
        boolean hide = random.nextBoolean();
        WireAnswer answer = codec.answer(asked[random.nextInt(2)], hide);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = random.nextInt(8) == 0 ? 500 : 200;
        answer.begin(status, random.nextInt(10) == 0 ? "text/plain" : contentType, "");
        for (int from = 0; from < body.length; ) {
            int length = Math.min(body.length - from, 1 + random.nextInt(MAX_PIECE));
            answer.pass(body, from, length, out);
            from += length;
        }
        List<Part.ToolCall> hidden = answer.end(random.nextBoolean(), out);
        if (!hidden.isEmpty()) {
            answer.exchange(hidden.stream().map(call -> "found \" 🙂").toList());
        }
        answer.reply();
        answer.rounds();
        if (!hide && !Arrays.equals(out.toByteArray(), body)) {
            throw new ChangedException("an answer without hidden calls arrived otherwise than it came");
        }
    }
}
