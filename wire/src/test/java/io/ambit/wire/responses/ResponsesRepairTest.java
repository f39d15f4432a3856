package io.ambit.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.Seed;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.answer.Repairs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ResponsesRepairTest {
    private static final String STREAM = "text/event-stream";
    private final ResponsesCodec codec = new ResponsesCodec();

    private WireRequest request(boolean stored) {
        return codec.parse(("{\"input\":[],\"store\":" + stored + "}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void pass_nothingToSetRight_leavesEveryByte(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedResponses.Round> rounds = GeneratedResponses.rounds(random);
        GeneratedResponses.Round round = rounds.get(rounds.size() - 1);
        boolean stream = random.nextInt(3) > 0;
        GeneratedResponses upstream = new GeneratedResponses(random);
        byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
        WireAnswer answer = codec.answer(request(random.nextBoolean()), false, Repairs.KEEPING);
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
    void pass_callsToSetRight_showsThemRightWhereverTheyStand(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedResponses.Round> rounds = GeneratedResponses.rounds(random);
        GeneratedResponses.Round round = rounds.get(rounds.size() - 1);
        boolean stream = random.nextInt(3) > 0;
        GeneratedResponses upstream = new GeneratedResponses(random);
        byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
        WireAnswer answer = codec.answer(request(random.nextBoolean()), true, Repairs.RENAMING);
        byte[] got = new Carried(answer, random)
                .round(200, STREAM, "", body, true)
                .bytes
                .toByteArray();
        ResponsesClient client = stream ? ResponsesClient.ofStream(got) : ResponsesClient.ofWhole(got);

        List<String> were = round.shown().stream()
                .filter(item -> item.type().equals("function_call"))
                .map(item -> Repairs.renamed(item.name()))
                .toList();
        assertThat(client.problems).as("%s", seed).isEmpty();
        if (stream) {
            assertThat(names(client.items.values())).as("%s", seed).isEqualTo(were);
            for (Map.Entry<Integer, JsonNode> item : client.items.entrySet()) {
                if (isCall(item.getValue()) && client.deltas.containsKey(item.getKey())) {
                    assertThat(client.deltas.get(item.getKey()))
                            .as("%s", seed)
                            .isEqualTo(item.getValue().path("arguments").asString(""));
                }
            }
        }
        if (!client.output.isEmpty()) {
            assertThat(names(client.output)).as("%s", seed).isEqualTo(were);
        }
    }

    private static List<String> names(Iterable<JsonNode> items) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : items) {
            if (isCall(item)) {
                names.add(item.path("name").asString(""));
                assertThat(item.path("arguments").asString("")).contains("\"was\":");
            }
        }
        return names;
    }

    private static boolean isCall(JsonNode item) {
        return item.path("type").asString("").equals("function_call");
    }
}
