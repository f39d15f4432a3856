package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.session.Space;
import io.ambit.core.spi.Ledger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of a {@link Ledger} share. A store's test extends each of them and says how one is opened. */
public abstract class LedgerContract {
    protected static final Space SPACE = Space.DEFAULT;
    protected static final Space OTHER = new Space("other");

    protected Ledger ledger;

    /** Opens the ledger of this test, on the same data each time. */
    protected abstract Ledger openLedger();

    @BeforeEach
    void openFirst() {
        ledger = openLedger();
    }

    @AfterEach
    void closeLast() {
        ledger.close();
    }

    protected final void restart() {
        ledger.close();
        ledger = openLedger();
    }

    protected static Conversation task(String task) {
        return Conversation.about(SPACE, null, task);
    }

    protected static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
