package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Part;
import io.ambit.core.tool.Invocation;
import io.ambit.testkit.Seed;
import io.ambit.wire.CallRepair;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.answer.Repairs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChatRepairTest {
    private static final String STREAM = "text/event-stream";
    private static final String WAS = "{\"said\":7,\"was\":";
    private final OpenAiChatCodec codec = new OpenAiChatCodec();

    private WireRequest request(boolean stream) {
        return codec.parse(("{\"messages\":[],\"stream\":" + stream + "}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void pass_nothingToSetRight_leavesEveryByte(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedAnswers.Round> rounds = GeneratedAnswers.rounds(random);
        GeneratedAnswers.Round round = rounds.get(rounds.size() - 1);
        boolean stream = random.nextInt(3) > 0;
        GeneratedAnswers upstream = new GeneratedAnswers(random, 0);
        byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
        byte[] got = carried(stream, false, Repairs.KEEPING, body, random);
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
        List<GeneratedAnswers.Round> rounds = GeneratedAnswers.rounds(random);
        GeneratedAnswers.Round round = rounds.get(rounds.size() - 1);
        boolean stream = random.nextInt(3) > 0;
        GeneratedAnswers upstream = new GeneratedAnswers(random, 0);
        byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
        WireAnswer answer = codec.answer(request(stream), true, Repairs.RENAMING);
        byte[] got = new Carried(answer, random)
                .round(200, STREAM, "", body, true)
                .bytes
                .toByteArray();
        ChatClient client = stream ? ChatClient.ofStream(got) : ChatClient.ofWhole(got);

        assertThat(client.text.toString()).as("%s", seed).isEqualTo(round.text());
        assertThat(client.calls.values()).as("%s", seed).hasSameSizeAs(round.own());
        List<Part> recorded = answer.reply().message() == null
                ? List.of()
                : answer.reply().message().parts();
        int next = 0;
        for (GeneratedAnswers.Call call : client.calls.values()) {
            GeneratedAnswers.Call was = round.own().get(next++);
            assertThat(call.id()).isEqualTo(was.id());
            assertThat(call.name()).as("%s", seed).isEqualTo(Repairs.renamed(was.name()));
            assertThat(Plain.read(call.arguments()).path("was").asString(""))
                    .as("%s", seed)
                    .isEqualTo(was.name());
            assertThat(recorded)
                    .as("the record has what the client got")
                    .anyMatch(part -> part instanceof Part.ToolCall kept
                            && kept.id().equals(call.id())
                            && kept.arguments().equals(call.arguments())
                            && kept.name().equals(call.name()));
        }
        assertThat(client.finishes).as("%s", seed).hasSize(1);
        assertThat(client.promptTokens).as("%s", seed).containsExactly(round.promptTokens());
    }

    private byte[] carried(boolean stream, boolean hide, CallRepair repair, byte[] body, SplittableRandom random) {
        WireAnswer answer = codec.answer(request(stream), hide, repair);
        return new Carried(answer, random)
                .round(200, STREAM, "", body, true)
                .bytes
                .toByteArray();
    }

    @Test
    void pass_text_waitsForNothing_andACallUntilItIsWhole() throws IOException {
        WireAnswer answer = codec.answer(request(true), false, Repairs.RENAMING);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answer.begin(200, STREAM, "");
        pass(answer, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Let me\"}}]}", client);
        assertThat(client.toString(StandardCharsets.UTF_8)).contains("Let me");
        pass(answer, call(0, "\"id\":\"a\",\"function\":{\"name\":\"read\",\"arguments\":\"\"}"), client);
        pass(answer, call(0, "\"function\":{\"arguments\":\"{\\\"p\\\":\"}"), client);
        assertThat(client.toString(StandardCharsets.UTF_8)).doesNotContain("read");
        pass(answer, call(0, "\"function\":{\"arguments\":\"1}\"}"), client);
        assertThat(client.toString(StandardCharsets.UTF_8)).doesNotContain("read");
        pass(answer, call(1, "\"id\":\"b\",\"function\":{\"name\":\"list\",\"arguments\":\"\"}"), client);
        assertThat(client.toString(StandardCharsets.UTF_8))
                .contains("fixed_read")
                .doesNotContain("list");
    }

    @Test
    void pass_repairThatIsNotActive_holdsNothing() throws IOException {
        CallRepair idle = new CallRepair() {
            @Override
            public boolean isActive() {
                return false;
            }

            @Override
            public boolean holds(String tool) {
                return true;
            }

            @Override
            public Optional<Invocation> repaired(String tool, String arguments) {
                return Optional.empty();
            }
        };
        WireAnswer answer = codec.answer(request(false), false, idle);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answer.begin(200, "application/json", "");
        byte[] first = "{\"choices\":[".getBytes(StandardCharsets.UTF_8);
        answer.pass(first, 0, first.length, client);
        assertThat(client.toByteArray()).isEqualTo(first);
    }

    @Test
    void pass_callWithoutArguments_getsThemBesideItsName() {
        String body = "data: " + call(0, "\"id\":\"a\",\"function\":{\"name\":\"read\"}")
                + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n";
        byte[] got =
                carried(true, false, Repairs.RENAMING, body.getBytes(StandardCharsets.UTF_8), new Seed(1).random());
        ChatClient client = ChatClient.ofStream(got);
        assertThat(client.calls.get(0).name()).isEqualTo("fixed_read");
        assertThat(client.calls.get(0).arguments()).startsWith(WAS);
    }

    @Test
    void pass_callCutOff_passesAsItCame() {
        String body = "data: " + call(0, "\"id\":\"a\",\"function\":{\"name\":\"read\",\"arguments\":\"{\\\"p\\\":\"}")
                + "\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(carried(true, false, Repairs.RENAMING, bytes, new Seed(1).random()))
                .isEqualTo(bytes);
    }

    @Test
    void pass_callThatIsNotHeld_passesAtOnce() throws IOException {
        CallRepair none = new CallRepair() {
            @Override
            public boolean holds(String tool) {
                return !tool.equals("write");
            }

            @Override
            public Optional<Invocation> repaired(String tool, String arguments) {
                throw new AssertionError("it was not held");
            }
        };
        WireAnswer answer = codec.answer(request(true), false, none);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answer.begin(200, STREAM, "");
        pass(answer, call(0, "\"id\":\"a\",\"function\":{\"name\":\"write\",\"arguments\":\"{\"}"), client);
        assertThat(client.toString(StandardCharsets.UTF_8)).contains("write");
    }

    @Test
    void pass_answerInOneText_hasItsCallsSetRight() {
        String body = "{\"choices\":[{\"message\":{\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"read\"}},"
                + "{\"id\":\"b\",\"function\":{\"name\":\"read\",\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}";
        byte[] got =
                carried(false, false, Repairs.RENAMING, body.getBytes(StandardCharsets.UTF_8), new Seed(1).random());
        ChatClient client = ChatClient.ofWhole(got);
        assertThat(client.calls.values())
                .hasSize(2)
                .allMatch(call ->
                        call.name().equals("fixed_read") && call.arguments().startsWith(WAS));
    }

    private static String call(int index, String members) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":" + index + "," + members + "}]}}]}";
    }

    private static void pass(WireAnswer answer, String data, ByteArrayOutputStream client) throws IOException {
        byte[] bytes = ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        answer.pass(bytes, 0, bytes.length, client);
    }
}
