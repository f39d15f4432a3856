package io.ambit.wire.responses;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.testkit.Seed;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import io.ambit.wire.responses.GeneratedResponses.Item;
import io.ambit.wire.responses.GeneratedResponses.Round;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ResponsesAnswerPropertyTest {
    private final ResponsesCodec codec = new ResponsesCodec();

    private WireRequest request(boolean stored) {
        String store = stored ? "" : ",\"store\":false";
        return codec.parse(("{\"model\":\"m\",\"input\":\"go\",\"tools\":[{\"type\":\"web_search\"}]" + store + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void stream_anyRoundsInAnyChunks_clientSeesOneResponseWithoutHiddenCalls(Seed seed) {
        SplittableRandom random = seed.random();
        boolean stored = random.nextBoolean();
        List<Round> rounds = GeneratedResponses.rounds(random);
        WireAnswer answer = codec.answer(request(stored), true);
        ResponsesClient.Carried carried = new ResponsesClient.Carried(answer, random);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (Round round : rounds) {
            byte[] bytes = new GeneratedResponses(random).stream(round);
            sent.writeBytes(bytes);
            carried.round(200, "text/event-stream", "", bytes, false);
        }

        byte[] got = carried.bytes.toByteArray();
        if (rounds.size() == 1 && rounds.get(0).hidden().isEmpty()) {
            assertThat(text(got)).as("%s", seed).isEqualTo(text(sent.toByteArray()));
        }
        ResponsesClient client = ResponsesClient.ofStream(got);
        List<Item> shown = new ArrayList<>();
        boolean early = false;
        for (Round round : rounds) {
            // Of an answer that is kept, notes before a hidden call stay with that call until there is more to show.
            boolean notes = round.shown().stream().allMatch(item -> item.type().equals("reasoning"));
            boolean last = round.equals(last(rounds));
            if (last || !stored || early || !notes) {
                shown.addAll(round.shown());
                early |= !last && !notes;
            }
        }
        assertThat(client.problems).as("%s", seed).isEmpty();
        assertThat(client.numbers).as("%s", seed).isEqualTo(upTo(client.types.size()));
        assertThat(client.types.stream().filter("response.created"::equals))
                .as("%s", seed)
                .hasSize(1);
        assertThat(client.types.get(client.types.size() - 1))
                .as("%s", seed)
                .isEqualTo("response." + last(rounds).status());
        assertThat(List.copyOf(client.items.keySet())).as("%s", seed).isEqualTo(upTo(shown.size()));
        assertItems(List.copyOf(client.items.values()), shown, seed);
        assertItems(client.output, shown, seed);
        client.deltas.forEach((index, text) ->
                assertThat(text).as("%s", seed).isEqualTo(shown.get(index).text()));
        assertThat(client.inputTokens).as("%s", seed).isEqualTo(last(rounds).inputTokens());
        String id = client.ids.get(client.ids.size() - 1);
        assertThat(id)
                .as("%s", seed)
                .isEqualTo(stored ? last(rounds).id() : rounds.get(0).id());
        if (!stored || !early) {
            assertThat(client.ids).as("%s", seed).containsOnly(id);
        }
        assertEnd(answer, carried, rounds, shown, seed);
        assertThat(answer.replyId())
                .as("%s", seed)
                .isEqualTo(stored ? last(rounds).id() : "");
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void whole_anyRoundsInAnyChunks_clientSeesOneResponseWithoutHiddenCalls(Seed seed) {
        SplittableRandom random = seed.random();
        List<Round> rounds = GeneratedResponses.rounds(random);
        boolean stored = random.nextBoolean();
        WireAnswer answer = codec.answer(request(stored), true);
        ResponsesClient.Carried carried = new ResponsesClient.Carried(answer, random);
        byte[] sent = new byte[0];
        for (Round round : rounds) {
            sent = new GeneratedResponses(random).whole(round);
            carried.round(200, "application/json", "", sent, false);
        }

        byte[] got = carried.bytes.toByteArray();
        if (rounds.size() == 1 && rounds.get(0).hidden().isEmpty()) {
            assertThat(text(got)).as("%s", seed).isEqualTo(text(sent));
        }
        ResponsesClient client = ResponsesClient.ofWhole(got);
        List<Item> shown =
                rounds.stream().flatMap(round -> round.shown().stream()).toList();
        assertItems(client.output, shown, seed);
        assertThat(client.ids).as("%s", seed).containsExactly(last(rounds).id());
        assertThat(client.inputTokens).as("%s", seed).isEqualTo(last(rounds).inputTokens());
        assertEnd(answer, carried, rounds, shown, seed);
        assertThat(answer.replyId())
                .as("%s", seed)
                .isEqualTo(stored ? last(rounds).id() : "");
    }

    private void assertEnd(
            WireAnswer answer, ResponsesClient.Carried carried, List<Round> rounds, List<Item> shown, Seed seed) {
        for (int r = 0; r < rounds.size(); r++) {
            assertThat(carried.needed.get(r)).as("%s, round %s", seed, r).isEqualTo(r < rounds.size() - 1);
            assertThat(carried.hidden.get(r).stream().map(Part.ToolCall::arguments))
                    .as("%s, round %s", seed, r)
                    .isEqualTo(rounds.get(r).hidden().stream().map(Item::text).toList());
            assertExchange(carried.exchanges.get(r), rounds.get(r), seed);
        }
        assertThat(answer.rounds()).hasSize(rounds.size());
        Reply reply = answer.reply();
        assertThat(reply.finish()).as("%s", seed).isEqualTo(last(rounds).status());
        if (!shown.isEmpty()) {
            // What the client makes of the items in its next request is told by the same fingerprint.
            String input = String.join(",", shown.stream().map(Item::json).toList());
            Message back = codec.parse(("{\"input\":[" + input + "]}").getBytes(StandardCharsets.UTF_8))
                    .transcript()
                    .messages()
                    .get(0);
            assertThat(reply.message()).as("%s", seed).isNotNull();
            assertThat(reply.message().hash()).as("%s", seed).isEqualTo(back.hash());
            assertThat(reply.fingerprint()).as("%s", seed).isEqualTo(Reply.fingerprint(back));
        }
    }

    private static void assertExchange(String exchange, Round round, Seed seed) {
        if (round.hidden().isEmpty()) {
            assertThat(exchange).isEmpty();
            return;
        }
        JsonNode items = ResponsesClient.read("[" + exchange + "]");
        List<String> types = new ArrayList<>();
        items.forEach(item -> types.add(
                item.path("type").asString("") + " " + item.path("call_id").asString("")));
        List<String> expected = new ArrayList<>();
        for (Item item : round.items()) {
            if (item.isHidden()) {
                expected.add("function_call call_" + item.id().substring(3));
            } else if (!item.type().equals("function_call")) {
                expected.add(item.type() + " ");
            }
        }
        round.hidden()
                .forEach(item ->
                        expected.add("function_call_output call_" + item.id().substring(3)));
        assertThat(types).as("%s", seed).isEqualTo(expected);
    }

    private static void assertItems(List<JsonNode> got, List<Item> expected, Seed seed) {
        assertThat(got)
                .as("%s", seed)
                .isEqualTo(expected.stream()
                        .map(item -> ResponsesClient.read(item.json()))
                        .toList());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Round last(List<Round> rounds) {
        return rounds.get(rounds.size() - 1);
    }

    private static List<Integer> upTo(int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(i);
        }
        return numbers;
    }
}
