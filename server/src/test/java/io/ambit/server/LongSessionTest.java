package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Policies;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.model.RecordedRequest;
import io.ambit.testkit.model.ScriptedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A long session through the running server: what comes back is right, and what the upstream caches stays. */
class LongSessionTest {
    /** A machine under load must not change what is decided. */
    private static final Duration PATIENT = Duration.ofMinutes(2);

    @TempDir
    Path data;

    /**
     * What went to the upstream.
     *
     * @param boundaries that the policy planned
     * @param retrievals that the ledger counted
     */
    private record Run(LongSession session, List<RecordedRequest> requests, int boundaries, int retrievals) {
        /** The messages of each request, without the closing bracket. */
        List<String> messages() {
            return requests.stream().map(LongSessionTest::messages).toList();
        }

        long sent() {
            return messages().stream().mapToLong(String::length).sum();
        }

        /** Characters that each request has in common with the one before, from the first on. */
        long cached() {
            long cached = 0;
            List<String> all = messages();
            for (int n = 1; n < all.size(); n++) {
                cached += commonPrefix(all.get(n - 1), all.get(n));
            }
            return cached;
        }

        /** Requests that do not begin with all that the one before was. */
        int breaks() {
            int breaks = 0;
            List<String> all = messages();
            for (int n = 1; n < all.size(); n++) {
                breaks += all.get(n).startsWith(all.get(n - 1)) ? 0 : 1;
            }
            return breaks;
        }

        /** Characters at full price, those that a cache had at a tenth. */
        double priced() {
            return sent() - 0.9 * cached();
        }

        @Override
        public String toString() {
            return "%d requests, %,d characters sent, %.1f %% of them cached, %d boundaries, priced %,.0f"
                    .formatted(requests.size(), sent(), 100.0 * cached() / sent(), boundaries, priced());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"balanced", "tight"})
    void session_ofSixtySteps_isRightStableAndCheaper(String policy) throws Exception {
        Run run = run("first", policy, -1);
        Run again = run("again", policy, 33);
        Run off = run("off", "off", -1);
        System.out.printf("%s: %s%noff: %s%n", policy, run, off);

        Json last = Json.parse(run.requests().getLast().body());
        Map<String, String> asked = LongSession.asked(last);
        Set<String> back = new HashSet<>();
        LongSession.results(last).forEach((call, result) -> {
            if (call.startsWith("back_")) {
                assertThat(run.session().outputs).as(call).containsValue(result);
                assertThat(OutputId.of(Hash.of(result), asked.get(call).length())
                                .value())
                        .isEqualTo(asked.get(call));
                back.add(result);
            }
        });
        assertThat(back).as("different outputs that came back").hasSizeGreaterThanOrEqualTo(4);
        assertThat(run.retrievals()).isEqualTo(5);
        assertThat(run.session().answers)
                .hasSize(LongSession.STEPS + 1)
                .noneMatch(answer -> answer.contains("context_retrieve") || answer.contains("back_"));

        assertThat(run.breaks()).as("broken prefixes").isEqualTo(run.boundaries());
        // Masking is looked at in every fourth step from the thirtieth on.
        assertThat(run.boundaries()).isBetween(1, (LongSession.STEPS - 30) / 4 + 1);
        assertThat((double) run.cached() / run.sent())
                .as("share that is cached")
                .isGreaterThan(0.85);
        assertThat(run.priced()).isLessThan(0.6 * off.priced());
        assertThat(off.breaks()).isZero();

        // The second run, with a restart of the server in the middle, on a ledger of its own.
        assertThat(again.requests()).hasSameSizeAs(run.requests());
        for (int n = 0; n < run.requests().size(); n++) {
            assertThat(again.requests().get(n).text())
                    .as("request %s", n)
                    .isEqualTo(run.requests().get(n).text());
        }
    }

    @Test
    void commonPrefix_ofTwoTexts_isItsLength() {
        assertThat(commonPrefix("abc", "abd")).isEqualTo(2);
        assertThat(commonPrefix("ab", "abd")).isEqualTo(2);
    }

    /** @param restartAt the step before which the server is stopped and another one started, -1 for none */
    private Run run(String name, String policy, int restartAt) throws Exception {
        LongSession session = new LongSession();
        ScriptedModel model = ScriptedModel.start(0, (request, number) -> LongSession.answer(request));
        LongSession.Counted counted = new LongSession.Counted(Policies.parse(policy));
        RunningServer running = start(name, counted, model);
        try {
            int step = 0;
            boolean more = true;
            while (more) {
                if (step++ == restartAt) {
                    running.server.close();
                    running.ledger.close();
                    int before = counted.boundaries;
                    counted = new LongSession.Counted(Policies.parse(policy));
                    counted.boundaries = before;
                    running = start(name, counted, model);
                }
                more = session.goOn(running.chat(session.request()).body());
            }
            SessionRecord record = running.onlySession();
            running.lastStep(last -> last.end() != null);
            int retrievals = running.ledger.steps(record.space(), record.id()).stream()
                    .mapToInt(s -> s.end() == null ? 0 : s.end().retrievals())
                    .sum();
            return new Run(session, model.requests(), counted.boundaries, retrievals);
        } finally {
            running.close();
        }
    }

    private RunningServer start(String name, LongSession.Counted policy, ScriptedModel model) {
        return RunningServer.start(
                SqliteLedger.open(data.resolve(name)),
                policy,
                settings -> settings.withLimits(PATIENT, PATIENT),
                model);
    }

    private static String messages(RecordedRequest request) {
        Json messages = Json.parse(request.body()).get("messages");
        return new String(
                request.body(), messages.start(), messages.end() - messages.start() - 1, StandardCharsets.UTF_8);
    }

    private static int commonPrefix(String one, String other) {
        int n = 0;
        while (n < one.length() && n < other.length() && one.charAt(n) == other.charAt(n)) {
            n++;
        }
        return n;
    }
}
