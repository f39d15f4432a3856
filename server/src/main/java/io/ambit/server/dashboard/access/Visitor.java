package io.ambit.server.dashboard.access;

/**
 * Somebody who may look.
 *
 * @param csrf what has to come back with everything that changes something: pages of other sites cannot read it
 */
public record Visitor(String csrf) {
    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "visitor";
    }
}
