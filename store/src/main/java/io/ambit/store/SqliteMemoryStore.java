package io.ambit.store;

import io.ambit.core.record.Block;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BlockStore;
import io.ambit.core.spi.FactQuery;
import io.ambit.core.spi.FactVersion;
import io.ambit.core.spi.ItemAccesses;
import io.ambit.core.spi.MemoryReport;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.spi.RecordSelection;
import io.ambit.core.spi.TextVectors;
import io.ambit.store.index.VectorCache;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Memory in one SQLite file, {@code ambit.db} in the data folder, the same that holds the ledger. Several processes may
 * open it at once.
 */
public final class SqliteMemoryStore implements MemoryStore, BlockStore {
    private static final String TURNS = RecordRow.SELECT
            + " AND r.turn_session = ? AND r.turn_position BETWEEN ? AND ? AND r.state < 2"
            + " ORDER BY r.turn_position, r.id";

    private final Database database;
    private final Spaces spaces;
    private final RecordForgetting forgetting;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SqliteMemoryStore(Database database) {
        this.database = database;
        this.spaces = new Spaces(database);
        this.forgetting = new RecordForgetting(database);
    }

    /**
     * Opens the memory of a data folder. An older database is copied to {@code ambit.db.bak-vN} and brought up to date.
     *
     * @throws io.ambit.core.error.AmbitException where the folder cannot be used, or a newer program has written the
     *     database
     */
    public static SqliteMemoryStore open(Path dataFolder) {
        return on(new Database(Schema.CURRENT.prepare(dataFolder)));
    }

    static SqliteMemoryStore on(Database database) {
        return new SqliteMemoryStore(database);
    }

    @Override
    public List<Stored> add(List<Draft> drafts, Instant now) {
        drafts.forEach(draft -> spaces.number(draft.space()));
        record Written(long space, Space name, RecordWrites.Added added) {}
        return database.write(sql -> {
            List<Written> written = new ArrayList<>();
            for (Draft draft : drafts) {
                long space = spaces.number(draft.space());
                RecordWrites.add(sql, space, draft, now)
                        .ifPresent(added -> written.add(new Written(space, draft.space(), added)));
            }
            // Read when all are written: a later draft may have closed the fact of an earlier one.
            List<Stored> stored = new ArrayList<>();
            for (Written one : written) {
                RecordRow.find(sql, one.space(), one.name(), one.added().id())
                        .ifPresent(row ->
                                stored.add(new Stored(row.record(), one.added().isNew())));
            }
            return stored;
        });
    }

    @Override
    public Optional<MemoryRecord> find(Space space, RecordId id) {
        return find(space, List.of(id)).stream().findFirst();
    }

    @Override
    public List<MemoryRecord> find(Space space, Collection<RecordId> ids) {
        return read(space, List.of(), (sql, number) -> {
            List<MemoryRecord> found = new ArrayList<>();
            ids.forEach(id -> RecordRow.find(sql, number, space, id).ifPresent(row -> found.add(row.record())));
            return found;
        });
    }

    @Override
    public List<MemoryRecord> list(Space space, RecordSelection selection) {
        return read(
                space,
                List.of(),
                (sql, number) -> RecordQuery.list(sql, number, space, selection).stream()
                        .map(RecordRow::record)
                        .toList());
    }

    @Override
    public long count(Space space, RecordSelection selection) {
        return read(space, 0L, (sql, number) -> RecordQuery.count(sql, number, selection));
    }

    @Override
    public List<MemoryRecord> turns(Space space, String session, int from, int to) {
        return read(
                space,
                List.of(),
                (sql, number) -> sql.readable(
                        TURNS, row -> RecordRow.read(row, space).record(), number, RecordRow.bytes(session), from, to));
    }

    @Override
    public MemoryRecord replace(Space space, RecordId id, Content content, double confidence, Instant now) {
        long number = spaces.find(space).orElseThrow(() -> RecordWrites.unknown(id));
        return database.write(sql -> {
            RecordWrites.replace(sql, number, id, content, confidence, now);
            return RecordRow.find(sql, number, space, id)
                    .orElseThrow(() -> RecordWrites.unknown(id))
                    .record();
        });
    }

    @Override
    public boolean archive(Space space, RecordId id, boolean archived, Instant now) {
        return write(space, false, (sql, number) -> RecordWrites.archive(sql, number, id, archived, now));
    }

    @Override
    public boolean forget(Space space, RecordId id, Instant now) {
        OptionalLong number = spaces.find(space);
        return number.isPresent() && forgetting.forget(number.getAsLong(), id, now);
    }

    @Override
    public int forgetAll(Space space, RecordSelection selection, Instant now) {
        OptionalLong number = spaces.find(space);
        return number.isPresent() ? forgetting.forgetAll(number.getAsLong(), selection, now) : 0;
    }

