package io.ambit.core.memory.disclosure;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.record.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON forms of what memory shows little by little, and of what that costs. */
public final class DisclosureJson {
    private DisclosureJson() {}

    public static Map<String, Object> index(IndexView view) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "topics",
                view.lines().stream()
                        .map(line -> object(
                                "id", line.topic(),
                                "summary", line.summary(),
                                "relevance", line.relevance(),
                                "lastAccess", line.lastAccess().toString(),
                                "tokenCount", line.tokens()))
                        .toList());
        tree.put("more", view.more());
        tree.put("tokens", view.tokens());
        tree.put("text", view.text());
        return tree;
    }

    public static Map<String, Object> timeline(Timeline timeline) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "recent",
                timeline.recent().stream()
                        .map(line -> object(
                                "at", line.at().toString(),
                                "text", line.text(),
                                "record", line.record().value()))
                        .toList());
        tree.put(
                "decisions",
                timeline.decisions().stream()
                        .map(decision -> object(
                                "at", decision.at().toString(),
                                "text", decision.text(),
                                "rationale", decision.rationale(),
                                "record", decision.record().value()))
                        .toList());
        tree.put(
                "active",
                object(
                        "currentFocus", timeline.active().currentFocus(),
                        "blockedBy", timeline.active().blockedBy(),
                        "nextUp", timeline.active().nextUp()));
        tree.put("tokens", timeline.tokens());
        tree.put("text", timeline.text());
        return tree;
    }

    public static Map<String, Object> disclosed(Disclosed disclosed) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("index", index(disclosed.index()));
        tree.put(
                "matches",
                disclosed.matches().stream()
                        .map(match -> object(
                                "topic", match.topic(),
                                "similarity", match.similarity(),
                                "inFull", match.inFull()))
                        .toList());
        tree.put(
                "timeline",
                disclosed.entries().stream()
                        .map(entry -> object("topic", entry.topic(), "text", entry.text(), "tokens", entry.tokens()))
                        .toList());
        tree.put("sufficient", disclosed.sufficient());
        tree.put("records", disclosed.records().stream().map(RecordJson::tree).toList());
        tree.put(
                "leftOut",
                disclosed.leftOut().stream()
                        .map(left -> object("id", left.id().value(), "line", left.line(), "tokens", left.tokens()))
                        .toList());
        tree.put("carriedOut", carriedOut(disclosed.carriedOut()));
        tree.put("text", disclosed.text());
        return tree;
    }

    public static List<Map<String, Object>> carriedOut(List<CarriedOut> all) {
        return all.stream()
                .map(one -> object(
                        "threshold", one.threshold().label(),
                        "figure", one.figure(),
                        "changes", one.changes().stream().map(Object::toString).toList()))
                .toList();
    }

    public static Map<String, Object> figures(Figures figures) {
        return object(
                "queries", figures.queries(),
                "discoveryTokens", figures.discovery(),
                "readTokens", figures.read(),
                "ratio", figures.ratio(),
                "discoveryTokensPerQuery", figures.discoveryPerQuery(),
                "timelineTokensPerQuery", figures.timelinePerQuery(),
                "tokensOfShowingAll", figures.all(),
                "tokensSaved", figures.saved(),
                "saving", figures.saving(),
                "indexLoads", figures.indexLoads(),
                "timelineLoads", figures.timelineLoads(),
                "fullLoads", figures.fullLoads());
    }
}
