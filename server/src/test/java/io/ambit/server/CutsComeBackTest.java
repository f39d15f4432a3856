package io.ambit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Policies;
import io.ambit.core.context.Retrieval;
import io.ambit.core.message.PrivateText;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Utf8;
import io.ambit.store.SqliteLedger;
import io.ambit.testkit.GeneratedOutputs;
import io.ambit.testkit.Seed;
import io.ambit.testkit.model.ScriptedAnswer;
import io.ambit.testkit.model.ScriptedModel;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a curating policy cut comes back by the id that it printed: the same characters from {@code context_retrieve},
 * the same bytes over HTTP, from a ledger that was closed and opened again. {@code -Dambit.cuts=10000} sets how many
 * cuts are made; {@code -Dambit.cuts.first=N} where the seeds start.
 */
class CutsComeBackTest {
    private static final int CUTS = Integer.getInteger("ambit.cuts", 1000);
    private static final long FIRST = Long.getLong("ambit.cuts.first", 0);
    private static final int SESSIONS_A_LEDGER = 8;
    private static final List<String> POLICIES = List.of(
            "balanced",
            "tight",
            "custom:floor=20:slope=0:ceiling=100:code=0:digest=60:maskFrom=1:maskYoung=50:maskOld=50:maskOldAfter=1:maskGain=1",
            "custom:maskFrom=4:maskOldAfter=3:maskGain=1");

    @TempDir
    Path data;

    @Test
    void cut_afterRestart_comesBackByteForByte() throws Exception {
        int cuts = 0;
        int boundaries = 0;
        long seed = FIRST;
        for (int batch = 0; cuts < CUTS; batch++) {
            Path folder = data.resolve("outputs-" + batch);
            List<PlayedSession> played = new ArrayList<>();
            try (Ledger ledger = SqliteLedger.open(folder)) {
                for (int n = 0; n < SESSIONS_A_LEDGER; n++) {
                    played.add(anyOutputs(new Seed(seed++), ledger));
                }
            }
            cuts += assertAllComeBack(folder, played);
            boundaries +=
                    played.stream().mapToInt(session -> session.boundaries).sum();
        }
        System.out.println(cuts + " cuts of " + (seed - FIRST) + " sessions came back; " + boundaries + " boundaries");
        assertThat(boundaries).as("boundaries at which outputs were masked").isPositive();
    }

    @Test
    void pointer_afterRestart_leadsToTheLinesThatItStandsFor() throws Exception {
        int pointers = 0;
        long seed = FIRST;
        for (int batch = 0; pointers < CUTS / 4; batch++) {
            Path folder = data.resolve("views-" + batch);
            List<PlayedSession> played = new ArrayList<>();
            try (Ledger ledger = SqliteLedger.open(folder)) {
                for (int n = 0; n < SESSIONS_A_LEDGER; n++) {
                    played.add(viewsOfFiles(new Seed(seed++), ledger));
                }
            }
            assertAllComeBack(folder, played);
            try (Ledger ledger = SqliteLedger.open(folder)) {
                for (PlayedSession session : played) {
                    List<LedgerOutput> outputs = ledger.outputs(session.space, session.id);
                    for (PlayedSession.LinePointer pointer : session.pointers) {
                        assertLeads(pointer, retrieve(pointer.id(), outputs));
                        pointers++;
                    }
                }
            }
        }
        System.out.println(pointers + " pointers of " + (seed - FIRST) + " sessions lead to their lines");
    }

    private static PlayedSession anyOutputs(Seed seed, Ledger ledger) {
        SplittableRandom random = seed.random();
        PlayedSession session = session(seed, random);
        for (int steps = 6 + random.nextInt(20); steps > 0; steps--) {
            String output = GeneratedOutputs.random(random);
            if (!session.outputs.isEmpty() && random.nextInt(4) == 0) {
                String before = Seed.pick(random, session.outputs);
                output = random.nextBoolean() ? before : GeneratedOutputs.damaged(before, random);
            }
            step(session, seed, ledger, random, output);
        }
        return session;
    }

