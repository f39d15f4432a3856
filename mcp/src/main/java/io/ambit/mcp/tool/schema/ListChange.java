package io.ambit.mcp.tool.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a list: it is another one from now on, or some is added and some taken out.
 *
 * @param set null where the list is not replaced
 */
public record ListChange<T>(@Nullable List<T> set, List<T> add, List<T> remove) {}
