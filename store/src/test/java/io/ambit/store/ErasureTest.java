package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Fact;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import io.ambit.testkit.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was forgotten is not in the files any more: not in free pages, not in the gaps of others, not in the log. */
class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void forget_amongManyWrites_leavesNoByteOfIt() throws Exception {
        SplittableRandom random = new Seed(3).random();
        Map<RecordId, String> secrets = new HashMap<>();
        List<String> forgotten = new ArrayList<>();
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            for (int i = 0; i < 600; i++) {
                String secret = "secret" + i + "x" + Long.toHexString(random.nextLong()) + "y";
                secrets.put(
                        store.add(List.of(draft(i, secret, random)), NOW)
                                .getFirst()
                                .record()
                                .id(),
                        secret);
                List<RecordId> ids = List.copyOf(secrets.keySet());
                RecordId any = Seed.pick(random, ids);
                if (random.nextInt(3) == 0) {
                    store.used(Space.DEFAULT, List.of(any), NOW);
                    store.archive(Space.DEFAULT, any, random.nextBoolean(), NOW);
                }
                if (random.nextInt(4) == 0) {
                    store.forget(Space.DEFAULT, any, NOW);
                    String gone = secrets.remove(any);
                    if (gone != null) {
                        forgotten.add(gone);
                    }
                }
            }
            assertThat(forgotten).hasSizeGreaterThan(100);
            assertNoneLeft(forgotten);
            assertThat(left(List.copyOf(secrets.values())))
                    .as("what was not forgotten")
                    .hasSameSizeAs(secrets.keySet());

            store.forgetAll(Space.DEFAULT, RecordSelection.LIVE.withArchived(), NOW);
            assertNoneLeft(List.copyOf(secrets.values()));
            assertThat(store.verify().faults()).isEmpty();
        }
        assertNoneLeft(forgotten);
    }

    @Test
    void replace_content_leavesNoByteOfTheOldOnceForgotten() throws Exception {
        try (SqliteMemoryStore store = SqliteMemoryStore.open(folder)) {
            SplittableRandom random = new Seed(4).random();
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                MemoryRecord record = store.add(List.of(draft(i, "first" + i + "z", random)), NOW)
                        .getFirst()
                        .record();
                said.add("first" + i + "z");
                if (record.content() instanceof Document) {
                    String text = "second" + i + "z" + " pad".repeat(random.nextInt(2000));
                    store.replace(Space.DEFAULT, record.id(), new Document("n", text), 1, NOW);
                    said.add("second" + i + "z");
                }
            }
            store.forgetAll(Space.DEFAULT, RecordSelection.LIVE, NOW);
            assertNoneLeft(said);
        }
    }

    private static Draft draft(int i, String secret, SplittableRandom random) {
        Provenance provenance = new Provenance("user" + secret, "file" + secret, "key" + secret, "s" + secret, 1);
        String padding = " padding".repeat(random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(30));
        return switch (i % 3) {
            case 0 -> Draft.of(Space.DEFAULT, new Document(secret, secret + padding), provenance, null);
            case 1 ->
                Draft.of(Space.DEFAULT, new Turn("t" + secret, i, secret, Voice.PERSON, secret), provenance, null);
            default -> Draft.of(Space.DEFAULT, new Fact("Ann", "is", secret, true, NOW, null), provenance, null);
        };
    }

    private void assertNoneLeft(List<String> texts) throws IOException {
        assertThat(left(texts)).as("of %s texts", texts.size()).isEmpty();
    }

    private List<String> left(List<String> texts) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts.stream().filter(text -> all.indexOf(text) >= 0).toList();
    }
}
