package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Block;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BlockStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BlockStore} does. */
public abstract class BlockContract {
    private static final Space SPACE = Space.DEFAULT;
    private static final Space OTHER = new Space("other");
    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00.000000001Z");

    protected @Nullable BlockStore opened;

    /** Opens an empty store. */
    protected abstract BlockStore openStore();

    @BeforeEach
    void open() {
        opened = openStore();
    }

    private BlockStore store() {
        return Objects.requireNonNull(opened);
    }

    private static Block block(Space space, String label, String value) {
        return new Block("block-1", space, label, value, "what it is for", 200, "", Map.of(), false, true, NOW, null);
    }

    @Test
    void put_allFields_comeBack() {
        Block block = new Block(
                "id \ud800",
                SPACE,
                "human",
                "Ann\u0000 \"likes\"\n tea",
                "d",
                100,
                "basic",
                Map.of("k", "v", "odd \"key\"", "\udc00"),
                true,
                false,
                NOW,
                "agent-1");

        store().put(block);

        assertThat(store().block(SPACE, "human")).contains(block);
        assertThat(store().block(SPACE, "persona")).isEmpty();
        assertThat(store().block(OTHER, "human")).isEmpty();
    }

    @Test
    void put_otherValue_keepsTheOldAsHistory() {
        store().put(block(SPACE, "human", "one"));
        store().put(block(SPACE, "human", "two"));
        store().put(block(SPACE, "human", "two"));
        store().put(block(SPACE, "human", "three"));

        assertThat(store().block(SPACE, "human").orElseThrow().value()).isEqualTo("three");
        assertThat(store().history(SPACE, "human")).extracting(Block::value).containsExactly("two", "one");
        assertThat(store().history(SPACE, "persona")).isEmpty();
        assertThat(store().history(OTHER, "human")).isEmpty();
    }

    @Test
    void put_sameValueOtherFields_isNoHistory() {
        Block readOnly = new Block("b", SPACE, "human", "one", "", 200, "", Map.of(), true, true, NOW, null);
        store().put(block(SPACE, "human", "one"));
        store().put(readOnly);

        assertThat(store().block(SPACE, "human")).contains(readOnly);
        assertThat(store().history(SPACE, "human")).isEmpty();
    }

    @Test
    void blocks_byWords_areFoundInLabelAndValue() {
        store().put(block(SPACE, "human", "Ann drinks tea"));
        store().put(block(SPACE, "persona", "a helper who drinks nothing"));
        store().put(block(OTHER, "human", "tea"));

        assertThat(labels("")).containsExactly("human", "persona");
        assertThat(labels("DRINKS")).containsExactly("human", "persona");
        assertThat(labels("tea, human")).containsExactly("human");
        assertThat(labels("drink")).as("whole words").isEmpty();
        assertThat(labels("tea persona")).isEmpty();
        assertThat(store().blocks(OTHER, "tea")).hasSize(1);
    }

    @Test
    void deleteBlock_once_takesItsHistoryToo() {
        store().put(block(SPACE, "human", "one"));
        store().put(block(SPACE, "human", "two"));
        store().put(block(OTHER, "human", "other"));

        assertThat(store().deleteBlock(SPACE, "human")).isTrue();
        assertThat(store().deleteBlock(SPACE, "human")).isFalse();
        assertThat(store().block(SPACE, "human")).isEmpty();
        assertThat(store().history(SPACE, "human")).isEmpty();
        assertThat(store().blocks(OTHER, "")).hasSize(1);
    }

    private List<String> labels(String query) {
        return store().blocks(SPACE, query).stream().map(Block::label).toList();
    }
}
