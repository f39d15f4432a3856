package io.ambit.wire.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.Locale;
import java.util.Map;

/** The drafts of JSON Schema that a schema may be written in. */
enum Drafts {
    DRAFT_4("draft-04", Dialects.getDraft4()),
    DRAFT_6("draft-06", Dialects.getDraft6()),
    DRAFT_7("draft-07", Dialects.getDraft7()),
    DRAFT_2019("2019-09", Dialects.getDraft201909()),
    DRAFT_2020("2020-12", Dialects.getDraft202012());

    private final String name;
    private final SchemaRegistry registry;

    Drafts(String name, Dialect dialect) {
        this.name = name;
        Dialect counting = Dialect.builder(dialect).keyword(new Steps()).build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(BoundedExpression::of)
                .formatAssertionsEnabled(false)
                .locale(Locale.ENGLISH)
                .build();
        registry = SchemaRegistry.withDefaultDialect(
                counting,
                builder -> builder.schemaCacheEnabled(false)
                        .schemaRegistryConfig(config)
                        .schemaLoader(
                                loader -> loader.fetchRemoteResources(false).block(address -> true)));
    }

    static SchemaRegistry of(Map<String, Object> schema) {
        if (schema.get("$schema") instanceof String address) {
            for (Drafts draft : values()) {
                if (address.contains(draft.name)) {
                    return draft.registry;
                }
            }
        }
        return DRAFT_2020.registry;
    }
}
