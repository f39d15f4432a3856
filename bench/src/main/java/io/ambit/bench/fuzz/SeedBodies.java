package io.ambit.bench.fuzz;

import io.ambit.bench.dialect.Dialect;
import io.ambit.bench.dialect.MadeAnswer;
import io.ambit.bench.dialect.Turn;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Valid requests and answers of one format, to begin with. */
final class SeedBodies {
    private static final List<Turn> TURNS = List.of(
            new Turn(
                    "Fix the build.",
                    "read",
                    "{\"path\":\"src/Main.java\"}",
                    "line 1\nline 2\t\"quoted\"\n\u001b[31mred"),
            new Turn("Höher 🙂 \ud83d lone", "read", "{}", "{\"rows\":[1,2.5,null,\"\\u2028\"]}"),
            new Turn("", "context_retrieve", "{\"output_id\":\"o1\"}", "x".repeat(300)));

    private final List<byte[]> requests = new ArrayList<>();
    private final List<MadeAnswer> answers = new ArrayList<>();

    SeedBodies(Dialect dialect) {
        for (boolean stream : new boolean[] {false, true}) {
            for (int turns = 0; turns <= TURNS.size(); turns++) {
                requests.add(dialect.request(TURNS.subList(0, turns), "And now?", stream)
                        .getBytes(StandardCharsets.UTF_8));
            }
            answers.add(dialect.answer("Done: é 🙂 \"all\" tests pass.", stream));
            answers.add(dialect.call("read", "{\"path\":\"a b\"}", stream));
            answers.add(dialect.call("context_retrieve", "{\"output_id\":\"o1\"}", stream));
        }
    }

    List<byte[]> requests() {
        return requests;
    }

    List<MadeAnswer> answers() {
        return answers;
    }
}
