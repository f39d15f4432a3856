package io.ambit.store.backlog.front;

import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 with its core schema, read from events: depth and the size that aliases blow a text up to are bounded, nothing
 * is constructed, and of each entry of the outermost mapping its place is known.
 */
final class YamlReader {
    private static final int MAX_DEPTH = 40;
    private static final int MAX_NODES = 20_000;
    private static final int MAX_LENGTH = 200_000;

    /** A value that an alias may name, and how many nodes it stands for. */
    private record Anchored(Value value, long nodes) {}

    private final CodePoints places;
    private final Iterator<Event> events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;
    private int lastEnd;

    private YamlReader(String yaml) {
        places = CodePoints.of(yaml);
        events = new Parse(LoadSettings.builder().setLabel("front matter").build())
                .parseString(yaml)
                .iterator();
    }

    /**
     * The mapping that a text is; empty where it is none but something else.
     *
     * @throws FrontMatterException where it is no YAML, or too deep or too large
     */
    static Optional<YamlMap> read(String yaml) {
        if (yaml.length() > MAX_LENGTH) {
            throw new FrontMatterException(
                    "front matter of " + yaml.length() + " characters, expected at most " + MAX_LENGTH);
        }
        try {
            return new YamlReader(yaml).document(yaml);
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new FrontMatterException("front matter is no YAML: " + firstLine(e.getMessage()), e);
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "unknown" : message.lines().findFirst().orElse("unknown");
    }

    private Optional<YamlMap> document(String yaml) {
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof MappingStartEvent map) {
                YamlMap read = entries(yaml, map);
                rest();
                return Optional.of(read);
            }
            if (event instanceof NodeEvent node) {
                boolean isEmpty = value(node, 0) instanceof Value.Null;
                rest();
                return isEmpty ? Optional.of(none()) : Optional.empty();
            }
        }
        return Optional.of(none());
    }

    private static YamlMap none() {
        return new YamlMap(new Value.Obj("", List.of(), false), List.of(), false);
    }

    /** What follows is read only to know that it is well-formed. */
    private void rest() {
        while (events.hasNext()) {
            if (events.next() instanceof NodeEvent) {
                throw new FrontMatterException("front matter of more than one document");
            }
        }
    }

    private YamlMap entries(String yaml, MappingStartEvent map) {
        List<Value.Field> fields = new ArrayList<>();
        List<YamlMap.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event instanceof NodeEvent key; event = events.next()) {
            int keyStart = start(key);
            String name = name(value(key, 1));
            int keyEnd = trimmed(yaml, keyStart, lastEnd);
            NodeEvent node = node();
            int valueStart = start(node);
            lastEnd = valueStart;
            boolean block = node instanceof CollectionStartEvent collection && !collection.isFlow();
            fields.add(new Value.Field(name, value(node, 1)));
            int valueEnd = trimmed(yaml, valueStart, lastEnd);
            entries.add(new YamlMap.Entry(name, keyStart, keyEnd, valueStart, valueEnd, block));
        }
        return new YamlMap(new Value.Obj("", List.copyOf(fields), false), entries, map.isFlow());
    }

    private static int trimmed(String yaml, int start, int end) {
        int to = end;
        while (to > start && Character.isWhitespace(yaml.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private NodeEvent node() {
        if (events.next() instanceof NodeEvent node) {
            return node;
        }
        throw new FrontMatterException("front matter is no YAML: a value is missing");
    }

    private Value value(NodeEvent event, int depth) {
        long before = nodes;
        count(1);
        if (depth > MAX_DEPTH) {
            throw new FrontMatterException("front matter of more than " + MAX_DEPTH + " levels");
        }
        Value value = switch (event) {
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> {
                lastEnd = end(scalar);
                yield Scalars.read(scalar);
            }
            case SequenceStartEvent list -> list(depth);
            case MappingStartEvent map -> map(depth);
            default -> throw new FrontMatterException("front matter is no YAML: " + event.getEventId());
        };
        event.getAnchor()
                .filter(anchor -> !(event instanceof AliasEvent))
                .ifPresent(anchor -> anchors.put(anchor.getValue(), new Anchored(value, nodes - before)));
        return value;
    }

    private Value alias(AliasEvent alias) {
        lastEnd = end(alias);
        String name = alias.getAlias().getValue();
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new FrontMatterException("front matter names an anchor '" + name + "' that does not stand before it");
        }
        count(anchored.nodes());
        return anchored.value();
    }

    private Value list(int depth) {
        List<Value> items = new ArrayList<>();
        Event event = events.next();
        for (; event instanceof NodeEvent item; event = events.next()) {
            items.add(value(item, depth + 1));
        }
        closed(event);
        return new Value.Arr(List.copyOf(items), false);
    }

    private Value map(int depth) {
        List<Value.Field> fields = new ArrayList<>();
        Event event = events.next();
        for (; event instanceof NodeEvent key; event = events.next()) {
            String name = name(value(key, depth + 1));
            fields.add(new Value.Field(name, value(node(), depth + 1)));
        }
        closed(event);
        return new Value.Obj("", List.copyOf(fields), false);
    }

    /** A collection in brackets ends with them; one over lines ends with its last value, not with the blank lines after. */
    private void closed(Event end) {
        int at = end(end);
        if (at > start(end)) {
            lastEnd = Math.max(lastEnd, at);
        }
    }

    private void count(long more) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new FrontMatterException("front matter of more than " + MAX_NODES + " values");
        }
    }

    /** A key as text; one that is a list or a mapping has none. */
    private static String name(Value key) {
        return switch (key) {
            case Value.Str text -> text.text();
            case Value.Num number -> number.spelling();
            case Value.Bool flag -> String.valueOf(flag.value());
            case Value.Null none -> "null";
            case Value.Arr list -> "";
            case Value.Obj map -> "";
        };
    }

    private int start(Event event) {
        return places.charAt(event.getStartMark().map(Mark::getIndex).orElse(0));
    }

    private int end(Event event) {
        return places.charAt(event.getEndMark().map(Mark::getIndex).orElse(0));
    }
}
