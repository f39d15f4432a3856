package io.ambit.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.testkit.GeneratedResponsesBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.MalformedRequestException;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.answer.Damage;
import io.ambit.wire.answer.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold for any bytes, as a request and as an answer; Jazzer's way in, and generated ones with damage done. */
class ResponsesFuzzTest {
    private static final int CASES = Integer.getInteger("ambit.fuzz.cases", 10_000);
    private static final ResponsesCodec CODEC = new ResponsesCodec();
    private static final WireRequest STORED = CODEC.parse(utf8("{\"input\":\"x\"}"));
    private static final WireRequest UNSTORED = CODEC.parse(utf8("{\"input\":[],\"store\":false}"));
    private static final List<String> TOKENS = List.of(
            "context_retrieve",
            "\"type\":\"function_call\"",
            "\"name\":\"context_retrieve\"",
            "\"output_index\":0",
            "\"output_index\":-1",
            "\"sequence_number\":1e99",
            "\"item\":{",
            "\"output\":[",
            "null",
            "data: ",
            "data:[DONE]\n\n",
            "\n\n",
            "\r",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "\\",
            "\"type\":\"response.completed\"",
            "\"status\":\"completed\"",
            "\"error\":{}",
            "\"id\":\"x\"");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @FuzzTest(maxDuration = "10m")
    void request_anyBytes_isReadOrRefused(byte[] data) {
        request(data);
    }

    @FuzzTest(maxDuration = "10m")
    void answer_anyBytes_passWithoutHiddenCalls(byte[] data) {
        int control = data.length > 0 ? data[0] : 0;
        int half = (data.length + 1) / 2;
        answer(
                control,
                Arrays.copyOfRange(data, Math.min(1, data.length), half),
                Arrays.copyOfRange(data, half, data.length));
    }

    @Test
    void request_damaged_isReadOrRefused() {
        int read = 0;
        for (long n = 0; n < CASES / 2; n++) {
            Seed seed = new Seed(n);
            byte[] body = Damage.of(GeneratedResponsesBodies.random(seed), seed.random(), TOKENS);
            try {
                read += request(body) ? 1 : 0;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                fail(seed + ": " + new String(body, StandardCharsets.UTF_8), e);
            }
        }
        assertThat(read).as("requests that damage left readable").isGreaterThan(CASES / 200);
    }

    @Test
    void answer_damaged_passesWithoutHiddenCalls() {
        for (long n = 0; n < CASES / 2; n++) {
            Seed seed = new Seed(n);
            SplittableRandom random = seed.random();
            int control = random.nextInt(128);
            byte[] first = damagedAnswer(control, random);
            byte[] second = damagedAnswer(control, random);
            try {
                answer(control, first, second);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                fail(
                        seed + ", control " + control + ": " + new String(first, StandardCharsets.UTF_8) + "\n---\n"
                                + new String(second, StandardCharsets.UTF_8),
                        e);
            }
        }
    }

    private static boolean request(byte[] body) {
        WireRequest request;
        try {
            request = CODEC.parse(body);
        } catch (MalformedRequestException e) {
            return false;
        }
        assertThat(CODEC.splice(request, Rewrite.NONE)).isSameAs(body);
        SplittableRandom random = new Seed(Arrays.hashCode(body)).random();
        List<Message> messages = request.transcript().messages();
        List<Edit> edits = new ArrayList<>();
        String item = "{\"role\":\"assistant\",\"content\":\"back\"}";
        for (int m = 0; m < messages.size(); m++) {
            if (random.nextInt(4) == 0) {
                edits.add(random.nextBoolean() ? new Edit.Restore(m, item) : new Edit.Insert(m, "added"));
            }
            for (int p = 0; p < messages.get(m).parts().size(); p++) {
                if (messages.get(m).parts().get(p) instanceof Part.ToolResult && random.nextBoolean()) {
                    edits.add(new Edit.Replace(m, p, "cut \ud83d"));
                }
            }
        }
        int size = CODEC.parse(CODEC.splice(request, Rewrite.of(edits, true)))
                .transcript()
                .size();
        assertThat(size).isGreaterThanOrEqualTo(messages.size());
        return true;
    }

    private static void answer(int control, byte[] first, byte[] second) {
        boolean stream = (control & 1) == 0;
        boolean hide = (control & 2) == 0;
        int status = (control & 12) == 12 ? 500 : 200;
        String encoding = (control & 48) == 48 ? "gzip" : "";
        WireAnswer answer = CODEC.answer((control & 64) == 0 ? STORED : UNSTORED, hide);
        ResponsesClient.Carried carried = new ResponsesClient.Carried(answer, new Seed(control).random());
        String type = stream ? "text/event-stream" : "application/json";
        carried.round(status, type, encoding, first, (control & 4) == 0);
        if (!hide) {
            assertThat(carried.bytes.toByteArray()).isEqualTo(first);
        }
        if (carried.needed.get(0)) {
            carried.round(status, type, encoding, second, true);
            assertThat(carried.needed.get(1)).isFalse();
        }
        for (String exchange : carried.exchanges) {
            CODEC.parse(utf8("{\"input\":[" + exchange + "]}"));
        }
        answer.reply();
        repaired(type, first, control);
        if (hide && status == 200 && encoding.isEmpty()) {
            byte[] got = carried.bytes.toByteArray();
            ResponsesClient client = ResponsesClient.ofStream(got);
            client.output.addAll(client.items.values());
            client.output.addAll(ResponsesClient.ofWhole(got).output);
            assertThat(client.output)
                    .noneMatch(item -> item.path("type").asString("").equals("function_call")
                            && item.path("name").asString("").equals("context_retrieve")
                            && item.path("namespace").asString("").isEmpty());
        }
    }

    /** Calls that are held pass as they came where nothing is to be set right, and all events where something is. */
    private static void repaired(String type, byte[] bytes, int control) {
        byte[] kept = new Carried(
                        CODEC.answer((control & 64) == 0 ? STORED : UNSTORED, false, Repairs.KEEPING),
                        new Seed(control).random())
                .round(200, type, "", bytes, true)
                .bytes
                .toByteArray();
        byte[] changed = new Carried(
                        CODEC.answer((control & 64) == 0 ? STORED : UNSTORED, false, Repairs.RENAMING),
                        new Seed(control).random())
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

    private static byte[] damagedAnswer(int control, SplittableRandom random) {
        List<GeneratedResponses.Round> rounds = GeneratedResponses.rounds(random);
        GeneratedResponses.Round round = rounds.get(random.nextInt(rounds.size()));
        GeneratedResponses upstream = new GeneratedResponses(random);
        boolean stream = (control & 1) == 0 ^ random.nextInt(20) == 0;
        return Damage.of(stream ? upstream.stream(round) : upstream.whole(round), random, TOKENS);
    }
}
