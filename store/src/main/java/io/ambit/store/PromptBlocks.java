package io.ambit.store;

import io.ambit.core.error.AmbitException;
import io.ambit.core.record.Block;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.core.text.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Memory blocks, and what each of them was before. */
final class PromptBlocks {
    private static final String COLUMNS = "space, label, id, value, description, size_limit, template, metadata,"
            + " read_only, in_context, updated, agent";

    private PromptBlocks() {}

    static int put(Sql sql, long space, Block block) {
        byte[] label = Utf8.encode(block.label());
        sql.run(
                "INSERT INTO prompt_block_history (" + COLUMNS + ") SELECT " + COLUMNS
                        + " FROM prompt_blocks WHERE space = ? AND label = ? AND value <> ?",
                space,
                label,
                Utf8.encode(block.value()));
        return sql.run(
                "INSERT OR REPLACE INTO prompt_blocks (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                space,
                label,
                Utf8.encode(block.id()),
                Utf8.encode(block.value()),
                Utf8.encode(block.description()),
                block.limit(),
                Utf8.encode(block.template()),
                Utf8.encode(JsonTree.write(new TreeMap<>(block.metadata()))),
                block.readOnly(),
                block.inContext(),
                TimeBytes.of(block.updatedAt()),
                RecordRow.bytes(block.agent()));
    }

    static Optional<Block> find(Sql sql, long space, Space name, String label) {
        return sql
                .readable(
                        "SELECT * FROM prompt_blocks WHERE space = ? AND label = ?",
                        row -> read(row, name),
                        space,
                        Utf8.encode(label))
                .stream()
                .findFirst();
    }

    static List<Block> search(Sql sql, long space, Space name, String query) {
        Set<String> words = Words.of(query);
        return sql
                .readable("SELECT * FROM prompt_blocks WHERE space = ? ORDER BY label", row -> read(row, name), space)
                .stream()
                .filter(block -> Words.of(block.label() + "\n" + block.value()).containsAll(words))
                .toList();
    }

    static List<Block> history(Sql sql, long space, Space name, String label) {
        return sql.readable(
                "SELECT * FROM prompt_block_history WHERE space = ? AND label = ? ORDER BY number DESC",
                row -> read(row, name),
                space,
                Utf8.encode(label));
    }

    static boolean delete(Sql sql, long space, String label) {
        byte[] bytes = Utf8.encode(label);
        sql.run("DELETE FROM prompt_block_history WHERE space = ? AND label = ?", space, bytes);
        return sql.run("DELETE FROM prompt_blocks WHERE space = ? AND label = ?", space, bytes) > 0;
    }

    static Block read(ResultSet row, Space space) throws SQLException {
        try {
            return new Block(
                    RecordRow.required(row, "id"),
                    space,
                    RecordRow.required(row, "label"),
                    RecordRow.required(row, "value"),
                    RecordRow.required(row, "description"),
                    row.getInt("size_limit"),
                    RecordRow.required(row, "template"),
                    metadata(RecordRow.required(row, "metadata")),
                    row.getBoolean("read_only"),
                    row.getBoolean("in_context"),
                    TimeBytes.read(row, "updated"),
                    RecordRow.text(row, "agent"));
        } catch (AmbitException e) {
            throw new CorruptRecordException("a block of space " + space + ": " + e.getMessage());
        }
    }

    private static Map<String, String> metadata(String json) {
        Map<String, String> metadata = new HashMap<>();
        if (Json.parse(json) instanceof Json.Obj object) {
            object.members().forEach(member -> {
                String text = member.value().asText();
                if (text != null) {
                    metadata.put(member.name().value(), text);
                }
            });
        }
        return metadata;
    }
}
