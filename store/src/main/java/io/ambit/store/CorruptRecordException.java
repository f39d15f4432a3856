package io.ambit.store;

import io.ambit.core.error.AmbitException;

/** A record does not hold what was written; reads go on without it. */
final class CorruptRecordException extends AmbitException {
    CorruptRecordException(String message) {
        super(message);
    }
}
