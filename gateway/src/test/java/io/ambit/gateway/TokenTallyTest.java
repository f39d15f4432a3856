package io.ambit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Edit;
import io.ambit.core.spi.TokenCounter;
import io.ambit.gateway.route.Destination;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.wire.Rewrite;
import io.ambit.wire.WireRequest;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenTallyTest {
    /** Counts characters, and how many of them it was given. */
    private static final class Characters implements TokenCounter {
        final AtomicLong counted = new AtomicLong();

        @Override
        public String name() {
            return "characters";
        }

        @Override
        public int count(String text) {
            counted.addAndGet(text.length());
            return text.length();
        }
    }

    private static WireRequest request(int messages, String tools) {
        StringBuilder body = new StringBuilder("{" + tools + "\"messages\":[");
        for (int i = 0; i < messages; i++) {
            body.append(i == 0 ? "" : ",").append("{\"role\":\"user\",\"content\":\"%06d\"}".formatted(i));
        }
        return new OpenAiChatCodec().parse(body.append("]}").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Prepared prepared(WireRequest request, boolean tool, Edit... edits) {
        Destination destination = Destination.asItCame(UpstreamSettings.only(URI.create("http://127.0.0.1:1")));
        return new Prepared(request, destination, Rewrite.of(List.of(edits), tool), request.body(), null);
    }

    @Test
    void tally_edits_changesWhatGoesOutOnly() {
        TokenTally tally = new TokenTally(new Characters());
        WireRequest request = request(4, "\"tools\":[1234],");

        TokenTally.Tally plain = tally.tally(prepared(request, false), "retrieve!");
        TokenTally.Tally edited = tally.tally(
                prepared(
                        request,
                        true,
                        new Edit.Replace(0, 0, "ab"),
                        new Edit.Drop(1),
                        new Edit.Replace(1, 0, "not shown"),
                        new Edit.Insert(2, "abc"),
                        new Edit.Restore(2, "12345")),
                "retrieve!");

        assertThat(plain).isEqualTo(new TokenTally.Tally(24 + 6, 24 + 6));
        assertThat(edited).isEqualTo(new TokenTally.Tally(30, 30 - 4 - 6 + 3 + 5 + 9));
    }

    @Test
    void tally_growingSession_countsEachTextOnce() {
        Characters characters = new Characters();
        TokenTally tally = new TokenTally(characters);
        int steps = 450;
        for (int step = 1; step <= steps; step++) {
            Prepared prepared = prepared(request(step, ""), false);
            assertThat(tally.uncounted(prepared)).isEqualTo(6);
            assertThat(tally.tally(prepared, "").in()).isEqualTo(6L * step);
            assertThat(tally.uncounted(prepared)).isZero();
        }
        assertThat(characters.counted.get()).isEqualTo(6L * steps);
    }
}
