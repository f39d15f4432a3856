package io.ambit.wire.responses;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.JsonStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An item that was read.
 *
 * @param role of the message that it is, or is a piece of
 * @param rest canonical JSON of the members that are in no part
 */
record ReadItem(Role role, List<Part> parts, Map<String, String> rest, Span span) {
    ReadItem {
        parts = List.copyOf(parts);
        rest = new TreeMap<>(rest);
    }

    /**
     * The messages of a list of items. All that a model says in one answer, its reasoning and its calls included, comes
     * as items that follow each other: they are one message, from the first item to the last.
     */
    static List<Message> messages(List<ReadItem> items) {
        List<Message> messages = new ArrayList<>();
        for (int from = 0; from < items.size(); ) {
            int to = from + 1;
            if (items.get(from).role() == Role.ASSISTANT) {
                while (to < items.size() && items.get(to).role() == Role.ASSISTANT) {
                    to++;
                }
                messages.add(turn(items.subList(from, to)));
            } else {
                ReadItem item = items.get(from);
                messages.add(Message.of(item.role(), item.parts(), object(item.rest()), item.span()));
            }
            from = to;
        }
        return messages;
    }

    /** One message of the assistant, whatever the items are. */
    static Message turn(List<ReadItem> items) {
        List<Part> parts = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        boolean plain = true;
        for (ReadItem item : items) {
            parts.addAll(item.parts());
            plain &= item.rest().isEmpty();
            rest.add(object(item.rest()));
        }
        Span span = items.isEmpty() || !items.get(0).span().isPresent()
                ? Span.NONE
                : new Span(
                        items.get(0).span().start(),
                        items.get(items.size() - 1).span().end());
        return Message.of(Role.ASSISTANT, parts, plain ? "{}" : "{\"items\":[" + String.join(",", rest) + "]}", span);
    }

    private static String object(Map<String, String> members) {
        StringBuilder out = new StringBuilder("{");
        members.forEach((name, value) -> {
            out.append(out.length() == 1 ? "" : ",");
            JsonStrings.quote(name, out);
            out.append(':').append(value);
        });
        return out.append('}').toString();
    }
}
