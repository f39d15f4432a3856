package io.ambit.core.context;

import io.ambit.core.compress.shared.SharedLines;
import io.ambit.core.compress.shared.ShownText;
import io.ambit.core.compress.structured.TableHeaders;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model sees of a conversation, message by message: the ground on which the next output is compressed. It
 * follows from the messages and from what was decided for them, and from nothing else. Used by one thread.
 */
final class SessionView {
    private static final int MAX_ABOUT = 20;

    private final ShownText shown = new ShownText();
    private final SharedLines lines = new SharedLines();
    /** The texts of {@link #lines}. */
    private final List<Source> sources = new ArrayList<>();

    private final Map<String, Integer> firstOfText = new HashMap<>();
    private final Map<String, Hash> contentOfId = new HashMap<>();
    private final List<Decision> decided = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int messages;
    private String tail = "";
    private String tailOwner = "";

    /**
     * A text that pointers may lead to.
     *
     * @param id of the output, "" for a text that the model wrote itself
     */
    record Source(String id, String tool, String about) {}

    ShownText shown() {
        return shown;
    }

    SharedLines lines() {
        return lines;
    }

    Source source(int number) {
        return sources.get(number);
    }

    /** How many messages it covers. */
    int messages() {
        return messages;
    }

    /** What was decided for the outputs that it covers, in their order. */
    List<Decision> decided() {
        return decided;
    }

    /** The short names of the outputs that it covers, in their order; "" for those that are left out. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** The last lines of the latest output, as the model last saw them written out. */
    String tail() {
        return tail;
    }

    /** The id of the output that shows {@link #tail}. */
    String tailOwner() {
        return tailOwner;
    }

    /** Index of the first output with this text, or -1. */
    int firstWith(String text) {
        return firstOfText.getOrDefault(text, -1);
    }

    /** The short name of an output, with more digits where another one of the session goes by the first ones. */
    OutputId id(String text) {
        Hash content = Hash.of(text);
        int digits = OutputId.MIN_LENGTH;
        while (digits < OutputId.MAX_LENGTH) {
            Hash owner = contentOfId.get(OutputId.of(content, digits).value());
            if (owner == null || owner.equals(content)) {
                break;
            }
            digits++;
        }
        OutputId id = OutputId.of(content, digits);
        contentOfId.putIfAbsent(id.value(), content);
        return id;
    }

    /** Takes in a part that is never changed. */
    void add(Part part) {
        shown.add(part.text());
        if (part instanceof Part.ToolCall call) {
            for (String written : WrittenText.in(call)) {
                addLines(written, source("", call));
            }
        }
    }

    /** Takes in an output in the form in which it is shown. */
    void add(ToolExchange exchange, int index, Decision decision) {
        add(exchange, index, decision, false);
    }

    /** The same; one of a message that is left out is only counted. */
    void add(ToolExchange exchange, int index, Decision decision, boolean dropped) {
        String id = dropped ? "" : id(exchange.result().text()).value();
        ids.add(id);
        if (dropped) {
            decided.add(decision);
            return;
        }
        String text = exchange.result().text();
        String visible = decision instanceof Decision.Replacement replacement ? replacement.shown() : text;
        decided.add(decision);
        shown.add(visible);
        if (!(decision instanceof Decision.Point)) {
            firstOfText.putIfAbsent(text, index);
            addLines(visible, source(id, exchange.call()));
            shown.define(TableHeaders.definedIn(visible));
            if (!Trailer.isIn(visible)) {
                tail = Trailer.of(visible);
                tailOwner = id;
            }
        } else {
            tail = "";
        }
    }

    /** The next message is covered. */
    void next() {
        messages++;
    }

    private void addLines(String text, Source source) {
        lines.add(text);
        sources.add(source);
    }

    private static Source source(String id, Part.@Nullable ToolCall call) {
        return call == null
                ? new Source(id, "", "")
                : new Source(id, call.name(), CallWords.line(CallWords.mainArgument(call), MAX_ABOUT));
    }
}