    /** Files of lines that are all different, of which parts are read, with numbers or without, and read again. */
    private static PlayedSession viewsOfFiles(Seed seed, Ledger ledger) {
        SplittableRandom random = seed.random();
        PlayedSession session = session(seed, random);
        int size = 20 + random.nextInt(200);
        for (int steps = 6 + random.nextInt(20); steps > 0; steps--) {
            int file = random.nextInt(3);
            int from = random.nextInt(size);
            boolean numbered = random.nextBoolean();
            StringBuilder view = new StringBuilder();
            for (int line = from; line < Math.min(size, from + 5 + random.nextInt(60)); line++) {
                view.append(numbered ? "%6d\t".formatted(line + 1) : "")
                        .append(line(seed, file, line))
                        .append('\n');
            }
            step(session, seed, ledger, random, view.toString());
        }
        return session;
    }

    private static String line(Seed seed, int file, int line) {
        return "  value_" + file + "_" + line + " = compute("
                + Long.toHexString(seed.value() * 31 + line * 7919L + file) + ", part " + line % 7 + ");";
    }

    private static PlayedSession session(Seed seed, SplittableRandom random) {
        ContextPolicy policy = Policies.parse(POLICIES.get((int) (seed.value() % POLICIES.size())));
        return new PlayedSession(new Space("space-" + seed.value()), policy, random.nextBoolean());
    }

    private static void step(PlayedSession session, Seed seed, Ledger ledger, SplittableRandom random, String output) {
        try {
            session.step(ledger, random.nextBoolean() ? "read" : "shell", output);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(seed.toString(), e);
        }
    }

    /** Returns how many there were. */
    private static int assertAllComeBack(Path folder, List<PlayedSession> played) throws Exception {
        int cuts = 0;
        try (RunningServer running = RunningServer.start(
                SqliteLedger.open(folder),
                Policies.parse("balanced"),
                settings -> settings,
                ScriptedModel.start(ScriptedAnswer.text("ok")))) {
            for (PlayedSession session : played) {
                List<LedgerOutput> outputs = running.ledger.outputs(session.space, session.id);
                for (PlayedSession.Marker marker : session.markers) {
                    assertThat(retrieve(marker.id(), outputs))
                            .as("%s, id %s", session.space, marker.id())
                            .isEqualTo(marker.original());
                    assertThat(overHttp(running, session, marker.id()))
                            .as("%s, id %s over HTTP", session.space, marker.id())
                            .isEqualTo(Utf8.encode(marker.original()));
                    cuts++;
                }
                // What its author marked as private is not stored; the output itself stays shown as it came.
                List<String> stored =
                        session.outputs.stream().map(PrivateText::blank).toList();
                for (PlayedSession.LinePointer pointer : session.pointers) {
                    assertThat(stored)
                            .as("%s, pointer to %s", session.space, pointer.id())
                            .contains(retrieve(pointer.id(), outputs));
                }
            }
        }
        return cuts;
    }

    private static String retrieve(String id, List<LedgerOutput> outputs) {
        return Retrieval.answer("{\"id\":\"" + id + "\"}", outputs);
    }

    private static byte[] overHttp(RunningServer running, PlayedSession session, String id) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(running.uri(
                        "/rest/outputs/" + id + "?space=" + session.space.id() + "&session=" + session.id.value()))
                .header("Authorization", "Bearer " + RunningServer.TOKEN)
                .build();
        return RunningServer.CLIENT
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static void assertLeads(PlayedSession.LinePointer pointer, String retrieved) {
        Set<String> there = new HashSet<>(contents(retrieved));
        List<String> lines = contents(pointer.of());
        if (pointer.count() == 0) {
            int offset = Integer.parseInt(pointer.of().strip().split("\t", 2)[0]);
            assertThat(there)
                    .as("%s", pointer)
                    .containsAll(lines.subList(pointer.first() - offset, pointer.last() - offset + 1));
            return;
        }
        boolean found = false;
        for (int from = 0; from + pointer.count() <= lines.size() && !found; from++) {
            found = there.containsAll(lines.subList(from, from + pointer.count()));
        }
        assertThat(found)
                .as("%s lines of it in %s: %s", pointer.count(), retrieved, pointer)
                .isTrue();
    }

    /** The lines without their numbers. */
    private static List<String> contents(String view) {
        return view.lines().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
    }
}
