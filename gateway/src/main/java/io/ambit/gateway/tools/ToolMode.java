package io.ambit.gateway.tools;

/** How far the gateway goes with the tools of agents; each mode does what those before it do. */
public enum ToolMode {
    /** Nothing is noted and nothing changes. */
    OFF,
    /** The definitions that pass are noted. */
    OBSERVE,
    /** A short note follows the result of a call that failed. */
    ADVISE,
    /** What is certainly wrong with a call is set right before the client sees it. */
    REPAIR;

    /** Whether it does what {@code other} does. */
    public boolean includes(ToolMode other) {
        return compareTo(other) >= 0;
    }
}
