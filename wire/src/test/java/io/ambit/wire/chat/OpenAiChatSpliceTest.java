package io.ambit.wire.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.routing.Sampling;
import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class OpenAiChatSpliceTest {
    private static final String RESTORED =
            "{\"role\":\"assistant\",\"content\":null,\"n\":1.0},{\"role\":\"tool\",\"content\":\"é\"}";
    private final OpenAiChatCodec codec = new OpenAiChatCodec();

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_noEdits_isTheBodyItself(Seed seed) {
        byte[] body = GeneratedBodies.random(seed);
        assertThat(codec.splice(codec.parse(body), Rewrite.NONE)).isSameAs(body);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_anyEdits_equalsTheEditedTree(Seed seed) {
        byte[] body = GeneratedBodies.random(seed);
        byte[] before = body.clone();
        WireRequest request = codec.parse(body);
        SplittableRandom random = new Seed(seed.value() + 1_000_000).random();
        List<Edit> edits = edits(request, random);
        boolean withTool = random.nextBoolean();
        List<Edit> shuffled = new ArrayList<>(edits);
        Collections.shuffle(shuffled, new Random(seed.value()));

        byte[] spliced = codec.splice(request, Rewrite.of(shuffled, withTool));

        assertThat(Plain.read(spliced)).as("%s", seed).isEqualTo(edited(request, edits, withTool));
        assertThat(body).as("the body itself, %s", seed).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void splice_anyReplacements_leavesEveryOtherByte(Seed seed) {
        WireRequest request = codec.parse(GeneratedBodies.random(seed));
        List<Edit> edits = edits(request, seed.random()).stream()
                .filter(Edit.Replace.class::isInstance)
                .toList();
        TreeMap<Integer, Span> spans = new TreeMap<>();
        for (Edit edit : edits) {
            Span span = part(request, (Edit.Replace) edit).span();
            if (span.isPresent()) {
                spans.put(span.start(), span);
            }
        }
        byte[] spliced = codec.splice(request, Rewrite.of(edits, false));
        int at = 0;
        int from = 0;
        for (Span span : spans.values()) {
            int kept = span.start() - from;
            assertThat(Arrays.equals(request.body(), from, span.start(), spliced, at, at + kept))
                    .as("bytes before %s, %s", span, seed)
                    .isTrue();
            at += kept + "\"[replaced] é\\n\\\"\"".getBytes(StandardCharsets.UTF_8).length;
            from = span.end();
        }
        assertThat(Arrays.copyOfRange(spliced, at, spliced.length))
                .as("the rest, %s", seed)
                .isEqualTo(Arrays.copyOfRange(request.body(), from, request.body().length));
    }

    @Test
    void splice_oneMessage_dropsItWithTheRightComma() {
        String body = "{\"messages\": [ {\"role\":\"a\"} , {\"role\":\"b\"},\n{\"role\":\"c\"} ] }";
        assertThat(dropped(body, 0)).isEqualTo("{\"messages\": [ {\"role\":\"b\"},\n{\"role\":\"c\"} ] }");
        assertThat(dropped(body, 1)).isEqualTo("{\"messages\": [ {\"role\":\"a\"},\n{\"role\":\"c\"} ] }");
        assertThat(dropped(body, 2)).isEqualTo("{\"messages\": [ {\"role\":\"a\"} , {\"role\":\"b\"} ] }");
        assertThat(dropped(body, 0, 1)).isEqualTo("{\"messages\": [ {\"role\":\"c\"} ] }");
        assertThat(dropped(body, 1, 2)).isEqualTo("{\"messages\": [ {\"role\":\"a\"} ] }");
        assertThat(dropped(body, 0, 2)).isEqualTo("{\"messages\": [ {\"role\":\"b\"} ] }");
        assertThat(dropped(body, 0, 1, 2)).isEqualTo("{\"messages\": [  ] }");
    }

    @Test
    void splice_insertAndRestoreAtOnePlace_putsTheRestoredFirst() {
        String body = "{\"messages\":[{\"role\":\"a\"},{\"role\":\"b\"}]}";
        assertThat(spliced(body, new Edit.Insert(0, "sum"), new Edit.Restore(0, "{\"x\":1},{\"y\":2}")))
                .isEqualTo(
                        "{\"messages\":[{\"role\":\"a\"},{\"x\":1},{\"y\":2},{\"role\":\"user\",\"content\":\"sum\"},"
                                + "{\"role\":\"b\"}]}");
        assertThat(spliced(body, new Edit.Insert(-1, "sum"), new Edit.Drop(0), new Edit.Restore(0, "{\"x\":1}")))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"sum\"},{\"x\":1},{\"role\":\"b\"}]}");
        assertThat(spliced("{\"messages\":[ ]}", new Edit.Insert(-1, "sum")))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"sum\"} ]}");
    }

    @Test
    void splice_retrieveTool_isAppendedToTheTools() {
        String tool = codec.retrieveTool();
        assertThat(withTool("{\"messages\":[],\"tools\":[{\"a\":1} ]}"))
                .isEqualTo("{\"messages\":[],\"tools\":[{\"a\":1}," + tool + " ]}");
        assertThat(withTool("{\"tools\":[ ],\"messages\":[]}"))
                .isEqualTo("{\"tools\":[" + tool + " ],\"messages\":[]}");
        assertThat(withTool("{\"messages\":[]}")).isEqualTo("{\"messages\":[]}");
    }

    @Test
    void splice_partThatIsNoValidUtf8_isLeftAsItCame() {
        byte[] body = "{\"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"1\",\"content\":\"a?b\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' ? (byte) 0xFF : body[i];
        }
        assertThat(codec.splice(codec.parse(body), Rewrite.of(List.of(new Edit.Replace(0, 0, "x")), false)))
                .isSameAs(body);
    }

    @Test
    void splice_modelAndOpenFields_changesThemAlone() {
        String body = "{ \"model\" : \"ambit/auto\",\"top_p\":0.5,\"stop\":null,\"messages\":[ ]}";
        Sampling fill = new Sampling(0.3, 0.9, 40, List.of("<|im_end|>"));

        byte[] sent = codec.splice(parse(body), new Rewrite(List.of(), false, "qwen \"3\"", fill));

        assertThat(new String(sent, StandardCharsets.UTF_8))
                .isEqualTo("{\"temperature\":0.3,\"top_k\":40,"
                        + " \"model\" : \"qwen \\\"3\\\"\",\"top_p\":0.5,\"stop\":null,\"messages\":[ ]}");
    }

    private WireRequest parse(String body) {
        return codec.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private String dropped(String body, int... messages) {
        return spliced(body, Arrays.stream(messages).mapToObj(Edit.Drop::new).toArray(Edit[]::new));
    }

    private String spliced(String body, Edit... edits) {
        return new String(codec.splice(parse(body), Rewrite.of(List.of(edits), false)), StandardCharsets.UTF_8);
    }

    private String withTool(String body) {
        return new String(codec.splice(parse(body), Rewrite.of(List.of(), true)), StandardCharsets.UTF_8);
    }

    private static Part part(WireRequest request, Edit.Replace edit) {
        return request.transcript().messages().get(edit.messageIndex()).parts().get(edit.partIndex());
    }

    private static List<Edit> edits(WireRequest request, SplittableRandom random) {
        List<Edit> edits = new ArrayList<>();
        for (int m = -1; m < request.transcript().size(); m++) {
            if (random.nextInt(6) == 0) {
                edits.add(new Edit.Restore(m, RESTORED));
            }
            if (random.nextInt(6) == 0) {
                edits.add(new Edit.Insert(m, "[summary] \"é\" " + m));
            }
            if (m >= 0 && random.nextInt(3) == 0) {
                edits.add(new Edit.Drop(m));
            }
            for (int p = 0;
                    m >= 0 && p < request.transcript().messages().get(m).parts().size();
                    p++) {
                if (random.nextInt(3) == 0) {
                    edits.add(new Edit.Replace(m, p, "[replaced] é\n\""));
                }
            }
        }
        return edits;
    }

    /** The plain twin: the same edits on Jackson's tree. */
    private JsonNode edited(WireRequest request, List<Edit> edits, boolean withTool) {
        ObjectNode root = (ObjectNode) Plain.read(request.body());
        List<JsonNode> before = Plain.items(root.get("messages"));
        ArrayNode after = root.arrayNode();
        for (int m = -1; m < before.size(); m++) {
            int index = m;
            List<Edit> here =
                    edits.stream().filter(e -> e.messageIndex() == index).toList();
            if (m >= 0 && here.stream().noneMatch(Edit.Drop.class::isInstance)) {
                Message message = request.transcript().messages().get(m);
                for (Edit edit : here) {
                    if (edit instanceof Edit.Replace replace) {
                        replace((ObjectNode) before.get(m), message, replace);
                    }
                }
                after.add(before.get(m));
            }
            for (Edit edit : here) {
                if (edit instanceof Edit.Restore restore) {
                    after.addAll(Plain.items(Plain.read("[" + restore.messages() + "]")));
                }
            }
            for (Edit edit : here) {
                if (edit instanceof Edit.Insert insert) {
                    after.add(root.objectNode().put("role", "user").put("content", insert.text()));
                }
            }
        }
        root.set("messages", after);
        if (withTool && root.get("tools") instanceof ArrayNode tools) {
            tools.add(Plain.read(codec.retrieveTool()));
        }
        return root;
    }

    private static void replace(ObjectNode node, Message message, Edit.Replace edit) {
        Part part = message.parts().get(edit.partIndex());
        if (!part.span().isPresent()) {
            return;
        }
        if (part instanceof Part.ToolCall call) {
            long before = message.parts().subList(0, edit.partIndex()).stream()
                    .filter(Part.ToolCall.class::isInstance)
                    .count();
            ObjectNode function =
                    (ObjectNode) node.get("tool_calls").get((int) before).get("function");
            assertThat(function.get("arguments").asString()).isEqualTo(call.arguments());
            function.put("arguments", edit.text());
        } else if (node.get("content").isString()) {
            node.put("content", edit.text());
        } else {
            // The part's place among those texts of the list that are parts.
            int place = 0;
            for (int p = 0; p < edit.partIndex(); p++) {
                place += message.parts().get(p).span().isPresent() ? 1 : 0;
            }
            for (JsonNode item : node.get("content")) {
                boolean text = "text".equals(item.path("type").asString(""))
                        && item.path("text").isString();
                boolean empty = text && item.get("text").asString().isEmpty();
                boolean tool = message.role() == Role.TOOL;
                if (text && (tool || !empty) && place-- == 0) {
                    ((ObjectNode) item).put("text", edit.text());
                }
            }
        }
    }
}
