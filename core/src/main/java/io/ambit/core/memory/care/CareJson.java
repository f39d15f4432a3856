package io.ambit.core.memory.care;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.record.ContentJson;
import io.ambit.core.record.RecordId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form, and the line for people, of what care does. */
public final class CareJson {
    private CareJson() {}

    public static Map<String, Object> tree(CareStep step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", name(step));
        switch (step) {
            case CareStep.Draw draw -> {
                tree.put("kind", draw.content().kind().label());
                tree.put("confidence", draw.confidence());
                tree.put("sources", ids(draw.sources()));
                tree.put("content", ContentJson.tree(draw.content()));
            }
            case CareStep.Revise revise -> {
                tree.put("id", revise.id().value());
                tree.put("confidence", revise.confidence());
                tree.put("newSources", ids(revise.newSources()));
            }
            case CareStep.Supersede supersede ->
                tree.putAll(object(
                        "kept", supersede.kept().value(),
                        "superseded", supersede.superseded().value(),
                        "reason", supersede.reason()));
            case CareStep.Archive archive ->
                tree.putAll(object("id", archive.id().value(), "reason", archive.reason()));
            case CareStep.Review review -> tree.putAll(object("id", review.id().value(), "reason", review.reason()));
        }
        return tree;
    }

    /** One line for people. */
    public static String line(CareStep step) {
        return switch (step) {
            case CareStep.Draw draw ->
                name(step) + " " + draw.content().title() + " (from " + String.join(", ", ids(draw.sources())) + ")";
            case CareStep.Revise revise ->
                name(step) + " " + revise.id() + " with " + revise.newSources().size() + " more sources";
            case CareStep.Supersede supersede ->
                name(step) + " " + supersede.superseded() + " by " + supersede.kept() + ": " + supersede.reason();
            case CareStep.Archive archive -> name(step) + " " + archive.id() + ": " + archive.reason();
            case CareStep.Review review -> name(step) + " " + review.id() + ": " + review.reason();
        };
    }

    private static String name(CareStep step) {
        return switch (step) {
            case CareStep.NewPattern ignored -> "new pattern";
            case CareStep.NewAntiPattern ignored -> "new anti-pattern";
            case CareStep.NewSkill ignored -> "new skill";
            case CareStep.Summarise ignored -> "summarise";
            case CareStep.Revise ignored -> "revise";
            case CareStep.Supersede ignored -> "supersede";
            case CareStep.Archive ignored -> "archive";
            case CareStep.Review ignored -> "review";
        };
    }

    private static List<String> ids(List<RecordId> ids) {
        return ids.stream().map(RecordId::value).toList();
    }
}
