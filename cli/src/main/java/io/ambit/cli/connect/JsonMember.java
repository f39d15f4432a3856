package io.ambit.cli.connect;

import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object somewhere in a JSON file.
 *
 * @param names of the members that lead to it, its own last
 * @param value a tree of maps, lists and plain values
 */
record JsonMember(List<String> names, Object value) implements ConfigEntry {
    JsonMember {
        names = List.copyOf(names);
    }

    @Override
    public State state(byte[] file) {
        Found found = find(file);
        if (found == null) {
            return State.MISSING;
        }
        return CanonicalJson.of(found.value(), file, Set.of()).equals(CanonicalJson.ofText(JsonTree.write(value)))
                ? State.PRESENT
                : State.DIFFERENT;
    }

    @Override
    public Insertion insertion(byte[] file) {
        return new JsonLayout(file).first(names, value, false);
    }

    @Override
    public Optional<byte[]> without(byte[] file, String written) {
        Found found = find(file);
        return found == null
                ? Optional.empty()
                : Optional.of(JsonPlace.withoutEmpty(
                        found.place().without(file, found.member()), names.subList(0, names.size() - 1), written));
    }

    private record Found(JsonPlace place, int member) {
        Json value() {
            return ((Json.Obj) place.container()).members().get(member).value();
        }
    }

    private @Nullable Found find(byte[] file) {
        if (new JsonLayout(file).isBlank()) {
            return null;
        }
        List<String> containers = names.subList(0, names.size() - 1);
        JsonPlace.Walk walk = JsonPlace.walk(CommentedJson.parse(file), containers);
        int member = walk.reached() < containers.size() ? -1 : walk.place().member(names.getLast());
        return member < 0 ? null : new Found(walk.place(), member);
    }
}
