package io.ambit.store;

import static io.ambit.core.text.JsonTree.object;

import io.ambit.core.error.AmbitException;
import io.ambit.core.event.StrategyRun;
import io.ambit.core.event.StrategyType;
import io.ambit.core.event.TopicChange;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.RecordId;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What of the journal stands in a column as JSON. */
final class JournalJson {
    private JournalJson() {}

    static byte[] runs(List<StrategyRun> runs) {
        return bytes(object(
                "runs",
                runs.stream()
                        .map(run -> object(
                                "type", run.type().label(),
                                "results", run.results(),
                                "selected", run.selected(),
                                "nanos", run.latency().toNanos(),
                                "propensity", run.propensity()))
                        .toList()));
    }

    static List<StrategyRun> runs(byte[] json) {
        return read(
                json,
                fields -> fields.objects(
                        "runs",
                        run -> new StrategyRun(
                                StrategyType.ofLabel(run.required("type")),
                                Math.toIntExact(run.number("results", 0)),
                                Math.toIntExact(run.number("selected", 0)),
                                Duration.ofNanos(run.number("nanos", 0)),
                                run.decimal("propensity", 1))));
    }

    static byte[] ids(List<RecordId> ids) {
        return texts(ids.stream().map(RecordId::value).toList());
    }

    static List<RecordId> ids(byte[] json) {
        return read(
                json,
                fields -> fields.texts("texts").stream().map(RecordId::new).toList());
    }

    static byte[] texts(List<String> texts) {
        return bytes(object("texts", texts));
    }

    static List<String> texts(byte[] json) {
        return read(json, fields -> fields.texts("texts"));
    }

    static String kind(TopicChange change) {
        return change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    static byte[] change(TopicChange change) {
        return bytes(
                switch (change) {
                    case TopicChange.Compressed compressed -> object("level", compressed.level());
                    case TopicChange.Rescored rescored -> object("factor", rescored.factor());
                    case TopicChange.Composite composite -> object("members", composite.members());
                    case TopicChange.Merged merged -> object("members", merged.members());
                    case TopicChange.Pruned ignored -> Map.of();
                    case TopicChange.Split ignored -> Map.of();
                    case TopicChange.Bypass bypass -> object("accepted", bypass.accepted(), "reason", bypass.reason());
                });
    }

    static TopicChange change(String kind, String topic, byte[] json) {
        return read(json, fields -> switch (kind) {
            case "compressed" -> new TopicChange.Compressed(topic, Math.toIntExact(fields.number("level", 1)));
            case "rescored" -> new TopicChange.Rescored(topic, fields.decimal("factor", 1));
            case "composite" -> new TopicChange.Composite(topic, fields.texts("members"));
            case "merged" -> new TopicChange.Merged(topic, fields.texts("members"));
            case "pruned" -> new TopicChange.Pruned(topic);
            case "split" -> new TopicChange.Split(topic);
            case "bypass" -> new TopicChange.Bypass(fields.flag("accepted", false), fields.text("reason"));
            default -> throw new AmbitException("change of topics '" + kind + "', which nobody knows");
        });
    }

    private static byte[] bytes(Map<String, ?> tree) {
        return Utf8.encode(JsonTree.write(tree));
    }

    private static <T> T read(byte[] json, Function<JsonFields, T> read) {
        try {
            return read.apply(new JsonFields(Json.parse(json)));
        } catch (AmbitException | IllegalArgumentException | ArithmeticException e) {
            throw new CorruptRecordException("journal: " + e.getMessage());
        }
    }
}
