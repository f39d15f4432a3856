package io.ambit.store.mirror;

import io.ambit.core.session.Space;
import io.ambit.core.spi.ToolPatternStore.Event;
import io.ambit.core.text.JsonTree;
import io.ambit.core.tool.ToolPattern;
import io.ambit.core.tool.ToolPatternJson;
import io.ambit.store.file.PrivateFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes what was learned of tools: {@code tool-patterns.json}, {@code anti-patterns.json} and
 * {@code optimization-history.json} in the folder {@code learning} of the data folder, for spaces other than the default
 * one in {@code learning/spaces/NAME}.
 */
public final class PatternMirror {
    private final Path folder;

    /**
     * For the files of one data folder.
     *
     * @param dataFolder the folder that holds the database
     */
    public PatternMirror(Path dataFolder) {
        this.folder = dataFolder.resolve("learning");
    }

    /** Where the files of a space lie. */
    public Path folder(Space space) {
        return PrivateFile.folder(folder, space);
    }

    /**
     * Writes all three as they are now.
     *
     * @param events newest first
     * @throws io.ambit.core.error.AmbitException where a file cannot be written; the old one is whole then
     */
    public void write(Space space, List<ToolPattern> patterns, List<Event> events, Instant now) {
        Path own = folder(space);
        Predicate<ToolPattern> isHabit = pattern -> pattern.origin().equals(ToolPattern.HABIT);
        PrivateFile.writeJson(own.resolve("tool-patterns.json"), patterns(space, patterns, isHabit.negate(), now));
        PrivateFile.writeJson(own.resolve("anti-patterns.json"), patterns(space, patterns, isHabit, now));
        Map<String, Object> history = head(space, now);
        history.put("events", events.stream().map(PatternMirror::event).toList());
        PrivateFile.writeJson(own.resolve("optimization-history.json"), history);
    }

    private static Map<String, Object> head(Space space, Instant now) {
        return JsonTree.object("space", space.id(), "updated", now.toString());
    }

    private static Map<String, Object> patterns(
            Space space, List<ToolPattern> patterns, Predicate<ToolPattern> which, Instant now) {
        Map<String, Object> tree = head(space, now);
        tree.put(
                "patterns",
                patterns.stream().filter(which).map(ToolPatternJson::tree).toList());
        return tree;
    }

    private static Map<String, Object> event(Event event) {
        return JsonTree.object(
                "time", event.at().toString(), "what", event.what(), "pattern", event.pattern(), "note", event.note());
    }
}
