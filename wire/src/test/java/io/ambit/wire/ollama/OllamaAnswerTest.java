package io.ambit.wire.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Part;
import io.ambit.core.session.Usage;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Seeds;
import io.ambit.wire.Reply;
import io.ambit.wire.WireAnswer;
import io.ambit.wire.WireRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaAnswerTest {
    private static final List<String> WORDS = List.of(
            "alpha ", "\u00e9", "\ud83d\ude42", "\u65e5\u672c", "\n", "\"", "context_retrieve", "}", "{\"done\":true}");
    private static final String HIDDEN =
            "{\"function\":{\"name\":\"context_retrieve\",\"arguments\":{\"id\":\"abc123\"}}}";
    private static final String OWN = "{\"function\":{\"name\":\"read\",\"arguments\":{\"path\":\"b\"}}}";
    private static final String DONE =
            "\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":%d,\"eval_count\":7}";

    private final OllamaChatCodec codec = new OllamaChatCodec();

    private WireRequest request(boolean stream) {
        return codec.parse(("{\"messages\":[{\"role\":\"user\",\"content\":\"go\"}],\"stream\":" + stream + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String message) {
        return "{\"model\":\"m\", \"message\":{\"role\":\"assistant\"," + message + "},";
    }

    /** A round's lines: text in pieces, then calls, then the end. */
    private static String stream(SplittableRandom random, String text, List<String> calls, int prompt) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < text.length(); ) {
            int to = text.offsetByCodePoints(from, 1);
            out.append(line("\"content\":" + JsonStrings.quote(text.substring(from, to))))
                    .append("\"done\":false}")
                    .append(end);
            from = to;
        }
        for (String call : calls) {
            out.append(line("\"content\":\"\",\"tool_calls\":[" + call + "]"))
                    .append("\"done\":false}")
                    .append(end);
        }
        return out.append(line("\"content\":\"\""))
                .append(DONE.formatted(prompt))
                .append(end)
                .toString();
    }

    private static String text(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            out.append(Seed.pick(random, WORDS));
        }
        return out.toString();
    }

    private static List<Part.ToolCall> round(
            WireAnswer answer, String body, boolean last, SplittableRandom random, ByteArrayOutputStream client) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try {
            answer.begin(200, "application/x-ndjson", "");
            for (int from = 0; from < bytes.length; ) {
                int count = Math.min(bytes.length - from, 1 + random.nextInt(40));
                answer.pass(bytes, from, count, client);
                from += count;
            }
            return answer.end(last, client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String lines) {
        StringBuilder out = new StringBuilder();
        lines.lines().forEach(line -> out.append(Json.parse(line).get("message").text("content")));
        return out.toString();
    }

    @Test
    void pass_nothingHidden_leavesAThousandStreamsAsTheyCame() {
        Seeds.first(1000).forEach(seed -> {
            SplittableRandom random = seed.random();
            String text = text(random);
            String body = stream(random, text, random.nextBoolean() ? List.of(OWN, OWN) : List.of(), 9);
            for (boolean hide : new boolean[] {false, true}) {
                WireAnswer answer = codec.answer(request(true), hide);
                ByteArrayOutputStream client = new ByteArrayOutputStream();
                round(answer, body, false, random, client);
                assertThat(client.toString(StandardCharsets.UTF_8))
                        .as("%s", seed)
                        .isEqualTo(body);
                assertThat(answer.reply().complete()).isTrue();
                assertThat(answer.rounds()).as("%s", seed).containsExactly(new Usage(9, -1, 7));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void pass_hiddenRounds_showOneMessageWithoutHiddenCalls(Seed seed) {
        SplittableRandom random = seed.random();
        WireAnswer answer = codec.answer(request(true), true);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();
        int hiddenRounds = 1 + random.nextInt(3);
        for (int r = 0; r <= hiddenRounds; r++) {
            boolean last = r == hiddenRounds;
            String more = text(random);
            text.append(more);
            List<String> calls = new ArrayList<>(last ? List.of(OWN) : List.of(HIDDEN, HIDDEN));
            if (last && random.nextBoolean()) {
                calls.add(HIDDEN);
            }
            List<Part.ToolCall> hidden = round(answer, stream(random, more, calls, 100 + r), false, random, client);
            assertThat(answer.needsRound()).as("%s", seed).isEqualTo(!last);
            if (!last) {
                assertThat(hidden).as("%s", seed).hasSize(2);
                assertThat(answer.exchange(List.of("r1", "r2")))
                        .startsWith("{\"role\":\"assistant\",\"content\":" + JsonStrings.quote(more))
                        .contains("{\"role\":\"tool\",\"content\":\"r2\",\"tool_name\":\"context_retrieve\"}");
            }
        }
        String shown = client.toString(StandardCharsets.UTF_8);
        assertThat(said(shown)).as("%s", seed).isEqualTo(text.toString());
        assertThat(shown).as("%s", seed).doesNotContain("abc123").containsOnlyOnce("done_reason");
        assertThat(shown.lines().filter(line -> line.contains("\"read\""))).hasSize(1);
        Reply reply = answer.reply();
        assertThat(reply.message()).isNotNull();
        assertThat(reply.fingerprint()).isEqualTo("call_0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reply_ofACall_isToldWhenItComesBack(boolean stream) {
        WireAnswer answer = codec.answer(request(stream), true);
        String body = line("\"content\":\"\",\"tool_calls\":[" + OWN + "]") + DONE.formatted(1) + "\n";
        round(answer, body, false, new Seed(1).random(), new ByteArrayOutputStream());
        WireRequest next = codec.parse(("{\"messages\":[{\"role\":\"user\",\"content\":\"go\"},{\"role\":\"assistant\","
                        + "\"content\":\"\",\"tool_calls\":[" + OWN + "]}]}")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(Reply.fingerprint(next.transcript().messages().get(1)))
                .isEqualTo(answer.reply().fingerprint());
    }

    @Test
    void pass_wholeAnswerOfALaterRound_carriesTheTextOfTheFirst() {
        WireAnswer answer = codec.answer(request(false), true);
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        SplittableRandom random = new Seed(2).random();
        round(
                answer,
                line("\"content\":\"one \",\"tool_calls\":[" + HIDDEN + "]") + DONE.formatted(1),
                false,
                random,
                client);
        assertThat(client.size()).isZero();
        round(answer, line("\"content\":\"two\"") + DONE.formatted(5), false, random, client);
        assertThat(client.toString(StandardCharsets.UTF_8))
                .isEqualTo(line("\"content\":\"one two\"") + DONE.formatted(5));
        assertThat(answer.rounds()).containsExactly(new Usage(1, -1, 7), new Usage(5, -1, 7));
    }

    @Test
    void pass_errorOrDropInTheStream_isNotComplete() {
        for (String rest : new String[] {"{\"error\":\"broke\"}\n", "", "{\"message\":{\"con"}) {
            WireAnswer answer = codec.answer(request(true), true);
            ByteArrayOutputStream client = new ByteArrayOutputStream();
            String body = line("\"content\":\"a\"") + "\"done\":false}\n" + rest;
            round(answer, body, false, new Seed(3).random(), client);
            assertThat(client.toString(StandardCharsets.UTF_8)).isEqualTo(body);
            assertThat(answer.reply().complete()).isFalse();
            assertThat(answer.reply().error()).isEqualTo(rest.startsWith("{\"error") ? "broke" : "");
        }
    }
}
