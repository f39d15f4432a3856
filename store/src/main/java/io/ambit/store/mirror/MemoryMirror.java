package io.ambit.store.mirror;

import io.ambit.core.event.StrategySuccess;
import io.ambit.core.memory.disclosure.Disclosure;
import io.ambit.core.memory.disclosure.Economics;
import io.ambit.core.memory.disclosure.Figures;
import io.ambit.core.memory.disclosure.IndexView;
import io.ambit.core.memory.disclosure.Threshold;
import io.ambit.core.memory.disclosure.Timeline;
import io.ambit.core.session.Space;
import io.ambit.store.file.PrivateFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes index, timeline and economics of a space as JSON: {@code index.json}, {@code timeline.json},
 * {@code token_economics.json} in the folder {@code memory} of the data folder, for spaces other than the default one
 * in {@code memory/spaces/NAME}.
 */
public final class MemoryMirror {
    private final Path folder;

    /**
     * For the files of one data folder.
     *
     * @param dataFolder the folder that holds the database
     */
    public MemoryMirror(Path dataFolder) {
        this.folder = dataFolder.resolve("memory");
    }

    /** Where the files of a space lie. */
    public Path folder(Space space) {
        return PrivateFile.folder(folder, space);
    }

    /**
     * Writes all three as they are now.
     *
     * @throws io.ambit.core.error.AmbitException where a file cannot be written; the old one is whole then
     */
    public void write(
            Space space, Disclosure disclosure, Economics economics, List<StrategySuccess> strategies, Instant now) {
        Path own = folder(space);
        PrivateFile.writeJson(own.resolve("index.json"), index(space, disclosure.topics(space), now));
        PrivateFile.writeJson(own.resolve("timeline.json"), timeline(space, disclosure.timeline(space), now));
        PrivateFile.writeJson(
                own.resolve("token_economics.json"), economics(space, economics.whole(space), strategies, now));
    }

    private static Map<String, Object> head(Space space, Instant now) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("space", space.id());
        tree.put("updated", now.toString());
        return tree;
    }

    private static Map<String, Object> index(Space space, List<IndexView.Line> lines, Instant now) {
        Map<String, Object> tree = head(space, now);
        List<Object> topics = new ArrayList<>();
        for (IndexView.Line line : lines) {
            Map<String, Object> topic = new LinkedHashMap<>();
            topic.put("id", line.topic());
            topic.put("summary", line.summary());
            topic.put("relevance", line.relevance());
            topic.put("lastAccess", line.lastAccess().toString());
            topic.put("tokenCount", line.tokens());
            topics.add(topic);
        }
        tree.put("totalTokens", lines.stream().mapToLong(IndexView.Line::tokens).sum());
        tree.put("topics", topics);
        return tree;
    }

    private static Map<String, Object> timeline(Space space, Timeline timeline, Instant now) {
        Map<String, Object> tree = head(space, now);
        List<Object> recent = new ArrayList<>();
        for (Timeline.Line line : timeline.recent()) {
            recent.add(entry(line.at(), "action", line.text(), "", line.record().value()));
        }
        List<Object> decisions = new ArrayList<>();
        for (Timeline.Decision decision : timeline.decisions()) {
            decisions.add(entry(
                    decision.at(),
                    "decision",
                    decision.text(),
                    decision.rationale(),
                    decision.record().value()));
        }
        Map<String, Object> active = new LinkedHashMap<>();
        active.put("currentFocus", timeline.active().currentFocus());
        active.put("blockedBy", timeline.active().blockedBy());
        active.put("nextUp", timeline.active().nextUp());
        tree.put("recentActions", recent);
        tree.put("keyDecisions", decisions);
        tree.put("activeContext", active);
        return tree;
    }

    private static Map<String, Object> entry(Instant at, String name, String text, String rationale, String record) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("time", at.toString());
        entry.put(name, text);
        if (!rationale.isEmpty()) {
            entry.put("rationale", rationale);
        }
        entry.put("record", record);
        return entry;
    }

    private static Map<String, Object> economics(
            Space space, Figures figures, List<StrategySuccess> strategies, Instant now) {
        Map<String, Object> tree = head(space, now);
        tree.put("queries", figures.queries());
        tree.put("discoveryTokens", figures.discovery());
        tree.put("readTokens", figures.read());
        tree.put("ratio", figures.ratio());
        tree.put("allTokens", figures.all());
        tree.put("tokensSaved", figures.saved());
        tree.put("saving", figures.saving());
        Map<String, Object> loads = new LinkedHashMap<>();
        loads.put("index", figures.indexLoads());
        loads.put("timeline", figures.timelineLoads());
        loads.put("full", figures.fullLoads());
        tree.put("layerLoads", loads);
        List<Object> thresholds = new ArrayList<>();
        for (Threshold threshold : Threshold.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", threshold.label());
            one.put("figure", threshold.figure(figures));
            one.put("crossed", threshold.isCrossed(figures));
            thresholds.add(one);
        }
        tree.put("thresholds", thresholds);
        Map<String, Object> rates = new LinkedHashMap<>();
        strategies.forEach(one -> rates.put(one.type().label(), one.rate()));
        tree.put("successByStrategy", rates);
        return tree;
    }
}
