package io.ambit.gateway.route;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses on this machine or in its own network, by how they are written: no name is looked up. */
public final class NearHost {
    private static final Pattern NEAR =
            Pattern.compile("localhost|\\[::1]|(127|10|192\\.168|172\\.(1[6-9]|2[0-9]|3[01]))\\.[0-9.]+"
                    + "|[^.]{1,63}(\\.[^.]{1,63}){0,8}\\.(local|lan|internal)");

    private NearHost() {}

    /** Whether what is asked there is answered nearby. */
    public static boolean is(URI base) {
        return base.getHost() != null && NEAR.matcher(base.getHost()).matches();
    }
}
