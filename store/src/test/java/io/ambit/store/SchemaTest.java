package io.ambit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.testkit.Conversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    /** The current tables, and one more that stands for a later version's. */
    private static final Schema NEXT = new Schema("io/ambit/store", 1000);

    @TempDir
    Path parent;

    @Test
    void open_newFolder_isForItsOwnerOnly() throws Exception {
        Path folder = parent.resolve("a/b");

        try (SqliteLedger ledger = SqliteLedger.open(folder)) {
            Conversation.about(Space.DEFAULT, null, "a").step(ledger);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as("%s", file)
                            .isEqualTo("rw-------");
                }
            }
        }
    }

    @Test
    void open_newerDatabase_isRefusedInOneLine() {
        NEXT.prepare(parent);

        assertThatThrownBy(() -> SqliteLedger.open(parent))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("ambit.db")
                .hasMessageContaining("version " + NEXT.version())
                .message()
                .doesNotContain("\n");
    }

    @Test
    void prepare_olderDatabase_isCopiedThenMigrated() {
        StepId step;
        Path copy = parent.resolve("ambit.db.bak-v" + Schema.CURRENT.version());
        try (SqliteLedger ledger = SqliteLedger.open(parent)) {
            step = Conversation.about(Space.DEFAULT, null, "a").step(ledger);
            // While it is open, what was written stands in the WAL only.
            Path file = NEXT.prepare(parent);
            try (Database migrated = new Database(file)) {
                assertThat((long) migrated.read(sql -> sql.number("SELECT COUNT(*) FROM later", -1)))
                        .isZero();
                assertThat((long) migrated.read(sql -> sql.number("SELECT COUNT(*) FROM steps", -1)))
                        .isEqualTo(1);
            }
        }
        try (Database copied = new Database(copy)) {
            assertThat((long) copied.read(sql -> sql.number("PRAGMA user_version", -1)))
                    .isEqualTo(Schema.CURRENT.version());
            assertThat((boolean) copied.read(
                            sql -> SessionRow.find(sql, 1, step.session()).isPresent()))
                    .isTrue();
        }
    }

    @Test
    void open_byManyAtOnce_oneMakesTheTables() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StepId>> steps = new ArrayList<>();
            for (int t = 0; t < 6; t++) {
                String task = "task " + t;
                steps.add(threads.submit(() -> {
                    try (SqliteLedger ledger = SqliteLedger.open(parent)) {
                        return Conversation.about(Space.DEFAULT, null, task).step(ledger);
                    }
                }));
            }
            for (Future<StepId> step : steps) {
                assertThat(step.get().number()).isZero();
            }
        }
        try (SqliteLedger ledger = SqliteLedger.open(parent)) {
            assertThat(ledger.sessions(Space.DEFAULT)).hasSize(6);
        }
    }

    @Test
    void open_noFolderButAFile_saysSo() throws Exception {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> SqliteLedger.open(file))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void open_fileThatIsNoDatabase_throws() throws Exception {
        Files.writeString(parent.resolve("ambit.db"), "this is no database, and long enough to be seen as none");

        assertThatThrownBy(() -> SqliteLedger.open(parent)).isInstanceOf(AmbitException.class);
    }
}
