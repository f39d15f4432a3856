package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.RetriableException;
import java.sql.SQLException;

/** What SQLite reports, in the terms of the ports. */
final class Faults {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int PRIMARY_CODE = 0xFF;

    private Faults() {}

    static AmbitException of(SQLException cause) {
        String message = "database: " + cause.getMessage();
        return switch (cause.getErrorCode() & PRIMARY_CODE) {
            case BUSY, LOCKED, FULL, CANNOT_OPEN -> new RetriableException(message, cause);
            default -> new AmbitException(message, cause);
        };
    }
}
