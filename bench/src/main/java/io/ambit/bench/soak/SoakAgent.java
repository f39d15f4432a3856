package io.ambit.bench.soak;

import io.ambit.bench.dialect.Dialect;
import io.ambit.bench.dialect.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One agent: sessions of many steps, one after the other, each in a format of its own, each answer checked. */
final class SoakAgent {
    private static final int MAX_TURNS = 14;
    private static final int OUTPUT_LINES = 60;

    private final int port;
    private final String refusing;
    private final List<Dialect> dialects;
    private final SoakTally tally;
    private final Duration pause;
    private final SplittableRandom random;

    /**
     * An agent that has done nothing yet.
     *
     * @param refusing prefix of paths that go to where nothing listens
     * @param pause before each request
     */
    SoakAgent(int port, String refusing, List<Dialect> dialects, SoakTally tally, Duration pause, long seed) {
        this.port = port;
        this.refusing = refusing;
        this.dialects = dialects;
        this.tally = tally;
        this.pause = pause;
        this.random = new SplittableRandom(seed);
    }

    void run() {
        while (tally.goesOn()) {
            session(dialects.get(random.nextInt(dialects.size())));
        }
    }

    private void session(Dialect dialect) {
        List<Turn> turns = new ArrayList<>();
        long id = random.nextLong(1_000_000_000);
        SoakClient client = null;
        try {
            for (int t = 0; t < MAX_TURNS && tally.goesOn(); t++) {
                LockSupport.parkNanos(pause.toNanos());
                Fault fault = Fault.pick(random);
                Script script = new Script(dialect.format(), fault, random.nextLong(1L << 40), random.nextBoolean());
                String body = dialect.request(turns, "Step " + t + " of task " + id, script.stream());
                client = client == null ? new SoakClient(port) : client;
                if (!step(client, dialect, script, body.getBytes(StandardCharsets.UTF_8))) {
                    client.close();
                    client = null;
                }
                turns.add(new Turn("Step " + t + " of task " + id, "read", "{\"path\":\"f" + t + "\"}", output(id, t)));
            }
        } catch (IOException e) {
            tally.wrong(dialect.format().title() + ": " + e);
        } finally {
            close(client);
        }
    }

    private static void close(@Nullable SoakClient client) {
        try {
            if (client != null) {
                client.close();
            }
        } catch (IOException e) {
            // it is of no more use either way
        }
    }

    /** Returns whether the connection may be used again. */
    private boolean step(SoakClient client, Dialect dialect, Script script, byte[] body) throws IOException {
        String path = dialect.format().path();
        client.ask(script.fault() == Fault.REFUSED ? refusing + path : path, dialect.header(), script, body);
        tally.asked(body.length);
        if (script.fault() == Fault.LEFT) {
            if (random.nextBoolean()) {
                client.begin();
            }
            return false;
        }
        SoakClient.Answer answer = client.answer();
        String wrong = wrong(script, answer);
        if (!wrong.isEmpty()) {
            tally.wrong(script.text() + ": " + wrong);
        }
        return answer.whole() && answer.status() < 400;
    }

    /** What is wrong with an answer, "" where nothing is. */
    private static String wrong(Script script, SoakClient.Answer answer) {
        return switch (script.fault()) {
            case NONE, SLOW, LEFT -> same(answer, 200, script.answer().body());
            case GARBAGE -> same(answer, 200, script.garbage());
            case LIMITED -> same(answer, 429, Script.LIMITED_BODY.getBytes(StandardCharsets.UTF_8));
            case FAILED -> same(answer, 500, Script.FAILED_BODY.getBytes(StandardCharsets.UTF_8));
            case REFUSED, CLOSED -> status(answer, 502);
            case SILENT -> status(answer, 504);
            // What was begun cannot become an error any more: it must not look like a whole answer.
            case RESET, STALLED ->
                answer.whole() && answer.status() < 500 ? "an answer that broke off looks whole" : "";
        };
    }

    private static String same(SoakClient.Answer answer, int status, byte[] body) {
        String wrong = status(answer, status);
        if (wrong.isEmpty() && !Arrays.equals(answer.body(), body)) {
            return "body of " + answer.body().length + " bytes, expected another of " + body.length;
        }
        return wrong;
    }

    private static String status(SoakClient.Answer answer, int expected) {
        if (answer.status() != expected) {
            String body = new String(answer.body(), StandardCharsets.UTF_8);
            return "status " + answer.status() + ", expected " + expected + ": "
                    + body.substring(0, Math.min(200, body.length()));
        }
        return answer.whole() ? "" : "broken off after " + answer.body().length + " bytes";
    }

    private String output(long id, int turn) {
        StringBuilder out = new StringBuilder();
        int lines = 1 + random.nextInt(OUTPUT_LINES);
        for (int i = 0; i < lines; i++) {
            out.append("2026-01-01T00:00:")
                    .append(i % 60)
                    .append(" INFO task ")
                    .append(id)
                    .append(" turn ")
                    .append(turn)
                    .append(" compiled module ")
                    .append(random.nextInt(40))
                    .append(" in ")
                    .append(random.nextInt(900))
                    .append(" ms\n");
        }
        return out.toString();
    }
}
