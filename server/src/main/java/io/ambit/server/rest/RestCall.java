package io.ambit.server.rest;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call of the REST surface. Its parameters stand in the query of a GET or DELETE, and in the JSON body of the
 * others; a name that no parameter has is an error, so that a misspelt one is not silently ignored.
 */
final class RestCall {
    private static final int MAX_BODY_BYTES = 64 << 20;
    private static final int MAX_LIMIT = 1_000;

    private final Context context;
    private final JsonFields fields;

    RestCall(Context context, Set<String> parameters) {
        this.context = context;
        this.fields = fields(context);
        for (Json.Member member : ((Json.Obj) fields.object()).members()) {
            String name = member.name().value();
            if (!name.equals("space") && !parameters.contains(name)) {
                throw new InvalidInputException(
                        "parameter '" + name + "', expected space" + (parameters.isEmpty() ? "" : ", ")
                                + String.join(", ", parameters.stream().sorted().toList()));
            }
        }
    }

    private static JsonFields fields(Context context) {
        byte[] body = context.bodyAsBytes();
        if (body.length > MAX_BODY_BYTES) {
            throw new InvalidInputException("body of " + body.length + " bytes, expected at most " + MAX_BODY_BYTES);
        }
        if (body.length > 0) {
            try {
                return new JsonFields(Json.parse(body));
            } catch (JsonSyntaxException e) {
                throw new InvalidInputException("body: " + e.getMessage() + ", expected a JSON object", e);
            }
        }
        Map<String, Object> query = new LinkedHashMap<>();
        context.queryParamMap().forEach((name, values) -> query.put(name, values.size() == 1 ? values.get(0) : values));
        return new JsonFields(Json.parse(JsonTree.write(query)));
    }

    JsonFields fields() {
        return fields;
    }

    /** The space that the call is about; nothing of any other is read or changed. */
    Space space() {
        String name = fields.text("space");
        try {
            return name.isEmpty() ? Space.DEFAULT : new Space(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The record that the path names. */
    RecordId id() {
        return new RecordId(context.pathParam("id"));
    }

    /** The path's segment of that name. */
    String path(String name) {
        return context.pathParam(name);
    }

    Set<RecordKind> kinds() {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        words("kind").forEach(label -> kinds.add(RecordKind.ofLabel(label)));
        return kinds;
    }

    /** Texts given one by one or with commas between them. */
    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String text : fields.texts(name)) {
            for (String word : text.split(",", -1)) {
                if (!word.isBlank()) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }

    int limit(int otherwise) {
        long limit = fields.number("limit", otherwise);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInputException("limit " + limit + ", expected 1 to " + MAX_LIMIT);
        }
        return (int) limit;
    }

    @Nullable Instant time(String name) {
        return fields.time(name);
    }

    void answer(int status, Map<String, ?> tree) {
        Answers.json(context, status, tree);
    }

    void notFound(String what) {
        Answers.error(context, 404, "not_found", "no " + what + " in space " + space());
    }
}
