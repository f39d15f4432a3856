package io.ambit.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.ContextPolicy.SummaryRequest;
import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.session.Summary;
import io.ambit.core.spi.Ledger;
import io.ambit.testkit.Seed;
import io.ambit.testkit.Transcripts;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SummaryQueueTest {
    private static final SessionId SESSION = new SessionId("s-1");
    private static final Transcript WHOLE = Transcripts.random(new Seed(9).random(), 30);

    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    private final Semaphore mayFinish = new Semaphore(0);
    private final AtomicInteger running = new AtomicInteger();

    /** The two methods of the ledger that the queue writes with. */
    private final Ledger ledger = (Ledger) Proxy.newProxyInstance(
            Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                switch (method.getName()) {
                    case "addSummary" -> written.add("summary " + ((Summary) arguments[2]).from());
                    case "countSummaryFailure" -> written.add("failure");
                    default -> throw new AssertionError(method);
                }
                return null;
            });

    private static SummaryRequest due(int from) {
        return new SummaryRequest(WHOLE.first(from + 1), from, from + 9, 500);
    }

    @Test
    void add_severalDue_makesThemOneAtATimeInOrderAndCountsFailures() throws Exception {
        SummaryQueue queue = new SummaryQueue(ledger, (snapshot, from, to, maxTokens) -> {
            assertThat(running.incrementAndGet()).isEqualTo(1);
            mayFinish.acquireUninterruptibly();
            running.decrementAndGet();
            if (from == 10) {
                throw new AmbitException("no model");
            }
            return "text";
        });
        queue.add(Space.DEFAULT, SESSION, List.of(due(0), due(10)));
        // Falls due again at the next step, while it is still being made: it is not made twice.
        queue.add(Space.DEFAULT, SESSION, List.of(due(0), due(10), due(20)));
        mayFinish.release(10);

        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("summary 0");
        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("failure");
        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("summary 20");
        queue.add(Space.DEFAULT, SESSION, List.of(due(10)));
        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("failure");
        assertThat(written).isEmpty();
    }
}
