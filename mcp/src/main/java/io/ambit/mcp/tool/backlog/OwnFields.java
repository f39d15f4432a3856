package io.ambit.mcp.tool.backlog;

import io.ambit.core.item.FrontMatter;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.mcp.tool.schema.Arguments;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Keys of front matter that {@code fields} may not set: a parameter says them, or the backlog keeps them itself. */
final class OwnFields {
    private static final Set<String> KEPT =
            Set.of(FrontMatter.ID, FrontMatter.TYPE, FrontMatter.CREATED, FrontMatter.UPDATED);
    private static final Map<String, String> PARAMETERS = Map.of(
            FrontMatter.TITLE, "title",
            FrontMatter.STATUS, "status",
            FrontMatter.PARENT, "parent_id",
            FrontMatter.TAGS, "tags",
            FrontMatter.REFERENCES, "references");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");

    private OwnFields() {}

    /** Whether a key that has a parameter of its own may be taken out of an item. */
    static boolean mayGo(String key) {
        return PARAMETERS.containsKey(key) && !key.equals(FrontMatter.TITLE);
    }

    /** @throws io.ambit.core.error.InvalidInputException where a key is not for {@code fields} */
    static void refuse(String key, Arguments arguments) {
        String shown = "`fields." + QuotedRecord.line(key) + "` ";
        if (KEPT.contains(key)) {
            throw arguments.wrong(shown + "is kept by the backlog itself and cannot be given");
        }
        if (PARAMETERS.containsKey(key)) {
            throw arguments.wrong(shown + "is a parameter of its own: `" + PARAMETERS.get(key) + "`");
        }
        if (!NAME.matcher(key).matches()) {
            throw arguments.wrong(shown + "expected a key of letters, digits, _ and - such as priority");
        }
    }
}
