package io.ambit.wire.responses;

import io.ambit.core.context.Edit;
import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.text.CanonicalJson;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.JsonSpans;
import io.ambit.wire.Rewrite;
import io.ambit.wire.Splice;
import io.ambit.wire.WireRequest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What edits of this format's input take beyond those of a list of messages. */
final class InputEdits {
    private InputEdits() {}

    static String userMessage(String text) {
        return "{\"type\":\"message\",\"role\":\"user\",\"content\":" + JsonStrings.quote(text) + "}";
    }

    /** Adds what only this format needs to {@code splice} and returns what is left to do. */
    static Rewrite addTo(Splice splice, WireRequest request, Rewrite rewrite) {
        Span input = request.messages();
        if (input.isPresent() && request.body()[input.start()] == '[') {
            return rewrite.withEdits(withoutRepeated(splice, request, rewrite.edits()));
        }
        asList(splice, request, rewrite.edits());
        return rewrite.withEdits(List.of());
    }

    /** What is added to a text, or to nothing, makes a list of it. */
    private static void asList(Splice splice, WireRequest request, List<Edit> edits) {
        List<String> added = new ArrayList<>();
        List<String> inserted = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        int text = request.transcript().size() - 1;
        for (Edit edit : edits) {
            if (edit instanceof Edit.Restore restore && !restore.messages().isBlank()) {
                added.add(restore.messages());
            } else if (edit instanceof Edit.Insert insert && insert.messageIndex() < text) {
                before.append(userMessage(insert.text())).append(',');
            } else if (edit instanceof Edit.Insert insert) {
                inserted.add(userMessage(insert.text()));
            }
        }
        added.addAll(inserted); // what was put back stood before what is inserted now
        Span input = request.messages();
        boolean isText = input.isPresent() && request.body()[input.start()] == '"';
        if (!before.isEmpty() && !isText) {
            added.add(0, before.substring(0, before.length() - 1)); // there is no text to stand before
            before.setLength(0);
        }
        if (added.isEmpty() && before.isEmpty()) {
            return;
        }
        String items = String.join(",", added);
        if (!input.isPresent()) {
            boolean empty = Json.parse(request.body()) instanceof Json.Obj body
                    && body.members().isEmpty();
            splice.insert(request.samplingSpan().start() + 1, "\"input\":[" + items + (empty ? "]" : "],"));
        } else if (isText) {
            splice.insert(input.start(), "[" + before + "{\"type\":\"message\",\"role\":\"user\",\"content\":");
            splice.insert(input.end(), items.isEmpty() ? "}]" : "}," + items + "]");
        } else {
            splice.replace(input.start(), input.end(), "[" + items + "]");
        }
    }

    /**
     * Items that an exchange holds, and that the client was shown too, come back with the turn that follows the
     * exchange: upstreams refuse an item that stands there twice, and the prefix that they cached has it once.
     */
    private static List<Edit> withoutRepeated(Splice splice, WireRequest request, List<Edit> edits) {
        List<Edit> result = new ArrayList<>(edits);
        List<Message> messages = request.transcript().messages();
        for (Edit edit : edits) {
            int next = edit.messageIndex() + 1;
            if (!(edit instanceof Edit.Restore restore)
                    || next >= messages.size()
                    || messages.get(next).role() != Role.ASSISTANT
                    || edits.contains(new Edit.Drop(next))) {
                continue;
            }
            Set<String> there = keys(Utf8.encode("[" + restore.messages() + "]"));
            Span span = messages.get(next).span();
            byte[] turn = new byte[span.end() - span.start() + 2];
            turn[0] = '[';
            System.arraycopy(request.body(), span.start(), turn, 1, turn.length - 2);
            turn[turn.length - 1] = ']';
            Json list = Json.parse(turn);
            BitSet repeated = new BitSet();
            for (int i = 0; i < list.items().size(); i++) {
                repeated.set(i, there.contains(key(list.items().get(i), turn)));
            }
            if (repeated.cardinality() == list.items().size()) {
                result.add(new Edit.Drop(next));
            } else if (!repeated.isEmpty()) {
                int shift = span.start() - 1;
                List<Span> spans = JsonSpans.of(list.items()).stream()
                        .map(item -> new Span(item.start() + shift, item.end() + shift))
                        .toList();
                splice.drop(span, spans, repeated::get);
            }
        }
        return result;
    }

    private static Set<String> keys(byte[] list) {
        Set<String> keys = new HashSet<>();
        for (Json item : Json.parse(list).items()) {
            if (!ItemReader.type(item).endsWith("_output")) {
                keys.add(key(item, list));
            }
        }
        return keys;
    }

    /** The same for an item that comes back as clients send it, and another for each other item of its session. */
    private static String key(Json item, byte[] source) {
        String encrypted = item.text("encrypted_content");
        if (encrypted != null && !encrypted.isEmpty()) {
            return "encrypted " + encrypted;
        }
        if (item instanceof Json.Obj && ItemReader.type(item).equals("message")) {
            Message message =
                    Message.of(Role.ASSISTANT, ItemReader.read(item, source, 0).parts());
            return "message " + item.text("id") + ' ' + message.hash().hex();
        }
        return CanonicalJson.of(item, source, Set.of("status"));
    }
}
