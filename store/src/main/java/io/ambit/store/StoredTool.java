package io.ambit.store;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.core.tool.ToolDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A definition as the table has it.
 *
 * @param hash of all that it says, by which it is stored once
 */
record StoredTool(String name, String server, String json, Hash hash) {

    static StoredTool of(ToolDefinition tool) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", tool.name());
        members.put("server", tool.server());
        members.put("description", tool.description());
        members.put("inputSchema", tool.inputSchema());
        String json = JsonTree.write(members);
        return new StoredTool(tool.name(), tool.server(), json, Hash.of(json));
    }

    /** By which tools of a space are told apart. */
    String key() {
        return server + '\0' + name;
    }

    /**
     * The one in a row's {@code bytes}.
     *
     * @throws CorruptRecordException where they are damaged
     */
    static ToolDefinition read(ResultSet row) throws SQLException {
        String json = Utf8.decode(row.getBytes("bytes"));
        try {
            if (Hash.of(json).equals(Sql.hash(row, "hash"))) {
                Json value = Json.parse(json);
                return new ToolDefinition(
                        text(value, "name"),
                        text(value, "description"),
                        text(value, "server"),
                        value.get("inputSchema") instanceof Json.Obj schema ? JsonTree.members(schema) : Map.of());
            }
        } catch (JsonSyntaxException e) {
            throw new CorruptRecordException("definition of a tool: " + e.getMessage());
        }
        throw new CorruptRecordException("a definition of a tool does not have the content of its hash");
    }

    private static String text(Json value, String name) {
        String text = value.text(name);
        return text == null ? "" : text;
    }
}
