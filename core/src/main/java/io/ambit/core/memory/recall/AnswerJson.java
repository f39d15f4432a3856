package io.ambit.core.memory.recall;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.record.LinkJson;
import io.ambit.core.record.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of an answer: every hit with its record, its score by part and the way that led to it. */
public final class AnswerJson {
    private AnswerJson() {}

    public static Map<String, Object> tree(Answer answer) {
        Map<String, Object> tree = object("queryId", answer.queryId());
        if (answer.task() != null) {
            tree.put("task", answer.task().type().label());
        }
        if (answer.time() != null) {
            tree.put(
                    "time",
                    object(
                            "from",
                            text(answer.time().from()),
                            "to",
                            text(answer.time().to())));
        }
        tree.put("avoid", answer.avoid().stream().map(AnswerJson::hit).toList());
        tree.put("hits", answer.hits().stream().map(AnswerJson::hit).toList());
        tree.put(
                "leftOut",
                answer.leftOut().stream()
                        .map(left -> object("id", left.id().value(), "line", left.line(), "tokens", left.tokens()))
                        .toList());
        tree.put(
                "setAside",
                answer.setAside().stream()
                        .map(aside -> object("id", aside.id().value(), "reason", aside.reason()))
                        .toList());
        tree.put(
                "strategies",
                answer.strategies().stream()
                        .map(run -> object(
                                "type", run.type().label(),
                                "results", run.results(),
                                "selected", run.selected(),
                                "milliseconds", run.latency().toNanos() / 1e6,
                                "propensity", run.propensity()))
                        .toList());
        tree.put("problems", answer.problems());
        return tree;
    }

    private static Map<String, Object> hit(Hit hit) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("score", hit.score());
        tree.put("parts", hit.parts());
        List<Map<String, Object>> path = hit.path().stream().map(LinkJson::tree).toList();
        if (!path.isEmpty()) {
            tree.put("path", path);
        }
        tree.put("tokens", hit.tokens());
        tree.putAll(RecordJson.tree(hit.record()));
        return tree;
    }

    private static String text(@Nullable Object time) {
        return time == null ? "" : time.toString();
    }
}