    @Override
    public boolean isForgotten(Space space, RecordId id) {
        return read(space, false, (sql, number) -> RecordForgetting.isForgotten(sql, number, id));
    }

    @Override
    public boolean isForgotten(Space space, String source, String key) {
        return read(space, false, (sql, number) -> RecordForgetting.isForgotten(sql, number, source, key));
    }

    @Override
    public void used(Space space, Collection<RecordId> ids, Instant now) {
        write(space, 0, (sql, number) -> RecordWrites.used(sql, number, ids, now));
    }

    @Override
    public void link(Link link) {
        spaces.number(link.space());
        write(link.space(), 0, (sql, number) -> LinkRows.add(sql, number, link));
    }

    @Override
    public boolean unlink(Space space, RecordId from, LinkType type, RecordId to) {
        return write(space, false, (sql, number) -> LinkRows.remove(sql, number, from, type, to));
    }

    @Override
    public List<Link> links(Space space, Collection<RecordId> ids) {
        return read(space, List.of(), (sql, number) -> LinkRows.of(sql, number, space, ids));
    }

    /** All links of a space, oldest first. */
    public List<Link> links(Space space) {
        return read(space, List.of(), (sql, number) -> LinkRows.all(sql, number, space));
    }

    /** When each record of a space was stored, changed and used, archived ones included, in the order of storage. */
    public List<TemporalEdge> temporalEdges(Space space) {
        return read(
                space,
                List.of(),
                (sql, number) -> sql.readable(
                        "SELECT name, created, updated, last_used FROM records WHERE space = ? AND state < 2"
                                + " ORDER BY id",
                        row -> new TemporalEdge(
                                new RecordId(row.getString("name")),
                                TimeBytes.read(row, "created"),
                                TimeBytes.read(row, "updated"),
                                TimeBytes.readOrNull(row, "last_used")),
                        number));
    }

    @Override
    public List<FactVersion> facts(Space space, FactQuery query) {
        return read(space, List.of(), (sql, number) -> FactReads.of(sql, number, query));
    }

    @Override
    public long sequence(Space space) {
        return read(space, 0L, Numbering::sequence);
    }

    @Override
    public List<Change> changes(Space space, long after, int limit) {
        return read(
                space,
                List.of(),
                (sql, number) -> sql.readable(
                        "SELECT sequence, name, state FROM records WHERE space = ? AND sequence > ?"
                                + " ORDER BY sequence LIMIT ?",
                        row -> new Change(
                                row.getLong(1), new RecordId(row.getString(2)), RecordRow.state(row.getInt(3))),
                        number,
                        after,
                        limit));
    }

    @Override
    public List<Space> spaces() {
        return database.read(RecordForgetting::spaces);
    }

    @Override
    public MemoryReport verify() {
        return database.read(MemoryVerification::of);
    }

    @Override
    public void put(Block block) {
        spaces.number(block.space());
        write(block.space(), 0, (sql, number) -> PromptBlocks.put(sql, number, block));
    }

    @Override
    public Optional<Block> block(Space space, String label) {
        return read(space, Optional.empty(), (sql, number) -> PromptBlocks.find(sql, number, space, label));
    }

    @Override
    public List<Block> blocks(Space space, String query) {
        return read(space, List.of(), (sql, number) -> PromptBlocks.search(sql, number, space, query));
    }

    @Override
    public List<Block> history(Space space, String label) {
        return read(space, List.of(), (sql, number) -> PromptBlocks.history(sql, number, space, label));
    }

    @Override
    public boolean deleteBlock(Space space, String label) {
        boolean found = write(space, false, (sql, number) -> PromptBlocks.delete(sql, number, label));
        if (found) {
            database.emptyLog();
        }
        return found;
    }

    /** Where the vectors of this store's records are kept; closes with the store. */
    public VectorCache vectors() {
        return new SqliteVectors(database, spaces);
    }

    /** Where the vectors of a space's backlog are kept; closes with the store. */
    public TextVectors textVectors(Space space) {
        return new SqliteTextVectors(database, spaces, space, "text_vectors");
    }

    /** When the items of a space's backlog were opened; closes with the store. */
    public ItemAccesses itemAccesses(Space space) {
        return itemAccesses(space, SqliteItemAccesses.KEPT);
    }

    ItemAccesses itemAccesses(Space space, int kept) {
        return new SqliteItemAccesses(database, spaces, space, kept);
    }

    private <T> T read(Space space, T ofUnknown, BiFunction<Sql, Long, T> work) {
        OptionalLong number = spaces.find(space);
        return number.isPresent() ? database.read(sql -> work.apply(sql, number.getAsLong())) : ofUnknown;
    }

    private <T> T write(Space space, T ofUnknown, BiFunction<Sql, Long, T> work) {
        OptionalLong number = spaces.find(space);
        return number.isPresent() ? database.write(sql -> work.apply(sql, number.getAsLong())) : ofUnknown;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            database.close();
        }
    }
}
