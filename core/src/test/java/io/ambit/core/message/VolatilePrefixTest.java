package io.ambit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VolatilePrefixTest {
    private static final String LINE = "x-anthropic-billing-header: cc_version=1.2.3.abc; cc_entrypoint=cli;";

    @Test
    void of_lineBeforeTheSystemPrompt_isFound() {
        assertThat(VolatilePrefix.of(of(Role.SYSTEM, LINE + "\nYou are an agent.")))
                .contains(VolatilePrefix.BILLING_LINE);
    }

    @Test
    void of_lineElsewhere_isNone() {
        assertThat(VolatilePrefix.of(of(Role.SYSTEM, "You are an agent. " + LINE)))
                .isEmpty();
        assertThat(VolatilePrefix.of(of(Role.USER, LINE))).isEmpty();
        assertThat(VolatilePrefix.of(Transcript.of(List.of()))).isEmpty();
    }

    private static Transcript of(Role role, String text) {
        return Transcript.of(List.of(
                Message.of(role, List.of(new Part.Text(text, Span.NONE))),
                Message.of(Role.USER, List.of(new Part.Text("Hi", Span.NONE)))));
    }
}
