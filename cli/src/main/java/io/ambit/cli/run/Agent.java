package io.ambit.cli.run;

import io.ambit.core.error.AmbitException;

/** How one program is pointed at the gateway, for one process and no other. */
interface Agent {

    /** Its name on the command line. */
    String program();

    /**
     * What its process needs. Nothing is written that other processes of the agent would read.
     *
     * @param door asked only for upstreams that the agent would have asked
     * @throws AmbitException where its requests cannot be led through the gateway; the message says why
     */
    Launch launch(Surroundings around, Doorway door);
}
