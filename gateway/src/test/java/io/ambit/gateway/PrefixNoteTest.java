package io.ambit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.message.VolatilePrefix;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.UpstreamSettings;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefixNoteTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, x-anthropic-billing-header: a=1;, true",
        "http://box.local, x-anthropic-billing-header:, true",
        "http://127.0.0.1:8080, You are an agent., false",
        "https://api.anthropic.com, x-anthropic-billing-header: a=1;, false",
        "https://10.example, x-anthropic-billing-header: a=1;, false"
    })
    void on_promptWithTheLine_isNotedWhereTheModelIsNear(String base, String line, boolean noted) {
        Transcript sent = Transcript.of(List.of(Message.of(Role.SYSTEM, List.of(new Part.Text(line, Span.NONE)))));
        Destination to = Destination.asItCame(UpstreamSettings.only(URI.create(base)));
        assertThat(VolatilePrefix.noted(PrefixNote.on(to, sent).notes()).isPresent())
                .isEqualTo(noted);
    }
}
