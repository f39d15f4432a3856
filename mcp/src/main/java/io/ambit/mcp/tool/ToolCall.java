package io.ambit.mcp.tool;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.spi.Ledger;
import io.ambit.core.tooluse.ToolUse;
import java.util.Map;
import java.util.Optional;

/** A call that is being carried out, and who made it. */
public interface ToolCall {

    /** The project that the client works in. */
    ProjectContext project();

    Ledger ledger();

    /** Advice on the tools of that project. */
    ToolUse tools();

    /** The client's name as it gave it, for provenance. */
    String client();

    /** The client's session, by which what is shown and opened is counted; its name where it has none of its own. */
    default String session() {
        return client();
    }

    /**
     * Says how far a long call is; does nothing where the client did not ask for it.
     *
     * @param done of {@code total}
     */
    void progress(double done, double total, String message);

    /** Whether the client gave the call up; a long call looks now and then and ends early. */
    boolean isCancelled();

    /** Whether a person can be asked through the client. */
    boolean canAsk();

    /**
     * Asks a person, and waits for the answer.
     *
     * @param message what is asked
     * @param schema JSON Schema of the answer: an object of plain values
     * @return empty where the person declined or the client cannot ask
     */
    Optional<Map<String, Object>> ask(String message, Map<String, Object> schema);
}
