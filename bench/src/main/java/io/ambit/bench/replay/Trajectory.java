package io.ambit.bench.replay;

import java.util.ArrayList;
import java.util.List;

/**
 * A recorded session.
 *
 * @param id as the file names it
 * @param file that it came from, as the user named it
 * @param line of the file, from 1; 0 where it is the whole file
 * @param messages oldest first
 */
record Trajectory(String id, String file, long line, List<RecordedMessage> messages) {
    Trajectory {
        messages = List.copyOf(messages);
    }

    /** Indexes of the messages that are steps: the request of a step is every message before it. */
    List<Integer> steps() {
        List<Integer> steps = new ArrayList<>();
        for (int m = 1; m < messages.size(); m++) {
            if (messages.get(m).isStep()) {
                steps.add(m);
            }
        }
        return steps;
    }
}
