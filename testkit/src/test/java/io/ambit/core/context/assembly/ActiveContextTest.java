package io.ambit.core.context.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.assembly.ambient.ActiveContext;
import io.ambit.core.item.ItemType;
import io.ambit.testkit.Seed;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActiveContextTest {
    private final Desk desk = new Desk();

    private void fill() {
        desk.backlog.add("EPIC-0001", ItemType.EPIC, "Sorting", "in_progress", "");
        desk.backlog.task("TASK-0001", "Build the sorter", "in_progress", "EPIC-0001", "", "blocked_by", "TASK-0002|");
        desk.backlog.task("TASK-0002", "Buy a motor", "open", "EPIC-0001", "");
        desk.backlog.task(
                "TASK-0003", "Paint it", "blocked", "EPIC-0001", "", "blocked_reason", "no colour was chosen yet");
        desk.backlog.task("TASK-0004", "Choose a site", "done", "EPIC-0001", "", "evidence", "lease signed|");
    }

    @Test
    void active_saysWhatIsGoingOn() {
        fill();
        desk.insight("decision", "Motors come from stock", "TASK-0002");
        String text = desk.context.active().text();
        assertThat(text)
                .contains("> TASK-0001 Build the sorter (EPIC-0001); waits for TASK-0002 (open)")
                .contains("> TASK-0003 Paint it: no colour was chosen yet")
                .contains("Motors come from stock")
                .contains("> TASK-0004 Choose a site, done: lease signed")
                .contains("## Next\n> TASK-0002 Buy a motor (EPIC-0001)");
    }

    @Test
    void active_emptyProject_saysSo() {
        assertThat(desk.context.active().text()).contains("Nothing is in progress");
    }

    @Test
    void active_versionChangesOnlyWithTheText() {
        fill();
        ActiveContext before = desk.context.active();
        desk.now = desk.now.plusSeconds(90_000);
        desk.backlog.add("ADR 0001", ItemType.ADR, "Use motors", "Accepted", "Because.");
        assertThat(desk.context.active()).isEqualTo(before);
        desk.backlog.task("TASK-0009", "Oil it", "in_progress", "EPIC-0001", "");
        assertThat(desk.context.active().version()).isNotEqualTo(before.version());
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#twenty")
    void active_anyBacklog_fitsAndStaysQuoted(Seed seed) {
        SplittableRandom random = seed.random();
        for (int i = 0; i < 4; i++) {
            GeneratedBacklog.fill(desk, random);
        }
        ActiveContext active = desk.context.active();
        assertThat(active.text().getBytes(StandardCharsets.UTF_8))
                .as("%s", seed)
                .hasSizeLessThanOrEqualTo(ActiveContext.MAX_BYTES);
        assertThat(desk.context.active()).as("%s", seed).isEqualTo(active);
        assertThat(active.text().lines().skip(2))
                .as("%s", seed)
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("> ")
                        || line.startsWith("## ")
                        || line.startsWith("For more: "));
    }
}
