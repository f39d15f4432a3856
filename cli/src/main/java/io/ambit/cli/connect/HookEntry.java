package io.ambit.cli.connect;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command that an agent runs at an event, in an array under {@code hooks} with those of others.
 *
 * @param matcher which of the event's kinds are meant, "" for all
 * @param timeoutSeconds after which the agent gives up
 */
record HookEntry(String event, String matcher, String command, int timeoutSeconds) implements ConfigEntry {
    private static final String HOOKS = "hooks";

    @Override
    public State state(byte[] file) {
        return find(file) == null ? State.MISSING : State.PRESENT;
    }

    @Override
    public Insertion insertion(byte[] file) {
        Map<String, Object> hook = JsonTree.object("type", "command", "command", command, "timeout", timeoutSeconds);
        Map<String, Object> item = JsonTree.object("matcher", matcher, HOOKS, List.of(hook));
        return new JsonLayout(file).first(List.of(HOOKS, event), item, true);
    }

    @Override
    public Optional<byte[]> without(byte[] file, String written) {
        Found found = find(file);
        return found == null
                ? Optional.empty()
                : Optional.of(JsonPlace.withoutEmpty(
                        found.place().without(file, found.item()), List.of(HOOKS, event), written));
    }

    /** The command among others, or what holds it alone. */
    private record Found(JsonPlace place, int item) {}

    private @Nullable Found find(byte[] file) {
        if (new JsonLayout(file).isBlank()) {
            return null;
        }
        JsonPlace.Walk walk = JsonPlace.walk(CommentedJson.parse(file), List.of(HOOKS, event));
        if (walk.reached() < 2) {
            return null;
        }
        List<Json> groups = walk.place().container().items();
        for (int i = 0; i < groups.size(); i++) {
            Json hooks = groups.get(i).get(HOOKS);
            List<Json> commands = hooks == null ? List.of() : hooks.items();
            for (int j = 0; j < commands.size(); j++) {
                if (command.equals(commands.get(j).text("command"))) {
                    return commands.size() == 1 || hooks == null
                            ? new Found(walk.place(), i)
                            : new Found(new JsonPlace(hooks), j);
                }
            }
        }
        return null;
    }
}
