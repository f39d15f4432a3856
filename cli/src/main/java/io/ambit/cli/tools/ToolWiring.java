package io.ambit.cli.tools;

import io.ambit.core.session.Space;
import io.ambit.core.spi.Embedder;
import io.ambit.core.spi.SchemaValidator;
import io.ambit.core.tooluse.ToolUse;
import io.ambit.core.tooluse.ToolUses;
import io.ambit.store.SqliteStores;
import io.ambit.store.index.Analysis;
import io.ambit.store.mirror.PatternMirror;
import io.ambit.wire.schema.JsonSchemaValidator;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts together what advice on tools rests on. */
public final class ToolWiring {
    /** One for all projects: schemas that it has read are kept. */
    private static final SchemaValidator VALIDATOR = new JsonSchemaValidator();

    private ToolWiring() {}

    /**
     * The advice of all projects of a data folder.
     *
     * @param folder the data folder, for readable copies
     * @param stores asked for at the first question; like the embedder they stay the caller's to close
     * @param embedder null for words only
     */
    public static ToolUses of(Path folder, Supplier<SqliteStores> stores, @Nullable Embedder embedder) {
        return new ToolUses(space -> sources(space, folder, stores.get(), embedder));
    }

    static ToolUse.Sources sources(Space space, Path folder, SqliteStores stores, @Nullable Embedder embedder) {
        return new ToolUse.Sources(
                stores.ledger(),
                stores.tools(),
                VALIDATOR,
                new Analysis(),
                embedder,
                stores.tools().vectors(space),
                new MirroredPatterns(stores.patterns(), new PatternMirror(folder)));
    }
}
