package io.ambit.cli.connect;

import java.util.List;
import java.util.Optional;

/** An agent that can be pointed at Ambit. */
interface Client {

    /** What the command line calls it: {@code claude-code}. */
    String name();

    /** What its makers call it. */
    String title();

    /** Whether it is on this machine. */
    boolean isFound();

    /** Whether Ambit is tested with it; otherwise its configuration is shown, and never written. */
    boolean isTested();

    /** What is to stand in its configuration, in the order in which it is written. */
    List<Change> changes();

    /** How its requests to models are led through {@code ambit start}, a line each; none where the gateway cannot yet. */
    List<String> gateway();

    /**
     * What does so for good; empty where that is not written.
     *
     * @param models to offer, where the client takes only those that are named
     */
    default Optional<LastingAddress> lasting(List<String> models) {
        return Optional.empty();
    }
}
