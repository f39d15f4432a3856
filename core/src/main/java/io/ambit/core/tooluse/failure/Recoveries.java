package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.Recipe;
import io.ambit.core.tool.SessionCalls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Failures in recorded sessions with the call that got over each. A call got over a failure if it did not fail, came
 * soon after, and was for the same: the same tool with arguments of which something stayed, or another tool that was
 * given the same values. What texts say plays no part in it; only that a call failed and a later one did not.
 */
public final class Recoveries {
    private static final int REACH = 6;
    private static final int REACH_OTHER = 2;
    private static final int MIN_SHARED = 3;
    private static final double NEXT = 0.95;
    private static final double LATER = 0.05;
    private static final double EACH_CHANGE = 0.05;
    private static final double NOTHING_SHARED = 0.4;
    private static final double OTHER_TOOL = 0.85;
    private static final double PERHAPS_A_LOOK_UP = 0.6;
    private static final double ALIKE = 0.5;

    private Recoveries() {}

    /**
     * A failed call and what became of it.
     *
     * @param shape what its error says each time; see {@link ErrorShape}
     * @param recovery what got over it, null where nothing did
     * @param tried the calls that came after it and failed too
     */
    public record Failed(
            Invocation call,
            FailureClass failure,
            String shape,
            @Nullable Recovery recovery,
            List<Invocation> tried) {
        public Failed {
            tried = List.copyOf(tried);
        }
    }

    /** The failures of a session, in order. */
    public static List<Failed> of(SessionCalls session) {
        List<Failed> found = new ArrayList<>();
        List<ObservedCall> calls = session.calls();
        for (int i = 0; i < calls.size(); i++) {
            Invocation call = calls.get(i).failed() ? calls.get(i).invocation().orElse(null) : null;
            if (call != null) {
                Reflection told =
                        Reflector.reflect(new FailureReport(call, calls.get(i).result(), ""));
                found.add(new Failed(
                        call,
                        told.failure(),
                        ErrorShape.of(told.statement()),
                        recovery(session, i, call, told),
                        tried(calls, i)));
            }
        }
        return found;
    }

    private static List<Invocation> tried(List<ObservedCall> calls, int at) {
        List<Invocation> tried = new ArrayList<>();
        for (int j = at + 1; j < calls.size() && j <= at + REACH; j++) {
            if (calls.get(j).failed()) {
                calls.get(j).invocation().ifPresent(tried::add);
            }
        }
        return tried;
    }

    private static @Nullable Recovery recovery(SessionCalls session, int at, Invocation failed, Reflection told) {
        Recovery best = null;
        List<ObservedCall> calls = session.calls();
        for (int j = at + 1; j < calls.size() && j <= at + REACH; j++) {
            ObservedCall next = calls.get(j);
            if (next.iteration() == calls.get(at).iteration()
                    || next.failed()
                    || next.result().isBlank()) {
                continue; // made at the same time, or no success
            }
            Invocation worked = next.invocation().orElse(null);
            if (worked == null) {
                continue;
            }
            double confidence = confidence(failed, worked, told.failure(), j - at);
            if (confidence > 0 && (best == null || confidence > best.confidence())) {
                best = new Recovery(session.session(), failed, worked, told.statement(), confidence, j - at);
            }
        }
        return best;
    }

    /** How sure it is that {@code worked} was for what {@code failed} was for; 0 for not at all. */
    private static double confidence(Invocation failed, Invocation worked, FailureClass failure, int distance) {
        if (!failed.tool().equals(worked.tool())) {
            if (distance > REACH_OTHER || !sharesValue(failed, worked)) {
                return 0;
            }
            boolean meant = failure == FailureClass.WRONG_TOOL || failure == FailureClass.UNKNOWN_NAME;
            return (meant ? OTHER_TOOL : PERHAPS_A_LOOK_UP) - LATER * (distance - 1);
        }
        int same = 0;
        int changed = 0;
        Set<String> names = new TreeSet<>(failed.arguments().keySet());
        names.addAll(worked.arguments().keySet());
        for (String name : names) {
            boolean stayed = Objects.equals(
                    Recipe.canonical(failed.arguments().get(name)),
                    Recipe.canonical(worked.arguments().get(name)));
            same += stayed ? 1 : 0;
            changed += stayed ? 0 : 1;
        }
        double late = LATER * (distance - 1);
        if (changed == 0) {
            return NEXT - late;
        }
        if (same > 0 || sharesValue(failed, worked) || isAlike(failed, worked)) {
            return Math.max(0, NEXT - late - EACH_CHANGE * (changed - 1));
        }
        return Math.max(0, NOTHING_SHARED - late);
    }

    private static boolean sharesValue(Invocation first, Invocation second) {
        Set<String> values = new HashSet<>();
        first.arguments().values().forEach(value -> values.add(plain(value)));
        return second.arguments().values().stream()
                .map(Recoveries::plain)
                .anyMatch(value -> value.length() >= MIN_SHARED && values.contains(value));
    }

    /** The spelling of a value without its kind: 5, "5" and ["5"] are one. */
    private static String plain(@Nullable Object value) {
        return value instanceof List<?> list && list.size() == 1 ? plain(list.getFirst()) : String.valueOf(value);
    }

    /** Whether the only changed text is another form of the same one: most of its words, or all but its zeros, stayed. */
    private static boolean isAlike(Invocation failed, Invocation worked) {
        for (Map.Entry<String, Object> each : failed.arguments().entrySet()) {
            Object now = worked.arguments().get(each.getKey());
            if (each.getValue() instanceof String before && now instanceof String after) {
                boolean spelled = !NearNames.in(after).spellings(before).isEmpty()
                        || !NearNames.in(after).near(before).isEmpty();
                if (spelled || ErrorShape.likeness(words(before), words(after)) >= ALIKE) {
                    return true;
                }
            } else if (now != null && plain(now).equals(plain(each.getValue()))) {
                return true;
            }
        }
        return false;
    }

    private static String words(String text) {
        return String.join(" ", Tokens.of(text));
    }
}
