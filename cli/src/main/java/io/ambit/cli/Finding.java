package io.ambit.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code doctor} says about one thing.
 *
 * @param advice what to do, "" where nothing is to be done
 */
record Finding(String about, State state, String detail, String advice) {

    enum State {
        OK,
        /** Works, and may not be what was wanted. */
        NOTE,
        WRONG
    }

    static Finding ok(String about, String detail) {
        return new Finding(about, State.OK, detail, "");
    }

    static Finding note(String about, String detail, String advice) {
        return new Finding(about, State.NOTE, detail, advice);
    }

    static Finding wrong(String about, String detail, String advice) {
        return new Finding(about, State.WRONG, detail, advice);
    }

    Map<String, Object> toJson() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("about", about);
        object.put("state", state.name().toLowerCase(Locale.ROOT));
        object.put("detail", detail);
        object.put("advice", advice);
        return object;
    }
}
