package io.ambit.core.memory.episode;

import io.ambit.core.record.Episode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went wrong in a session, and what made it go away: the steps between a failure and the same done with success. */
final class Failures {
    private static final int MOST = 20;
    private static final int MAX_STEPS = 4;
    private static final int MAX_RESOLUTION = 400;

    private Failures() {}

    static List<Episode.Failure> of(List<ObservedCall> calls) {
        Map<String, Episode.Failure> found = new LinkedHashMap<>();
        for (int i = 0; i < calls.size(); i++) {
            ObservedCall call = calls.get(i);
            String message = call.failed() ? call.tellingLine() : "";
            if (!message.isBlank()) {
                Episode.Failure failure = new Episode.Failure(type(call, message), message, resolution(calls, i));
                // Of the same failure the last is kept: it is the one that was resolved, if any was.
                found.merge(
                        failure.type() + "\n" + message,
                        failure,
                        (old, now) -> now.resolution().isEmpty() ? old : now);
            }
        }
        List<Episode.Failure> all = new ArrayList<>(found.values());
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private static String type(ObservedCall call, String message) {
        String name = exceptionName(message);
        if (!name.isEmpty()) {
            return name;
        }
        return call.isTestRun() ? "test failure" : call.action() + " failed";
    }

    /** {@code ValueError} of "ValueError: no such thing". */
    private static String exceptionName(String message) {
        for (String word : message.split("[^A-Za-z0-9_.]+", -1)) {
            String name = word.substring(word.lastIndexOf('.') + 1);
            boolean named =
                    (name.endsWith("Error") || name.endsWith("Exception")) && name.length() > "Exception".length();
            if (named && Character.isUpperCase(name.charAt(0))) {
                return name;
            }
        }
        return "";
    }

    private static String resolution(List<ObservedCall> calls, int failed) {
        ObservedCall failure = calls.get(failed);
        List<String> steps = new ArrayList<>();
        for (int i = failed + 1; i < calls.size(); i++) {
            ObservedCall later = calls.get(i);
            if (later.failed() || !later.answered()) {
                continue;
            }
            boolean passed = !failure.isTestRun() || later.tests() == TestRun.Verdict.PASSED;
            if (failure.isTriedAgainBy(later) && passed) {
                return told(steps, later.action() + " " + later.target() + " succeeded");
            }
            // The very next call of its kind that works is the same thing said rightly.
            if (failure.isDoneOtherwiseBy(later)) {
                return told(steps, later.action() + " " + later.target() + " worked instead");
            }
            if (!later.modified().isEmpty()) {
                steps.add(later.action() + " " + String.join(", ", later.modified()));
            }
        }
        return "";
    }

    private static String told(List<String> steps, String end) {
        List<String> last = new ArrayList<>(steps.subList(Math.max(0, steps.size() - MAX_STEPS), steps.size()));
        last.add(end);
        return Prose.line(String.join("; then ", last), MAX_RESOLUTION);
    }
}
