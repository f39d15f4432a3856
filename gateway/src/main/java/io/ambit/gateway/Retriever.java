package io.ambit.gateway;

import io.ambit.core.context.Retrieval;
import io.ambit.core.message.Part;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.SessionState;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers calls of {@code context_retrieve} from the ledger. */
final class Retriever {
    private static final Logger LOG = LoggerFactory.getLogger(Retriever.class);

    private final Ledger ledger;
    private final LedgerThreads threads;
    private final Duration limit;

    Retriever(Ledger ledger, LedgerThreads threads, Duration limit) {
        this.ledger = ledger;
        this.threads = threads;
        this.limit = limit;
    }

    /** One result for each call, in order; a failure is told to the model in place of the output. */
    List<String> answer(Prepared prepared, List<Part.ToolCall> calls) {
        List<LedgerOutput> outputs = outputs(prepared);
        List<String> results = new ArrayList<>();
        for (Part.ToolCall call : calls) {
            results.add(outputs == null ? "The store of outputs cannot be read now." : result(prepared, call, outputs));
        }
        return results;
    }

    private String result(Prepared prepared, Part.ToolCall call, List<LedgerOutput> outputs) {
        try {
            return Retrieval.answer(call.arguments(), known(prepared, call, outputs));
        } catch (RuntimeException e) {
            LOG.warn("a retrieval failed", e);
            return "The retrieval failed.";
        }
    }

    /**
     * The session's outputs; where the call names one by an id that is not among them, that one, if another session of
     * the same space has it: agents that work together tell each other ids.
     */
    private List<LedgerOutput> known(Prepared prepared, Part.ToolCall call, List<LedgerOutput> outputs) {
        OutputId id = Retrieval.idIn(call.arguments());
        SessionState session = session(prepared);
        if (id == null || session == null || Retrieval.holds(id, outputs)) {
            return outputs;
        }
        String text =
                read(session, () -> ledger.output(session.space(), null, id).orElse(null));
        return text == null ? outputs : List.of(new LedgerOutput(0, "", "", "", id, Hash.of(text), text, false));
    }

    private @Nullable List<LedgerOutput> outputs(Prepared prepared) {
        SessionState session = session(prepared);
        return session == null ? null : read(session, () -> ledger.outputs(session.space(), session.id()));
    }

    private static @Nullable SessionState session(Prepared prepared) {
        Prepared.Step step = prepared.step();
        return step == null ? null : step.session();
    }

    /** What the ledger says within the time it has; null where it says nothing. */
    private <T> @Nullable T read(SessionState session, Callable<@Nullable T> question) {
        try {
            return threads.submit(question).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            LOG.warn("the outputs of session {} cannot be read", session.id(), e);
            return null;
        }
    }
}
