package io.ambit.bench.imports;

/**
 * Carries what ended an import past the readers, who take errors of their own for errors of the source. Never leaves the
 * package.
 */
final class StoppedImport extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException reason;

    StoppedImport(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
