package io.ambit.mcp.tool.backlog;

import io.ambit.core.item.ItemType;
import io.ambit.core.item.Status;
import io.ambit.mcp.tool.schema.Form;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.ListChange;
import io.ambit.mcp.tool.schema.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parameters that several tools of the backlog have. */
final class ItemParameters {
    static final String ID_EXAMPLE = "\"TASK-0024\"";

    static final Form<List<ItemType>> TYPE_LIST = Forms.some(new TypeForm());

    static final Parameter<String> ID =
            Parameter.required("id", Forms.text(), "").such(ID_EXAMPLE);
    static final Parameter<String> PARENT = Parameter.optional("parent", Forms.text(), "Only what belongs to this item")
            .such("\"EPIC-0002\"");
    static final Parameter<List<String>> WITH_TAGS =
            Parameter.optional("tags", Forms.words(), "All of these").such("[\"search\"]");
    static final Parameter<List<String>> WITH_STATUS = Parameter.optional(
                    "status", Forms.words(), "open, in_progress, blocked, done, cancelled")
            .such("[\"open\"]");

    static final Parameter<String> PARENT_ID = Parameter.optional(
                    "parent_id", Forms.text(), "Epic, folder or milestone")
            .such("\"EPIC-0002\"");
    static final Form<List<GivenReference>> REFERENCE_LIST = Forms.list(new ReferenceForm());
    static final Parameter<ListChange<GivenReference>> REFERENCE_CHANGE =
            Parameter.optional("references", Forms.change(REFERENCE_LIST), "").such("{\"add\":[\"docs/login.md\"]}");
    static final Parameter<Map<String, Object>> FIELDS =
            Parameter.optional("fields", Forms.object(), "Other front matter").such("{\"priority\":2}");

    private ItemParameters() {}

    /** Status words as they stand in files: the five in any spelling, others as they are. */
    static Set<String> statuses(List<String> words) {
        Set<String> statuses = new LinkedHashSet<>();
        words.forEach(word -> statuses.add(status(word)));
        return statuses;
    }

    static String status(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return Status.find(plain).map(Status::label).orElse(word.strip());
    }
}
