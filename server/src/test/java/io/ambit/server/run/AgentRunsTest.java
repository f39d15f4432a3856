package io.ambit.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.gateway.route.RegisteredUpstreams;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgentRunsTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final AgentRuns runs = new AgentRuns(new RegisteredUpstreams("secret", List.of(), all -> {}), now::get);

    @Test
    void idle_countsFromTheLastRequestsEnd() {
        pass(Duration.ofMinutes(3));
        assertThat(runs.idle()).isEqualTo(Duration.ofMinutes(3));
        runs.began();
        pass(Duration.ofMinutes(30));
        assertThat(runs.idle()).isZero();
        runs.ended();
        pass(Duration.ofMinutes(1));
        assertThat(runs.idle()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void idle_whileAnAgentLives_isNothing() throws Exception {
        Process agent = new ProcessBuilder("cat").start();
        runs.add(agent.pid());
        pass(Duration.ofHours(1));
        assertThat(runs.count()).isEqualTo(1);
        assertThat(runs.idle()).isZero();

        agent.getOutputStream().close();
        agent.waitFor();
        agent.onExit().join();
        pass(Duration.ofMinutes(2));
        assertThat(runs.count()).isZero();
        assertThat(runs.idle()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void upstreams_beyondTheMost_forgetTheOldestAndTellAll() {
        List<List<URI>> told = new ArrayList<>();
        RegisteredUpstreams upstreams =
                new RegisteredUpstreams("secret", List.of(URI.create("http://first.example")), told::add);
        String first = upstreams.register(URI.create("http://first.example"));
        assertThat(told).isEmpty();
        for (int i = 0; i < 256; i++) {
            upstreams.register(URI.create("http://h" + i + ".example/v1"));
        }
        assertThat(upstreams.of(first)).isEmpty();
        assertThat(told.getLast()).hasSize(256).endsWith(URI.create("http://h255.example/v1"));
        assertThat(new RegisteredUpstreams("other", told.getLast(), all -> {}).of(first))
                .isEmpty();
        String last = upstreams.register(URI.create("http://h255.example/v1"));
        assertThat(new RegisteredUpstreams("secret", told.getLast(), all -> {}).of(last))
                .isPresent();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
