package io.ambit.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.Seed;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.answer.Repairs;
import io.ambit.wire.chat.Plain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnthropicRepairTest {
    private static final String STREAM = "text/event-stream";
    private final AnthropicCodec codec = new AnthropicCodec();

    private WireRequest request(boolean stream) {
        return codec.parse(("{\"messages\":[],\"stream\":" + stream + "}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void pass_nothingToSetRight_leavesEveryByte(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedMessages.Round> rounds = GeneratedMessages.rounds(random);
        GeneratedMessages.Round round = rounds.get(rounds.size() - 1);
        boolean stream = random.nextInt(3) > 0;
        GeneratedMessages upstream = new GeneratedMessages(random, 0);
        byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
        WireAnswer answer = codec.answer(request(stream), false, Repairs.KEEPING);
        byte[] got = new Carried(answer, random)
                .round(200, STREAM, "", body, true)
                .bytes
                .toByteArray();
        if (stream) {
            Repairs.assertKept(body, got);
        } else {
            assertThat(got).as("%s", seed).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void pass_callsToSetRight_showsThemRightAndAllElseAsItWas(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedMessages.Round> rounds = GeneratedMessages.rounds(random);
        GeneratedMessages.Round round = rounds.get(rounds.size() - 1);
        boolean stream = random.nextInt(3) > 0;
        GeneratedMessages upstream = new GeneratedMessages(random, 0);
        byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
        WireAnswer answer = codec.answer(request(stream), true, Repairs.RENAMING);
        byte[] got = new Carried(answer, random)
                .round(200, STREAM, "", body, true)
                .bytes
                .toByteArray();
        MessagesClient client = stream ? MessagesClient.ofStream(got) : MessagesClient.ofWhole(got);

        assertThat(client.faults).as("%s", seed).isEmpty();
        List<GeneratedMessages.Block> were =
                round.shown().stream().filter(GeneratedMessages.Block::isCall).toList();
        List<GeneratedMessages.Block> are =
                client.blocks.stream().filter(GeneratedMessages.Block::isCall).toList();
        assertThat(are).as("%s", seed).hasSameSizeAs(were);
        for (int c = 0; c < are.size(); c++) {
            assertThat(are.get(c).id()).isEqualTo(were.get(c).id());
            assertThat(are.get(c).name())
                    .as("%s", seed)
                    .isEqualTo(Repairs.renamed(were.get(c).name()));
            assertThat(Plain.read(are.get(c).said()).path("was").asString(""))
                    .as("%s", seed)
                    .isEqualTo(were.get(c).name());
        }
        assertThat(client.finishes).as("%s", seed).hasSize(1);
    }

    @Test
    void pass_call_waitsForItsEnd_andASignOfLifeForNothing() throws IOException {
        WireAnswer answer = codec.answer(request(true), false, Repairs.RENAMING);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answer.begin(200, STREAM, "");
        pass(
                answer,
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"tool_use\",\"id\":\"a\","
                        + "\"name\":\"read\",\"input\":{}}}",
                client);
        pass(answer, "{\"type\":\"ping\"}", client);
        assertThat(client.toString(StandardCharsets.UTF_8)).contains("ping").doesNotContain("read");
        pass(answer, "{\"type\":\"content_block_stop\",\"index\":0}", client);
        assertThat(client.toString(StandardCharsets.UTF_8))
                .contains("fixed_read")
                .contains("\"input\":{\"said\":7,\"was\":\"read\"}", "content_block_stop");
    }

    private static void pass(WireAnswer answer, String data, ByteArrayOutputStream client) throws IOException {
        byte[] bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        answer.pass(bytes, 0, bytes.length, client);
    }
}
