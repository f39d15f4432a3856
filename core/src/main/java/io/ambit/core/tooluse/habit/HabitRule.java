package io.ambit.core.tooluse.habit;

import java.util.List;

/** Finds one habit in a session. In doubt it finds nothing. */
interface HabitRule {
    List<HabitFinding> find(SessionView view);
}
