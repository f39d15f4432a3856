package io.ambit.core.context.assembly;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.context.assembly.insight.CapturedInsight;
import io.ambit.core.context.assembly.insight.InsightDraft;
import io.ambit.core.context.assembly.preference.ForgetfulPreferences;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.memory.Memory;
import io.ambit.core.memory.ReadableSpaces;
import io.ambit.core.memory.care.CareSettings;
import io.ambit.core.record.Block;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BlockStore;
import io.ambit.core.spi.TokenCounter;
import io.ambit.testkit.HeapMemoryJournal;
import io.ambit.testkit.HeapMemoryStore;
import io.ambit.testkit.WordIndex;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;

/** A project on the heap: backlog and memory that a test fills, and what is put together of them. */
public final class Desk {
    public static final Space SPACE = new Space("parcels");
    public static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

    public final HeapBacklog backlog = new HeapBacklog();
    public final HeapMemoryStore store = new HeapMemoryStore();
    public final WordIndex index = new WordIndex(store);
    public final HeapMemoryJournal journal = new HeapMemoryJournal();
    public final TokenCounter tokens;
    public Instant now = NOW;
    public final InstantSource clock = () -> {
        now = now.plusMillis(1);
        return now;
    };
    public final Memory memory;
    public final ForgetfulPreferences preferences = new ForgetfulPreferences();
    public final ProjectContext context;

    public Desk() {
        this(new BpeTokenCounter());
    }

    Desk(TokenCounter tokens) {
        this.tokens = tokens;
        this.memory = new Memory(
                store,
                noBlocks(),
                index,
                journal,
                tokens,
                ReadableSpaces.NONE,
                CareSettings.DEFAULT,
                clock,
                space -> {});
        this.context =
                new ProjectContext(SPACE, new Backlog(backlog.store, new SharedWords(), clock), memory, preferences);
    }

    /** No test here has to do with blocks. */
    private static BlockStore noBlocks() {
        return (BlockStore) Proxy.newProxyInstance(
                Block.class.getClassLoader(), new Class<?>[] {BlockStore.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    public CapturedInsight insight(String type, String content, String context) {
        return context().captureInsight(new InsightDraft(content, context, type, "agent:tester"));
    }

    public ProjectContext context() {
        return context;
    }

    AssembledContext forTask(String id, int maxTokens) {
        return context.assemble(new AssembleRequest(id, null, null, maxTokens));
    }

    AssembledContext forEpic(String id, int maxTokens) {
        return context.assemble(new AssembleRequest(null, id, null, maxTokens));
    }

    AssembledContext forQuery(String query, int maxTokens) {
        return context.assemble(new AssembleRequest(null, null, query, maxTokens));
    }
}
