package io.ambit.mcp.tool;

import io.ambit.core.error.AmbitException;

/** The client gave a call up before it was done. What was decided until then stays. */
public final class GivenUpException extends AmbitException {
    public GivenUpException(String tool) {
        super(tool + " was given up by the client");
    }
}
