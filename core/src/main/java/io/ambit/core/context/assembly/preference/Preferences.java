package io.ambit.core.context.assembly.preference;

import java.util.List;

/** What was learned from use about which pieces of a context are wanted. */
public record Preferences(List<Preference> all) {
    public Preferences {
        all = List.copyOf(all);
    }

    /**
     * What was learned of one role in one type of task.
     *
     * @param factor by which the worth of such pieces is multiplied, 0.8 to 1.25
     */
    public record Preference(String task, String role, long offered, long opened, double factor) {}
}
