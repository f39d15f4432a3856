package io.ambit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnrecordedTest {
    @Test
    void await_stepsOfTheSpace_waitsForAllOfThemAndForNoOther() throws Exception {
        Unrecorded unrecorded = new Unrecorded();
        Space other = new Space("other");
        Unrecorded.Step first = unrecorded.add(Space.DEFAULT);
        Unrecorded.Step second = unrecorded.add(Space.DEFAULT);
        unrecorded.add(other);

        assertThat(unrecorded.await(Space.DEFAULT, Duration.ofMillis(20))).isFalse();
        first.done();
        first.done();
        assertThat(unrecorded.await(Space.DEFAULT, Duration.ofMillis(20))).isFalse();

        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                waiting.complete(unrecorded.await(Space.DEFAULT, Duration.ofSeconds(10)));
            } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });
        second.done();
        assertThat(waiting.get()).isTrue();
        assertThat(unrecorded.await(other, Duration.ZERO)).isFalse();
    }
}
