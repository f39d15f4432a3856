package io.ambit.wire.schema;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A draft of JSON Schema that a schema may be written in, by a part of the address that names it. */
record Draft(String name, SchemaRegistry registry) {
    private static final Draft NEWEST = of("2020-12", Dialects.getDraft202012());
    private static final List<Draft> ALL = List.of(
            of("draft-04", Dialects.getDraft4()),
            of("draft-06", Dialects.getDraft6()),
            of("draft-07", Dialects.getDraft7()),
            of("2019-09", Dialects.getDraft201909()),
            NEWEST);

    /** What reads a schema: its own draft, or the newest where it names none. */
    static SchemaRegistry registry(Map<String, Object> schema) {
        return schema.get("$schema") instanceof String address
                ? ALL.stream()
                        .filter(draft -> address.contains(draft.name()))
                        .findFirst()
                        .orElse(NEWEST)
                        .registry()
                : NEWEST.registry();
    }

    private static Draft of(String name, Dialect dialect) {
        Dialect counting = Dialect.builder(dialect).keyword(new Steps()).build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .regularExpressionFactory(BoundedExpression::of)
                .formatAssertionsEnabled(false)
                .locale(Locale.ENGLISH)
                .build();
        return new Draft(
                name,
                SchemaRegistry.withDefaultDialect(
                        counting,
                        builder -> builder.schemaCacheEnabled(false)
                                .schemaRegistryConfig(config)
                                .schemaLoader(loader ->
                                        loader.fetchRemoteResources(false).block(address -> true))));
    }
}
