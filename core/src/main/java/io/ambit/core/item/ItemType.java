package io.ambit.core.item;

import io.ambit.core.error.InvalidInputException;
import java.util.regex.Pattern;

/** What an item is. A backlog may hold types that are not named here: they are kept, listed and found all the same. */
public record ItemType(String name) {
    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_-]{0,39}");

    public static final ItemType TASK = new ItemType("task");
    public static final ItemType EPIC = new ItemType("epic");
    public static final ItemType FOLDER = new ItemType("folder");
    public static final ItemType ARTIFACT = new ItemType("artifact");
    public static final ItemType MILESTONE = new ItemType("milestone");
    public static final ItemType REFERENCE = new ItemType("reference");
    public static final ItemType ADR = new ItemType("adr");
    public static final ItemType MEMORY = new ItemType("memory");
    /** A Markdown file that says nothing of its type. */
    public static final ItemType RESOURCE = new ItemType("resource");

    public ItemType {
        if (!VALID.matcher(name).matches()) {
            throw new InvalidInputException("item type '" + name + "', expected a word such as task or epic");
        }
    }

    /** Whether it is work, whose status is one of {@link Status}. */
    public boolean isWork() {
        return equals(TASK) || equals(EPIC) || equals(MILESTONE);
    }

    @Override
    public String toString() {
        return name;
    }
}
