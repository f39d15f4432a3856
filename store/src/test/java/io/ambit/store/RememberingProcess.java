package io.ambit.store;

import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.testkit.ChildJvm;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A process of its own that adds, replaces, links and forgets records, and says on standard output what the store has
 * acknowledged.
 */
final class RememberingProcess {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private RememberingProcess() {}

    /** What became of a record: its note with this text is there, or nothing of it is. */
    record Acknowledged(RecordId id, String text) {
        static final String FORGOTTEN = "forgotten";

        static Acknowledged read(String line) {
            List<String> words = List.of(line.split(" ", 2));
            return new Acknowledged(new RecordId(words.get(0)), words.get(1));
        }

        @Override
        public String toString() {
            return id + " " + text;
        }
    }

    static Process start(Path folder, String name, int records) throws IOException {
        return ChildJvm.start(RememberingProcess.class, folder, name, records);
    }

    /** Arguments: data folder, a name that no other process has, how many records. */
    public static void main(String[] args) {
        String name = args[1];
        int records = Integer.parseInt(args[2]);
        SplittableRandom random = new SplittableRandom(name.hashCode());
        try (SqliteMemoryStore store = SqliteMemoryStore.open(Path.of(args[0]));
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            RecordId before = null;
            for (int r = 0; r < records; r++) {
                Instant now = START.plusSeconds(r);
                String text = name + " " + r + " "
                        + "word ".repeat(random.nextInt(400)).strip();
                Provenance provenance = Provenance.imported(name, "k" + r);
                RecordId id = store.add(
                                List.of(
                                        Draft.of(Space.DEFAULT, new Document("n", text), provenance, null),
                                        Draft.of(
                                                Space.DEFAULT,
                                                new Fact(name, "is at", "record " + r, true, now, null),
                                                Provenance.imported(name, "f" + r),
                                                null)),
                                now)
                        .getFirst()
                        .record()
                        .id();
                out.println(new Acknowledged(id, text));
                if (random.nextInt(4) == 0) {
                    store.replace(Space.DEFAULT, id, new Document("n", "changed " + text), 1, now);
                    out.println(new Acknowledged(id, "changed " + text));
                }
                if (before != null) {
                    store.link(new Link(Space.DEFAULT, id, LinkType.RELATED_TO, before, name, now));
                }
                if (before != null && random.nextInt(10) == 0) {
                    store.forget(Space.DEFAULT, before, now);
                    out.println(new Acknowledged(before, Acknowledged.FORGOTTEN));
                }
                before = id;
            }
        }
    }
}
