package io.ambit.wire.chat;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.message.Part;
import io.ambit.core.message.Span;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import java.util.Set;

/** A tool call that arrives, in one piece or in many. */
final class ChatCall {
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
    private String id = "";

    /** Whose call it is, as far as what has come of it tells. */
    enum Owner {
        /** Not known yet: its name may still grow into, or out of, the hidden one. */
        UNKNOWN,
        CLIENT,
        AMBIT
    }

    /**
     * Takes one entry of {@code tool_calls}.
     *
     * @param room how many characters may be added
     * @return how many were
     */
    int add(Json entry, byte[] source, int room) {
        Json function = entry.get("function") instanceof Json.Obj plain ? plain : entry.get("custom");
        String newId = entry.text("id");
        if (newId != null && id.isEmpty()) {
            id = newId;
        }
        if (function == null) {
            return 0;
        }
        int before = name.length() + arguments.length();
        String newName = function.text("name");
        // Some servers say the whole name again with each piece; and a call that was taken for hidden stays so.
        boolean settled = isRetrieve() && !arguments.isEmpty();
        if (newName != null && newName.length() <= room && !newName.contentEquals(name) && !settled) {
            name.append(newName);
        }
        String more = arguments(function, source);
        if (more.length() <= room) {
            arguments.append(more);
        }
        return name.length() + arguments.length() - before;
    }

    private static String arguments(Json function, byte[] source) {
        Json value = function.get("arguments") == null ? function.get("input") : function.get("arguments");
        return switch (value) {
            case null -> "";
            case Json.Null ignored -> "";
            case Json.Str text -> text.value();
            default -> CanonicalJson.of(value, source, Set.of());
        };
    }

    /** Whether {@code entry} cannot belong to this call: it names another one. */
    boolean isOther(Json entry) {
        String otherId = entry.text("id");
        Json function = entry.get("function");
        String otherName = function == null ? null : function.text("name");
        return otherId != null
                && !otherId.isEmpty()
                && !id.isEmpty()
                && !id.equals(otherId)
                && otherName != null
                && !otherName.isEmpty();
    }

    /**
     * Whose call it is.
     *
     * @param ended whether nothing more of it will come
     */
    Owner owner(boolean ended) {
        if (isRetrieve()) {
            // Until arguments come, the name might go on.
            return ended || !arguments.isEmpty() ? Owner.AMBIT : Owner.UNKNOWN;
        }
        return !ended && RetrieveTool.NAME.startsWith(name.toString()) ? Owner.UNKNOWN : Owner.CLIENT;
    }

    /** Whether its name, so far, is the hidden one. */
    boolean isRetrieve() {
        return RetrieveTool.NAME.contentEquals(name);
    }

    String id() {
        return id;
    }

    /** As far as it has come. */
    String name() {
        return name.toString();
    }

    Part.ToolCall part() {
        return new Part.ToolCall(id, name.toString(), arguments.toString(), Span.NONE);
    }
}
