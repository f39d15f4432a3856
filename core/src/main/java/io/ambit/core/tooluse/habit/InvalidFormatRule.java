package io.ambit.core.tooluse.habit;

import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call that failed for an id spelled in another form than the ids which the tools return or find, where the id that was
 * meant is among these: the same letters and numbers, otherwise written. {@code TASK-24} for {@code TASK-0024}.
 */
final class InvalidFormatRule implements HabitRule {
    private static final Set<String> IDS =
            Set.of("id", "ids", "key", "number", "code", "ref", "reference", "identifier", "uid", "uuid", "no", "num");
    private static final int MAX_LENGTH = 100;

    /** Of these at least one is said of an id that is not there. */
    private static final Set<String> NOT_FOUND = Set.of(
            "found", "invalid", "unknown", "exist", "exists", "malformed", "format", "404", "unrecognized", "valid");

    @Override
    public List<HabitFinding> find(SessionView view) {
        List<HabitFinding> found = new ArrayList<>();
        for (Seen call : view.calls()) {
            boolean isRefused = call.failed()
                    && LaterUse.wordsOf(List.of(call.call().result())).stream().anyMatch(NOT_FOUND::contains);
            if (isRefused) {
                for (Map.Entry<String, Object> argument : call.arguments().entrySet()) {
                    if (argument.getValue() instanceof String id && isId(call, argument.getKey())) {
                        Optional<String> meant = meant(view, call, argument.getKey(), id);
                        if (meant.isPresent()) {
                            found.add(finding(view, call, argument.getKey(), meant.get()));
                            break;
                        }
                    }
                }
            }
        }
        return found;
    }

    private static boolean isId(Seen call, String parameter) {
        List<String> words = ToolName.of(parameter).words();
        return !words.isEmpty()
                && (IDS.contains(words.getLast())
                        || ToolName.of(call.tool()).subject().contains(words.getLast()));
    }

    /** The id that was meant: seen before in a result, or found afterwards by the corrected call. */
    private static Optional<String> meant(SessionView view, Seen call, String parameter, String id) {
        if (id.isBlank() || id.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Set<String> known = new LinkedHashSet<>();
        for (Seen each : view.calls()) {
            if (each.position() < call.position() && each.succeeded()) {
                Trees.leaves(each.tree()).forEach(known::add);
            }
            boolean isCorrected = each.tool().equals(call.tool()) && each.succeeded();
            if (isCorrected && each.arguments().get(parameter) instanceof String right) {
                known.add(right);
            }
        }
        return IdForm.meant(id, List.copyOf(known));
    }

    private static HabitFinding finding(SessionView view, Seen call, String parameter, String meant) {
        Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
        arguments.put(parameter, meant);
        return new HabitFinding(
                HabitKind.INVALID_FORMAT,
                view.session().session(),
                List.of(call.position()),
                call.tool(),
                1,
                call.tokens(),
                List.of(new Invocation(call.tool(), arguments)),
                parameter + " was given in another form than the tool's ids have; the same id is spelled " + meant
                        + ".",
                "the call with the given spelling failed; " + meant + " stands in another call of the session");
    }
}
