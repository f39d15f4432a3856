package io.ambit.core.spi;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.List;

/** The definitions of tools that passed. Nothing crosses a {@link Space}. Thread-safe. */
public interface ToolStore extends AutoCloseable {

    /** Notes what a session's request offered; a definition is stored once, however often it passes. */
    void offered(Space space, SessionId session, List<ToolDefinition> tools, Instant at);

    /** The newest definition of each name and server that passed in a space, by name. */
    List<ToolDefinition> tools(Space space);

    /** What a session was offered, in the order it first was; nothing for an unknown one. */
    List<ToolDefinition> tools(Space space, SessionId session);

    /** Each definition that passed in a space, with the sessions that were offered it, by name. */
    List<Offered> offers(Space space);

    /**
     * A definition, and who was offered it.
     *
     * @param sessions each once
     */
    record Offered(ToolDefinition tool, List<SessionId> sessions) {}

    @Override
    void close();
}
