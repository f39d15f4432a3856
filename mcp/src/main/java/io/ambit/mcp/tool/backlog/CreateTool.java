package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.ItemJson;
import io.ambit.core.backlog.Written;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Value;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code backlog_create}: a new item. */
public final class CreateTool extends DeclaredTool {
    private static final Parameter<ItemType> TYPE = Parameter.optional(
                    "type", new TypeForm(), "task, epic, artifact, folder, milestone, reference, adr, ...")
            .or(ItemType.TASK)
            .such("\"task\"");
    private static final Parameter<String> TITLE =
            Parameter.required("title", Forms.text(), "").such("\"Fix the login timeout\"");
    private static final Parameter<String> BODY = Parameter.optional("body", Forms.longText(), "Markdown");
    private static final Parameter<String> STATUS =
            Parameter.optional("status", Forms.text(), "").such("\"open\"");
    private static final Parameter<List<String>> TAGS =
            Parameter.optional("tags", Forms.words(), "").such("[\"search\"]");
    private static final Parameter<List<GivenReference>> REFERENCES = Parameter.optional(
                    "references", ItemParameters.REFERENCE_LIST, "Ids, paths, addresses")
            .such("[\"docs/login.md\"]");

    public CreateTool() {
        super(new Declaration(
                "backlog_create",
                "Create a backlog item",
                "Creates an item and gives it an id; search first whether there is one. Example: {\"title\":\"Fix the"
                        + " login timeout\",\"parent_id\":\"EPIC-0002\",\"body\":\"Tokens expire after ...\"}",
                new Hints(false, false, false),
                Parameters.of(
                        TYPE, TITLE, BODY, ItemParameters.PARENT_ID, STATUS, TAGS, REFERENCES, ItemParameters.FIELDS),
                Schema.object().with("item", ItemAnswer.LINE).maybe("warnings", Schema.list(Schema.text()))));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        List<Value.Field> fields = new ArrayList<>();
        arguments.find(STATUS).ifPresent(status -> fields.add(text(FrontMatter.STATUS, ItemParameters.status(status))));
        arguments
                .find(ItemParameters.PARENT_ID)
                .ifPresent(parent -> fields.add(text(
                        FrontMatter.PARENT,
                        call.project().backlog().get(parent).id().value())));
        arguments
                .find(REFERENCES)
                .ifPresent(references -> fields.add(new Value.Field(
                        FrontMatter.REFERENCES,
                        new Value.Arr(
                                references.stream().map(GivenReference::value).toList(), false))));
        arguments.find(TAGS).ifPresent(tags -> fields.add(new Value.Field(FrontMatter.TAGS, FieldValues.texts(tags))));
        for (Map.Entry<String, Object> field :
                arguments.find(ItemParameters.FIELDS).orElse(Map.of()).entrySet()) {
            OwnFields.refuse(field.getKey(), arguments);
            fields.add(new Value.Field(field.getKey(), FieldValues.of(field.getValue(), field.getKey(), arguments)));
        }
        Written written = call.project()
                .backlog()
                .create(new NewItem(
                        arguments.get(TYPE),
                        arguments.get(TITLE).strip(),
                        arguments.find(BODY).orElse(""),
                        fields));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("item", ItemJson.line(written.item()));
        tree.putAll(JsonTree.object("warnings", written.warnings()));
        return new ToolResult(
                tree, "Created " + ItemPage.row(written.item()) + ItemAnswer.warnings(written.warnings()));
    }

    private static Value.Field text(String name, String text) {
        return new Value.Field(name, new Value.Str(text, false));
    }
}
