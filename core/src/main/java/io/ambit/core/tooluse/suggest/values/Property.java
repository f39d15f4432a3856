package io.ambit.core.tooluse.suggest.values;

import io.ambit.core.retrieval.Compound;
import io.ambit.core.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A property of a tool's arguments, as its schema tells of it. */
record Property(String name, Map<?, ?> schema, boolean required) {
    private static final Set<String> QUERY = Set.of(
            "query",
            "q",
            "question",
            "prompt",
            "search",
            "searchterm",
            "searchquery",
            "request",
            "userquery",
            "keywords");
    private static final Set<String> PLACE = Set.of(
            "location", "city", "place", "country", "address", "region", "destination", "origin", "town", "area");
    private static final Set<String> ID = Set.of(
            "id",
            "ids",
            "uuid",
            "guid",
            "key",
            "hash",
            "sha",
            "token",
            "secret",
            "password",
            "cursor",
            "session",
            "etag");
    private static final Set<String> PATH =
            Set.of("path", "paths", "file", "files", "filename", "filepath", "directory", "folder", "dir", "source");

    /** The words of its name, in lower case. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>(Words.of(Compound.spaced(name)));
        words.add(name.toLowerCase(Locale.ROOT));
        return words;
    }

    private boolean named(Set<String> any) {
        return words().stream().anyMatch(any::contains);
    }

    /** Whether it asks for what is wanted, in words. */
    boolean isQuery() {
        return QUERY.contains(name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", ""));
    }

    boolean isPlace() {
        return named(PLACE);
    }

    /** Whether it names one thing of many, or keeps a secret: what was right for one call is wrong for another. */
    boolean isId() {
        return named(ID) || name.endsWith("Id") || name.endsWith("ID");
    }

    boolean isPath() {
        return named(PATH);
    }

    boolean isUrl() {
        return format().equals("uri")
                || format().equals("url")
                || named(Set.of("url", "uri", "link", "website", "urls"));
    }

    boolean isEmail() {
        return format().equals("email") || named(Set.of("email", "mail", "emails", "recipient"));
    }

    boolean isDate() {
        return format().startsWith("date")
                || named(Set.of("date", "day", "since", "until", "start_date", "end_date", "deadline", "due"));
    }

    String format() {
        return schema.get("format") instanceof String format ? format.toLowerCase(Locale.ROOT) : "";
    }

    /** Its type; "" where the schema allows several or says none. */
    String type() {
        Object type = schema.get("type");
        if (type instanceof List<?> several) {
            List<?> real = several.stream().filter(one -> !"null".equals(one)).toList();
            type = real.size() == 1 ? real.getFirst() : null;
        }
        return type instanceof String one ? one : "";
    }

    boolean isNumber() {
        return type().equals("number") || type().equals("integer");
    }

    /** The values that it may have; empty where any may be. */
    List<?> choices() {
        return schema.get("enum") instanceof List<?> choices ? choices : List.of();
    }

    /** Of what its items are, where it is a list. */
    Property item() {
        return new Property(name, schema.get("items") instanceof Map<?, ?> items ? items : Map.of(), required);
    }
}
