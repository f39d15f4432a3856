package io.ambit.wire.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.Seed;
import io.ambit.wire.CallRepair;
import io.ambit.wire.WireRequest;
import io.ambit.wire.answer.Carried;
import io.ambit.wire.answer.Repairs;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OllamaRepairTest {
    private static final String CALLS =
            "{\"model\":\"m\", \"message\":{\"role\":\"assistant\",\"content\":\"\",\"tool_calls\":["
                    + "{\"function\":{\"name\":\"read\",\"arguments\":{\"path\":\"b\"}}},"
                    + " {\"function\":{\"name\":\"context_retrieve\",\"arguments\":{\"id\":\"x\"}}}]},\"done\":%s}\n";
    private static final String TEXT = "{\"model\":\"m\",\"message\":{\"content\":\"hm\"},\"done\":false}\n";
    private static final String END = "{\"message\":{\"content\":\"\"},\"done\":true,\"eval_count\":7}\n";

    private final OllamaChatCodec codec = new OllamaChatCodec();

    private String carried(boolean stream, CallRepair repair, String body) {
        WireRequest request =
                codec.parse(("{\"messages\":[{\"role\":\"user\",\"content\":\"go\"}],\"stream\":" + stream + "}")
                        .getBytes(StandardCharsets.UTF_8));
        return new Carried(codec.answer(request, false, repair), new Seed(7).random())
                .round("application/x-ndjson", body.getBytes(StandardCharsets.UTF_8))
                .text();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pass_callsToSetRight_showsThemRightAndAllElseAsItWas(boolean stream) {
        String body = stream ? TEXT + CALLS.formatted(false) + "no json\n" + END : CALLS.formatted(true);
        String got = carried(stream, Repairs.RENAMING, body);
        assertThat(got)
                .contains("\"name\":\"fixed_read\",\"arguments\":{\"said\":7,\"was\":\"read\"}", "{\"id\":\"x\"}");
        assertThat(got.replaceAll("\"fixed_read\",\"arguments\":\\{[^}]*}", "\"read\",\"arguments\":{\"path\":\"b\"}"))
                .isEqualTo(body);
    }

    @Test
    void pass_nothingToSetRight_leavesEveryByte() {
        String body = TEXT + CALLS.formatted(false) + "no json\n" + END + "{\"cut";
        assertThat(carried(true, Repairs.KEEPING, body)).isEqualTo(body);
        assertThat(carried(false, Repairs.KEEPING, CALLS.formatted(true))).isEqualTo(CALLS.formatted(true));
    }
}
