package io.ambit.cli.run;

import java.net.URI;

/** The gateway, as a run sees it: an address in place of each upstream. */
interface Doorway {

    /**
     * The address that stands for an upstream, without {@code /v1}: what a client asks there goes to {@code upstream}.
     * An address of the gateway itself stays as it is.
     */
    String address(URI upstream);
}
