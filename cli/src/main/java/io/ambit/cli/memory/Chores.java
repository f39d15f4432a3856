package io.ambit.cli.memory;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.memory.MemoryUpkeep.Chore;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.care.CareBudget;
import io.ambit.core.memory.care.CareProgress;
import io.ambit.core.memory.episode.LedgerEpisodes;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import io.ambit.store.SqliteStores;
import io.ambit.store.mirror.MemoryMirror;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is done for memory while a server runs. Each piece is small, so that it never keeps requests waiting. */
final class Chores {
    /** A session that was quiet for so long has come to an end, or to a pause. */
    private static final Duration QUIET = Duration.ofMinutes(2);

    private static final Duration CARE_TIME = Duration.ofSeconds(20);
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final int CARE_STEPS = 200;

    private final Memory memory;
    private final SqliteStores stores;
    private final LedgerEpisodes episodes;
    private final MemoryMirror mirror;
    private final Map<Space, Long> mirrored = new HashMap<>();
    private final Map<Space, Cared> cared = new HashMap<>();

    /** When care was last taken of a space, and of which state. */
    private record Cared(long sequence, Instant at) {}

    Chores(AmbitHome home, Memory memory, SqliteStores stores) {
        this.memory = memory;
        this.stores = stores;
        this.episodes = new LedgerEpisodes(stores.ledger(), memory.gate());
        this.mirror = new MemoryMirror(home.folder());
    }

    List<Chore> all() {
        return List.of(
                new Chore("episodes of sessions", Duration.ofSeconds(30), this::harvest),
                new Chore("mirror", Duration.ofSeconds(60), this::mirror),
                new Chore("consolidation", Duration.ofHours(1), this::consolidate));
    }

    private void harvest() {
        Instant quietSince = memory.now().minus(QUIET);
        Ledger ledger = stores.ledger();
        for (Space space : ledger.spaces()) {
            for (SessionRecord session : ledger.sessions(space).reversed()) {
                if (session.lastRequest().isBefore(quietSince) && episodes.harvest(session, memory.now())) {
                    memory.wasWritten(space);
                }
            }
        }
    }

    private void mirror() {
        for (Space space : memory.store().spaces()) {
            long sequence = memory.store().sequence(space);
            if (mirrored.getOrDefault(space, -1L) != sequence) {
                mirror.write(
                        space,
                        memory.disclosure(),
                        memory.economics(),
                        memory.journal().successByStrategy(space),
                        memory.now());
                mirrored.put(space, sequence);
            }
        }
    }

    /** Where something was written, and once a day where time alone has passed. */
    private void consolidate() {
        for (Space space : memory.store().spaces()) {
            Cared last = cared.get(space);
            Instant now = memory.now();
            if (last != null
                    && last.sequence() == memory.store().sequence(space)
                    && now.isBefore(last.at().plus(ONE_DAY))) {
                continue;
            }
            CareBudget budget = new CareBudget(CARE_STEPS, now.plus(CARE_TIME), memory.clock());
            if (!memory.care().run(space, budget, CareProgress.SILENT).done().isEmpty()) {
                memory.wasWritten(space);
            }
            cared.put(space, new Cared(memory.store().sequence(space), now));
        }
    }
}
