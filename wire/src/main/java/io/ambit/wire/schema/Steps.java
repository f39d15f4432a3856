package io.ambit.wire.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A keyword that stands in every schema that is checked and asserts nothing: it counts. Schemas that refer to
 * themselves, or double at every level, would else take all time there is.
 */
final class Steps extends AbstractKeyword {
    static final String NAME = "x-ambit-step";

    private static final int MOST = 200_000;
    private static final int DEEPEST = 1_000;
    private static final ThreadLocal<int[]> TAKEN = ThreadLocal.withInitial(() -> new int[1]);

    static final class TooMany extends RuntimeException {
        TooMany() {
            super(null, null, false, false);
        }
    }

    Steps() {
        super(NAME);
    }

    /**
     * Runs a check within its bound.
     *
     * @throws TooMany where that is not enough
     */
    static <T> T counted(Supplier<T> check) {
        TAKEN.get()[0] = 0;
        return check.get();
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation place, JsonNode node, Schema parent, SchemaContext context) {
        return new Counter(this, node, place);
    }

    private static final class Counter extends AbstractKeywordValidator {
        Counter(Keyword keyword, JsonNode node, SchemaLocation place) {
            super(keyword, node, place);
        }

        @Override
        public void validate(ExecutionContext context, JsonNode value, JsonNode root, NodePath path) {
            if (++TAKEN.get()[0] > MOST || context.getEvaluationSchema().size() > DEEPEST) {
                throw new TooMany();
            }
        }
    }
}
