package io.ambit.mcp.tool.backlog;

import io.ambit.core.backlog.ListRequest;
import io.ambit.core.text.Hash;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a list goes on.
 *
 * @param offset how many items were shown
 */
record Cursor(int offset) {
    private static final int CHECK = 8;
    private static final Pattern WRITTEN = Pattern.compile("c([0-9]{1,9})-([0-9a-f]{" + CHECK + "})");

    /** The cursor in one word, which holds for these filters only. */
    String write(ListRequest request) {
        return "c" + offset + "-" + check(request);
    }

    /** Reads a cursor; empty where it is none, or one of other filters. */
    static Optional<Cursor> read(String written, ListRequest request) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        return matcher.matches() && matcher.group(2).equals(check(request))
                ? Optional.of(new Cursor(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    ListRequest page(ListRequest whole) {
        return new ListRequest(
                whole.types(),
                whole.statuses(),
                whole.parent(),
                whole.tags(),
                whole.text(),
                whole.sort(),
                offset,
                whole.limit());
    }

    private static String check(ListRequest request) {
        TreeSet<String> types = new TreeSet<>();
        request.types().forEach(type -> types.add(type.name()));
        return Hash.of(String.join(
                        "\n",
                        types.toString(),
                        new TreeSet<>(request.statuses()).toString(),
                        String.valueOf(request.parent()),
                        new TreeSet<>(request.tags()).toString(),
                        request.text(),
                        request.sort().name()))
                .hex()
                .substring(0, CHECK);
    }
}
