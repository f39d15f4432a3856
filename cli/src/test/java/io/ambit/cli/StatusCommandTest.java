package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.cli.config.AmbitHome;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    private static final RunningGateway GATEWAY =
            new RunningGateway(4711, 7411, "http://127.0.0.1:11434", "safe", Instant.parse("2026-11-21T10:00:00Z"));

    @TempDir
    private Path home;

    @Test
    void status_nothingRuns_endsWithOne() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("status")).isEqualTo(1);
        assertThat(screen.out()).isEqualToIgnoringNewLines("not running");
    }

    @Test
    void status_lockHeld_saysWhereItIs() {
        try (RunningGateway.Lock lock = RunningGateway.Lock.tryTake(new AmbitHome(home))) {
            assertThat(lock).isNotNull();
            GATEWAY.publish(new AmbitHome(home));
            Screen screen = Screen.of(home);
            assertThat(screen.run("status", "--json")).isZero();
            assertThat(screen.json().get("running").asBoolean()).isTrue();
            assertThat(screen.json().get("url").asString()).isEqualTo("http://127.0.0.1:7411");
            assertThat(screen.json().get("pid").asLong()).isEqualTo(4711);
        }
    }

    @Test
    void status_lockReleased_forgetsWhatWasPublished() {
        try (RunningGateway.Lock lock = RunningGateway.Lock.tryTake(new AmbitHome(home))) {
            assertThat(lock).isNotNull();
            GATEWAY.publish(new AmbitHome(home));
        }
        Screen screen = Screen.of(home);
        assertThat(screen.run("status", "--json")).isEqualTo(1);
        assertThat(screen.out()).isEqualToIgnoringNewLines("{\"running\":false}");
    }

    @Test
    void stop_nothingRuns_isDone() {
        Screen screen = Screen.of(home);
        assertThat(screen.run("stop")).isZero();
        assertThat(screen.err()).isEqualToIgnoringNewLines("not running");
    }
}
