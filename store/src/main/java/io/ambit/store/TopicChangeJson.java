package io.ambit.store;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.JsonFields;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;

/** Changes to topics as rows have them: a kind, the topic's id, and the rest as JSON. */
final class TopicChangeJson {
    private TopicChangeJson() {}

    static String kind(TopicChange change) {
        return switch (change) {
            case TopicChange.Compressed ignored -> "compressed";
            case TopicChange.Rescored ignored -> "rescored";
            case TopicChange.Composite ignored -> "composite";
            case TopicChange.Merged ignored -> "merged";
            case TopicChange.Pruned ignored -> "pruned";
            case TopicChange.Split ignored -> "split";
            case TopicChange.Bypass ignored -> "bypass";
        };
    }

    static String value(TopicChange change) {
        return JsonTree.write(
                switch (change) {
                    case TopicChange.Compressed compressed -> object("level", compressed.level());
                    case TopicChange.Rescored rescored -> object("factor", rescored.factor());
                    case TopicChange.Composite composite -> object("members", composite.members());
                    case TopicChange.Merged merged -> object("members", merged.members());
                    case TopicChange.Pruned ignored -> object();
                    case TopicChange.Split ignored -> object();
                    case TopicChange.Bypass bypass -> object("accepted", bypass.accepted(), "reason", bypass.reason());
                });
    }

    /** @throws CorruptRecordException where the row is none of them */
    static TopicChange read(String kind, String topic, String value) {
        try {
            JsonFields fields = new JsonFields(Json.parse(value));
            return switch (kind) {
                case "compressed" -> new TopicChange.Compressed(topic, Math.toIntExact(fields.number("level", 1)));
                case "rescored" -> new TopicChange.Rescored(topic, fields.decimal("factor", 1));
                case "composite" -> new TopicChange.Composite(topic, fields.texts("members"));
                case "merged" -> new TopicChange.Merged(topic, fields.texts("members"));
                case "pruned" -> new TopicChange.Pruned(topic);
                case "split" -> new TopicChange.Split(topic);
                case "bypass" -> new TopicChange.Bypass(fields.flag("accepted", false), fields.text("reason"));
                default -> throw new CorruptRecordException("change '" + kind + "' of topic " + topic);
            };
        } catch (AmbitException | ArithmeticException e) {
            throw new CorruptRecordException(kind + " of topic " + topic + ": " + e.getMessage());
        }
    }
}
