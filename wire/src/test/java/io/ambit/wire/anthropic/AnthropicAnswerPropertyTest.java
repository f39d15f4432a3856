package io.ambit.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Seeds;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.chat.Plain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AnthropicAnswerPropertyTest {
    private static final String STREAM = "text/event-stream; charset=utf-8";
    private static final String JSON = "application/json";
    private final AnthropicCodec codec = new AnthropicCodec();

    private WireRequest request(boolean stream) {
        return codec.parse(("{\"messages\":[],\"stream\":" + stream + "}").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pass_nothingHidden_leavesAnswersAsTheyCame() {
        Seeds.first(3000).forEach(seed -> {
            SplittableRandom random = seed.random();
            GeneratedMessages.Round made = GeneratedMessages.rounds(random).get(0);
            boolean hide = random.nextBoolean();
            GeneratedMessages.Round round =
                    hide ? new GeneratedMessages.Round(made.id(), made.shown(), made.finish(), made.input()) : made;
            boolean stream = random.nextInt(3) > 0;
            GeneratedMessages upstream = new GeneratedMessages(random, 0);
            byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
            WireAnswer answer = codec.answer(request(stream), hide);
            Carried carried = new Carried(answer, random).round(stream ? STREAM : JSON, body);
            assertThat(carried.bytes.toByteArray()).as("%s", seed).isEqualTo(body);
            assertThat(carried.hidden.get(0)).as("%s", seed).isEmpty();
            assertReply(answer, round.blocks(), round.finish(), seed);
            assertThat(answer.rounds()).as("%s", seed).containsExactly(new Usage(123, 3, 7));
            assertThat(answer.replyId()).isEqualTo("msg_0");
        });
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void pass_hiddenRounds_showOneMessageWithoutHiddenCalls(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedMessages.Round> rounds = GeneratedMessages.rounds(random);
        boolean stream = random.nextInt(3) > 0;
        WireAnswer answer = codec.answer(request(stream), true);
        Carried carried = new Carried(answer, random);
        List<GeneratedMessages.Block> shown = new ArrayList<>();
        for (int r = 0; r < rounds.size(); r++) {
            GeneratedMessages upstream = new GeneratedMessages(random, r);
            byte[] body = stream ? upstream.stream(rounds.get(r)) : upstream.whole(rounds.get(r));
            carried.round(200, stream ? STREAM : JSON, "", body, r == rounds.size() - 1);
            shown.addAll(rounds.get(r).shown());
        }
        GeneratedMessages.Round last = rounds.get(rounds.size() - 1);
        byte[] bytes = carried.bytes.toByteArray();
        MessagesClient client = stream ? MessagesClient.ofStream(bytes) : MessagesClient.ofWhole(bytes);

        boolean blanksAreLeftOut = !stream;
        assertThat(compared(client.blocks, blanksAreLeftOut))
                .as("%s", seed)
                .isEqualTo(compared(shown, blanksAreLeftOut));
        assertThat(client.faults).as("%s", seed).isEmpty();
        assertThat(client.ids).as("%s", seed).containsExactly(stream ? "msg_0" : last.id());
        assertThat(client.finishes).as("%s", seed).containsExactly(last.finish());
        assertThat(client.stops).as("%s", seed).isEqualTo(stream ? 1 : 0);
        assertThat(client.inputTokens).as("%s", seed).isEqualTo(last.input());
        assertThat(client.outputTokens).as("%s", seed).isEqualTo(7);
        assertReply(answer, shown, last.finish(), seed);
        assertThat(answer.rounds()).as("%s", seed).hasSize(rounds.size());
        for (int r = 0; r < rounds.size(); r++) {
            assertThat(carried.needed.get(r)).as("%s", seed).isEqualTo(r < rounds.size() - 1);
            assertThat(carried.hidden.get(r).stream().map(Part.ToolCall::id).toList())
                    .as("%s", seed)
                    .isEqualTo(rounds.get(r).hidden().stream()
                            .map(GeneratedMessages.Block::id)
                            .toList());
            if (!rounds.get(r).hidden().isEmpty()) {
                assertExchange(carried.exchanges.get(r), rounds.get(r), seed);
            }
        }
    }

    /** Inputs of calls in one spelling. */
    private static List<GeneratedMessages.Block> compared(List<GeneratedMessages.Block> blocks, boolean withoutBlanks) {
        return blocks.stream()
                .filter(block -> !withoutBlanks
                        || !block.type().equals("text")
                        || !block.said().isEmpty())
                .map(block -> block.isCall() || block.type().equals("server_tool_use")
                        ? new GeneratedMessages.Block(
                                block.type(),
                                block.id(),
                                block.name(),
                                Plain.read(block.said()).toString())
                        : block)
                .toList();
    }

    /** Thinking goes back with its signature; each result answers its call, in one message right after. */
    private static void assertExchange(String exchange, GeneratedMessages.Round round, Seed seed) {
        List<JsonNode> messages = Plain.items(Plain.read("[" + exchange + "]"));
        assertThat(messages).as("%s", seed).hasSize(2);
        assertThat(messages.get(0).get("role").asString()).isEqualTo("assistant");
        List<String> said = new ArrayList<>();
        for (JsonNode block : messages.get(0).get("content")) {
            switch (block.get("type").asString()) {
                case "thinking" -> {
                    assertThat(block.get("signature").asString()).as("%s", seed).isEqualTo("sig==");
                    said.add(block.get("thinking").asString());
                }
                case "redacted_thinking" -> said.add(block.get("data").asString());
                case "text" -> said.add(block.get("text").asString());
                default -> said.add(block.get("id").asString() + block.get("input"));
            }
        }
        assertThat(said)
                .as("%s", seed)
                .isEqualTo(round.blocks().stream()
                        .filter(block -> block.isHidden()
                                || block.type().endsWith("thinking")
                                || (block.type().equals("text") && !block.said().isBlank()))
                        .map(block -> block.isHidden() ? block.id() + Plain.read(block.said()) : block.said())
                        .toList());
        List<String> answered = new ArrayList<>();
        for (JsonNode result : messages.get(1).get("content")) {
            String id = result.get("tool_use_id").asString();
            assertThat(result.get("content").asString()).isEqualTo("r " + id);
            answered.add(id);
        }
        assertThat(answered)
                .as("%s", seed)
                .isEqualTo(
                        round.hidden().stream().map(GeneratedMessages.Block::id).toList());
    }

    private static void assertReply(WireAnswer answer, List<GeneratedMessages.Block> blocks, String finish, Seed seed) {
        Message message = answer.reply().message();
        assertThat(message).as("%s", seed).isNotNull();
        List<String> kinds = message.parts().stream()
                .map(part -> switch (part) {
                    case Part.Text text -> "text " + text.text();
                    case Part.ToolCall call -> "tool_use " + call.id() + Plain.read(call.arguments());
                    case Part.Opaque opaque -> opaque.kind();
                    case Part.ToolResult result -> "no result";
                })
                .toList();
        assertThat(kinds)
                .as("%s", seed)
                .isEqualTo(blocks.stream()
                        .filter(block ->
                                !block.type().equals("text") || !block.said().isEmpty())
                        .map(block -> switch (block.type()) {
                            case "text" -> "text " + block.said();
                            case "tool_use" -> "tool_use " + block.id() + Plain.read(block.said());
                            default -> block.type();
                        })
                        .toList());
        assertThat(answer.reply().finish()).as("%s", seed).isEqualTo(finish);
        assertThat(answer.reply().complete()).as("%s", seed).isTrue();
        assertThat(answer.reply().error()).as("%s", seed).isEmpty();
    }
}
