package io.ambit.server.dashboard.page;

import io.ambit.core.session.Space;
import io.javalin.http.Context;
import java.util.List;

/** The spaces that there are, and the one that a page is asked for. */
public interface Spaces {
    /** Those of known projects first. */
    List<Space> all();

    /** The chosen space; where none was chosen, the first that there is. */
    default Space chosen(Context context) {
        Space space = Parameters.space(context);
        if (space != null) {
            return space;
        }
        List<Space> all = all();
        return all.isEmpty() ? Space.DEFAULT : all.get(0);
    }
}
