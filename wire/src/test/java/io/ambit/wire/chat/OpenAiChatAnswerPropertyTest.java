package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Seeds;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiChatAnswerPropertyTest {
    private static final String STREAM = "text/event-stream; charset=utf-8";
    private final OpenAiChatCodec codec = new OpenAiChatCodec();

    @Test
    void pass_nothingHidden_leavesTenThousandAnswersAsTheyCame() {
        Seeds.first(10_000).forEach(seed -> {
            SplittableRandom random = seed.random();
            GeneratedAnswers.Round round = GeneratedAnswers.rounds(random).get(0);
            boolean stream = random.nextInt(3) > 0;
            GeneratedAnswers upstream = new GeneratedAnswers(random, 0);
            byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
            WireAnswer answer = codec.answer(request(stream), false);
            Carried carried = new Carried(answer, random).round(stream ? STREAM : "application/json", body);
            assertThat(carried.bytes.toByteArray()).as("%s", seed).isEqualTo(body);
            assertThat(carried.hidden.get(0)).as("%s", seed).isEmpty();
            assertReply(answer.reply(), round.text(), round.calls(), round.finish(), seed);
            assertThat(answer.rounds()).as("%s", seed).containsExactly(new Usage(100, 3, 7));
        });
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void pass_hiddenRounds_showOneMessageWithoutHiddenCalls(Seed seed) {
        SplittableRandom random = seed.random();
        List<GeneratedAnswers.Round> rounds = GeneratedAnswers.rounds(random);
        boolean stream = random.nextInt(3) > 0;
        WireAnswer answer = codec.answer(request(stream), true);
        Carried carried = new Carried(answer, random);
        for (int r = 0; r < rounds.size(); r++) {
            GeneratedAnswers upstream = new GeneratedAnswers(random, r);
            byte[] body = stream ? upstream.stream(rounds.get(r)) : upstream.whole(rounds.get(r));
            carried.round(200, stream ? STREAM : "application/json", "", body, r == rounds.size() - 1);
        }
        GeneratedAnswers.Round last = rounds.get(rounds.size() - 1);
        String text = rounds.stream().map(GeneratedAnswers.Round::text).collect(Collectors.joining());
        byte[] bytes = carried.bytes.toByteArray();
        ChatClient client = stream ? ChatClient.ofStream(bytes) : ChatClient.ofWhole(bytes);

        assertThat(client.text.toString()).as("%s", seed).isEqualTo(text);
        assertThat(List.copyOf(client.calls.values())).as("%s", seed).isEqualTo(last.own());
        assertThat(client.calls.keySet().stream().mapToInt(i -> i).sum())
                .as("indexes from 0 without a gap, %s", seed)
                .isEqualTo(last.own().size() * (last.own().size() - 1) / 2);
        assertThat(client.ids).as("%s", seed).hasSize(1);
        assertThat(client.roles).as("%s", seed).isEqualTo(1);
        assertThat(client.dones).as("%s", seed).isEqualTo(stream ? 1 : 0);
        assertThat(client.finishes).as("%s", seed).containsExactly(last.finish());
        assertThat(client.promptTokens).as("%s", seed).containsExactly(last.promptTokens());
        assertReply(answer.reply(), text, last.own(), last.finish(), seed);
        assertThat(answer.rounds()).as("%s", seed).hasSize(rounds.size());
        for (int r = 0; r < rounds.size(); r++) {
            assertThat(carried.needed.get(r)).as("%s", seed).isEqualTo(r < rounds.size() - 1);
            assertThat(calls(carried.hidden.get(r)))
                    .as("%s", seed)
                    .isEqualTo(rounds.get(r).hidden());
            if (!rounds.get(r).hidden().isEmpty()) {
                assertExchange(carried.exchanges.get(r), rounds.get(r), seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void pass_nothingToHide_leavesTheAnswerAsItCame(Seed seed) {
        SplittableRandom random = seed.random();
        GeneratedAnswers.Round made = GeneratedAnswers.rounds(random).get(0);
        GeneratedAnswers.Round round = new GeneratedAnswers.Round(made.id(), made.text(), made.own(), "stop", 1);
        for (boolean stream : new boolean[] {true, false}) {
            GeneratedAnswers upstream = new GeneratedAnswers(random, 0);
            byte[] body = stream ? upstream.stream(round) : upstream.whole(round);
            Carried carried = new Carried(codec.answer(request(stream), true), random)
                    .round(stream ? STREAM : "application/json", body);
            if (round.own().stream().noneMatch(call -> "context_retrieve".startsWith(call.name()))) {
                assertThat(carried.bytes.toByteArray()).as("%s", seed).isEqualTo(body);
            }
        }
    }

    private static void assertExchange(String exchange, GeneratedAnswers.Round round, Seed seed) {
        List<Message> messages = OpenAiChatMessages.readList(("[" + exchange + "]").getBytes(StandardCharsets.UTF_8));
        assertThat(messages).as("%s", seed).hasSize(1 + round.hidden().size());
        assertThat(text(messages.get(0))).as("%s", seed).isEqualTo(round.text());
        List<Part.ToolCall> made = messages.get(0).parts().stream()
                .filter(Part.ToolCall.class::isInstance)
                .map(Part.ToolCall.class::cast)
                .toList();
        assertThat(calls(made)).as("%s", seed).isEqualTo(round.hidden());
        for (int i = 0; i < made.size(); i++) {
            assertThat(messages.get(i + 1).parts().get(0))
                    .as("%s", seed)
                    .isInstanceOfSatisfying(Part.ToolResult.class, result -> {
                        assertThat(result.text()).isEqualTo("r " + result.callId());
                    });
            assertThat(((Part.ToolResult) messages.get(i + 1).parts().get(0)).callId())
                    .isEqualTo(made.get(i).id());
        }
    }

    private static void assertReply(
            Reply reply, String text, List<GeneratedAnswers.Call> calls, String finish, Seed seed) {
        Message message = reply.message();
        assertThat(message).as("%s", seed).isNotNull();
        assertThat(text(message)).as("%s", seed).isEqualTo(text);
        assertThat(calls(message.parts().stream()
                        .filter(Part.ToolCall.class::isInstance)
                        .map(Part.ToolCall.class::cast)
                        .toList()))
                .as("%s", seed)
                .isEqualTo(calls);
        assertThat(reply.finish()).as("%s", seed).isEqualTo(finish);
        assertThat(reply.complete()).as("%s", seed).isTrue();
        assertThat(reply.error()).as("%s", seed).isEmpty();
    }

    private static String text(Message message) {
        return message.parts().stream()
                .filter(Part.Text.class::isInstance)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static List<GeneratedAnswers.Call> calls(List<Part.ToolCall> calls) {
        return calls.stream()
                .map(call -> new GeneratedAnswers.Call(call.id(), call.name(), call.arguments()))
                .toList();
    }

    private WireRequest request(boolean stream) {
        return codec.parse(("{\"messages\":[],\"stream\":" + stream + "}").getBytes(StandardCharsets.UTF_8));
    }
}
