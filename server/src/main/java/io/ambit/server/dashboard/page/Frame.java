package io.ambit.server.dashboard.page;

import io.ambit.core.session.Space;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a page.
 *
 * @param space that is chosen; null for all
 * @param oneSpace whether all of them cannot be chosen
 * @param spaces to choose from
 * @param csrf the visitor's; "" for who has not been let in
 * @param theme "light", "dark", or "" for what the system prefers
 */
public record Frame(
        String title,
        @Nullable Tab tab,
        @Nullable Space space,
        boolean oneSpace,
        List<Space> spaces,
        String csrf,
        String theme) {
    public Frame {
        spaces = List.copyOf(spaces);
    }

    /** The address of a subject, in the chosen space. */
    public String address(Tab to) {
        return space == null
                ? to.path()
                : Address.of(to.path()).with("space", space.id()).toString();
    }

    public boolean isChosen(Space one) {
        return one.equals(space);
    }

    /** Whether somebody looks who may. */
    public boolean isLoggedIn() {
        return !csrf.isEmpty();
    }
}
