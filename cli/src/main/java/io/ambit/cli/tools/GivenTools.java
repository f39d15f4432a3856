package io.ambit.cli.tools;

import io.ambit.core.session.SessionId;
import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolStore;
import io.ambit.core.tool.ToolDefinition;
import java.time.Instant;
import java.util.List;

/** Definitions that a person gave, in the place of those that passed; what sessions were offered stays as it was. */
final class GivenTools implements ToolStore {
    private final List<ToolDefinition> given;
    private final ToolStore passed;

    GivenTools(List<ToolDefinition> given, ToolStore passed) {
        this.given = List.copyOf(given);
        this.passed = passed;
    }

    @Override
    public void offered(Space space, SessionId session, List<ToolDefinition> tools, Instant at) {
        passed.offered(space, session, tools, at);
    }

    @Override
    public List<ToolDefinition> tools(Space space) {
        return given;
    }

    @Override
    public List<ToolDefinition> tools(Space space, SessionId session) {
        return passed.tools(space, session);
    }

    @Override
    public List<Offered> offers(Space space) {
        return passed.offers(space);
    }

    @Override
    public void close() {
        passed.close();
    }
}
