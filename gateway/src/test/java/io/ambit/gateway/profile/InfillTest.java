package io.ambit.gateway.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.FillInMiddle;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InfillTest {
    private static final String GENERATE = "/api/generate";
    private static final String COMPLETIONS = "/v1/completions";
    private static final ModelProfile CODER =
            profile("coder", new FillInMiddle("<P>", "<S>", "<M>", false, "", "", List.of("<E>")));
    private static final Infill INFILL = new Infill(new Profiles(List.of(CODER)), true);

    private static ModelProfile profile(String name, @Nullable FillInMiddle format) {
        return new ModelProfile(
                name,
                List.of(name),
                null,
                0,
                0,
                0.3,
                0.7,
                null,
                null,
                List.of("<|end|>"),
                ToolDialect.UNKNOWN,
                format,
                Structure.PLAIN,
                "",
                List.of());
    }

    private static String body(String path, String body, boolean templated) {
        return new String(
                INFILL.body(path, body.getBytes(StandardCharsets.UTF_8), CODER, "m:7b", templated),
                StandardCharsets.UTF_8);
    }

    private static boolean asked(String path, String body) {
        return INFILL.asked(path, body.getBytes(StandardCharsets.UTF_8)).isPresent();
    }

    @Test
    void asked_onlyAliasesAndOnOllamasPathOnlyGaps() {
        assertThat(asked(COMPLETIONS, "{\"model\":\"ambit/coder\",\"prompt\":\"a\"}"))
                .isTrue();
        assertThat(asked(COMPLETIONS, "{\"model\":\"coder\",\"prompt\":\"a\"}")).isFalse();
        assertThat(asked(GENERATE, "{\"model\":\"ambit/coder\",\"prompt\":\"a\",\"suffix\":\"b\"}"))
                .isTrue();
        assertThat(asked(GENERATE, "{\"model\":\"ambit/coder\",\"prompt\":\"a\"}"))
                .isFalse();
        assertThat(asked("/v1/chat/completions", "{\"model\":\"ambit/coder\",\"suffix\":\"b\"}"))
                .isFalse();
        assertThat(asked(COMPLETIONS, "[")).isFalse();
    }

    @Test
    void body_ollamaGenerate_isRawWithItsOptions() {
        assertThat(body(GENERATE, "{\"model\":\"ambit/coder\",\"prompt\":\"a\",\"suffix\":\"b\"}", true))
                .isEqualTo("{\"raw\":true,\"options\":{\"temperature\":0.3,\"stop\":[\"<E>\"]},"
                        + "\"model\":\"m:7b\",\"prompt\":\"<P>a<S>b<M>\"}");
        assertThat(body(
                        GENERATE,
                        "{\"model\":\"x\",\"prompt\":\"a\",\"suffix\":\"b\",\"raw\":false,\"options\":{\"temperature\":1}}",
                        true))
                .isEqualTo("{\"raw\":true,\"model\":\"m:7b\",\"prompt\":\"<P>a<S>b<M>\","
                        + "\"options\":{\"stop\":[\"<E>\"],\"temperature\":1}}");
        assertThat(body(GENERATE, "{\"model\":\"x\",\"options\":{},\"prompt\":\"a\",\"suffix\":\"b\"}", true))
                .contains("\"options\":{\"temperature\":0.3,\"stop\":[\"<E>\"]}");
    }

    @Test
    void body_serverWithTemplate_keepsPromptAndSuffix() {
        assertThat(body(COMPLETIONS, "{\"model\":\"x\",\"prompt\":\"a\",\"suffix\":\"b\"}", true))
                .isEqualTo("{\"temperature\":0.3,\"stop\":[\"<E>\"],"
                        + "\"model\":\"m:7b\",\"prompt\":\"a\",\"suffix\":\"b\"}");
    }

    @Test
    void body_noGap_changesModelAndOpenFieldsOnly() {
        assertThat(body(COMPLETIONS, "{\"model\":\"x\",\"prompt\":[\"a\"],\"stop\":\"q\"}", false))
                .isEqualTo("{\"temperature\":0.3,\"model\":\"m:7b\",\"prompt\":[\"a\"],\"stop\":\"q\"}");
    }

    @Test
    void body_modelWithoutFormat_isRefused() {
        byte[] body = "{\"model\":\"x\",\"prompt\":\"a\",\"suffix\":\"b\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> INFILL.body(COMPLETIONS, body, profile("talker", null), "m", false))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("ambit/talker has no format to fill a gap");
    }
}
