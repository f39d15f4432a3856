package io.ambit.core.tooluse.suggest.values;

import java.util.List;
import java.util.Map;

/**
 * What is settled of a call's arguments.
 *
 * @param parameters as a tree, in the order of the schema
 * @param missing required ones that nothing settles
 */
public record Filled(Map<String, Object> parameters, List<String> missing) {
    public Filled {
        missing = List.copyOf(missing);
    }
}
