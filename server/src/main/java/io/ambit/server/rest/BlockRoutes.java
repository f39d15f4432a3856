package io.ambit.server.rest;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.Block;
import io.ambit.core.record.BlockJson;
import io.ambit.core.record.JsonFields;
import io.ambit.core.session.Space;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Memory blocks: the labelled texts that stand in the prompt. */
final class BlockRoutes {
    private final Memory memory;

    BlockRoutes(Memory memory) {
        this.memory = memory;
    }

    void register(RoutesConfig routes) {
        routes.get("/rest/memory/blocks", this::list);
        routes.get("/rest/memory/blocks/{label}", this::show);
        routes.get("/rest/memory/blocks/{label}/history", this::history);
        routes.put("/rest/memory/blocks/{label}", this::put);
        routes.delete("/rest/memory/blocks/{label}", this::delete);
    }

    private void list(Context context) {
        RestCall call = new RestCall(context, Set.of("query"));
        call.answer(
                200,
                Map.of(
                        "blocks",
                        memory.blocks().blocks(call.space(), call.fields().text("query")).stream()
                                .map(BlockJson::tree)
                                .toList()));
    }

    private void show(Context context) {
        RestCall call = new RestCall(context, Set.of());
        memory.blocks()
                .block(call.space(), call.path("label"))
                .ifPresentOrElse(
                        block -> call.answer(200, BlockJson.tree(block)),
                        () -> call.notFound("block '" + call.path("label") + "'"));
    }

    private void history(Context context) {
        RestCall call = new RestCall(context, Set.of());
        call.answer(
                200,
                Map.of(
                        "history",
                        memory.blocks().history(call.space(), call.path("label")).stream()
                                .map(BlockJson::tree)
                                .toList()));
    }

    /** Writes a block; what is not given stays as it is. A block that is read-only changes when that is said too. */
    private void put(Context context) {
        RestCall call = new RestCall(
                context, Set.of("value", "description", "limit", "template", "readOnly", "inContext", "agent"));
        JsonFields fields = call.fields();
        Space space = call.space();
        Optional<Block> earlier = memory.blocks().block(space, call.path("label"));
        if (earlier.isPresent() && earlier.get().readOnly() && fields.flag("readOnly", true)) {
            throw new InvalidInputException(
                    "block '" + call.path("label") + "' is read-only, expected readOnly=false with a change of it");
        }
        Block block = BlockJson.read(space, call.path("label"), fields, earlier.orElse(null), memory.now());
        memory.putBlock(block);
        call.answer(
                earlier.isPresent() ? 200 : 201,
                memory.blocks()
                        .block(space, block.label())
                        .map(BlockJson::tree)
                        .orElseGet(() -> object("label", block.label())));
    }

    private void delete(Context context) {
        RestCall call = new RestCall(context, Set.of());
        if (memory.blocks().deleteBlock(call.space(), call.path("label"))) {
            call.answer(200, Map.of("label", call.path("label"), "deleted", true));
        } else {
            call.notFound("block '" + call.path("label") + "'");
        }
    }
}
