package io.ambit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Arrival;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnrecordedTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Unrecorded unrecorded = new Unrecorded();

    @Test
    void before_sameSession_waitsForAllOfItsStepsAndNoOther() throws Exception {
        Unrecorded.Step first = unrecorded.add(arrival("a"), Unrecorded.Part.START);
        Unrecorded.Step second = unrecorded.add(arrival("a", "b"), Unrecorded.Part.HIDDEN);
        unrecorded.add(arrival("x"), Unrecorded.Part.START);
        Unrecorded.Earlier earlier = unrecorded.before(arrival("a", "b", "c"));

        assertThat(earlier.await(SHORT)).isFalse();
        first.done();
        first.done();
        assertThat(earlier.await(SHORT)).isFalse();
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                waiting.complete(earlier.await(Duration.ofSeconds(10)));
            } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });
        second.done();

        assertThat(waiting.get()).isTrue();
    }

    @Test
    void before_stepThatIsAddedLater_doesNotWaitForIt() throws Exception {
        Unrecorded.Earlier earlier = unrecorded.before(arrival("a"));
        unrecorded.add(arrival("a"), Unrecorded.Part.START);

        assertThat(earlier.await(Duration.ZERO)).isTrue();
    }

    @Test
    void before_otherSpace_waitsForNothing() throws Exception {
        unrecorded.add(arrival("a"), Unrecorded.Part.START);

        assertThat(unrecorded
                        .before(arrival(new Space("other"), null, null, "a", "b"))
                        .await(Duration.ZERO))
                .isTrue();
    }

    @Test
    void before_sameNameOfTheClient_waitsThoughTheHistoryIsAnother() throws Exception {
        unrecorded.add(arrival(Space.DEFAULT, "mine", null, "a"), Unrecorded.Part.START);

        assertThat(unrecorded.before(arrival(Space.DEFAULT, "mine", null, "x")).await(SHORT))
                .isFalse();
        assertThat(unrecorded.before(arrival(Space.DEFAULT, "yours", null, "x")).await(Duration.ZERO))
                .isTrue();
    }

    @Test
    void before_nameOfAnAnswer_isWaitedForByThoseWhoGoOnByIt() throws Exception {
        unrecorded.add(arrival("a"), Unrecorded.Part.NAME);

        assertThat(unrecorded.before(arrival("a", "b")).await(Duration.ZERO)).isTrue();
        assertThat(unrecorded
                        .before(arrival(Space.DEFAULT, null, "resp_1", "b"))
                        .await(SHORT))
                .isFalse();
    }

    private static Arrival arrival(String... texts) {
        return arrival(Space.DEFAULT, null, null, texts);
    }

    private static Arrival arrival(
            Space space, @Nullable String clientSession, @Nullable String previousReply, String... texts) {
        List<Message> messages = Stream.of(texts)
                .map(text -> Message.of(Role.USER, List.of(new Part.Text(text, Span.NONE))))
                .toList();
        return new Arrival(
                space,
                Transcript.of(messages),
                clientSession,
                previousReply,
                Hash.of(new byte[] {1}),
                "",
                "m",
                Instant.EPOCH);
    }
}
