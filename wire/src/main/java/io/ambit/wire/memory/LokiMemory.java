package io.ambit.wire.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.Content;
import io.ambit.core.record.Draft;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.LinkType;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files of a loki-mode memory folder ({@code episodic/}, {@code semantic/}, {@code skills/}, {@code timeline.json}),
 * each given by its path in the folder; episodes come before the patterns that name them. What the files say of their own
 * importance and confidence can lower what an import has, never raise it.
 */
public final class LokiMemory {
    private static final double MOST_CONFIDENCE = 1;

    private final String source;
    private final Space space;
    private final DraftSink sink;

    /** @param place the folder, for provenance */
    public LokiMemory(String place, Space space, DraftSink sink) {
        this.source = "loki:" + place;
        this.space = space;
        this.sink = sink;
    }

    /** Whether a file of the folder is read at all: the rest is derived from these, or state of a run. */
    public static boolean isRead(String path) {
        return rank(path) < 9;
    }

    /** In which order files are to be given. */
    public static int rank(String path) {
        if (path.startsWith("episodic/")) {
            return path.endsWith(".json") && !path.endsWith("index.json") ? 0 : 9;
        }
        if (path.startsWith("semantic/")) {
            return !path.endsWith(".json") || path.endsWith("index.json") ? 9 : path.endsWith("links.json") ? 4 : 1;
        }
        if (path.startsWith("skills/")) {
            return path.endsWith(".json") || path.endsWith(".md") ? 2 : 9;
        }
        return path.equals("timeline.json") ? 3 : 9;
    }

    /** Reads a file; one that cannot be read is a problem. */
    public void file(String path, String text) {
        try {
            if (path.endsWith(".md")) {
                String name = path.substring(path.lastIndexOf('/') + 1, path.length() - 3);
                draft(path, LokiSkillText.read(name, text), null, null);
                return;
            }
            Json json = Json.parse(text);
            switch (rank(path)) {
                case 0 -> episode(path, new JsonFields(json));
                case 1 -> each(path, json, this::semantic);
                case 2 -> skill(path, new JsonFields(json));
                case 3 -> timeline(path, new JsonFields(json));
                default -> each(path, json, this::link);
            }
        } catch (JsonSyntaxException e) {
            sink.problem(path, 0, e.getMessage() + ", expected JSON");
        } catch (AmbitException e) {
            sink.problem(path, 0, String.valueOf(e.getMessage()));
        }
    }

    private void episode(String path, JsonFields json) {
        draft(orElse(json.text("id"), path), LokiContents.episode(json), json.time("timestamp"), json);
    }

    private void skill(String path, JsonFields json) {
        draft(orElse(json.text("id"), path), LokiContents.skill(json), json.time("created_at"), json);
    }

    private interface Item {
        void read(String path, JsonFields json);
    }

    /** The objects of a file: those of its only list, or of the list that it is, or itself. */
    private void each(String path, Json json, Item item) {
        List<Json> items = json.items();
        if (json instanceof Json.Obj object) {
            items = object.members().stream()
                    .map(Json.Member::value)
                    .filter(Json.Arr.class::isInstance)
                    .filter(list -> list.items().stream().allMatch(Json.Obj.class::isInstance))
                    .filter(list -> !list.items().isEmpty())
                    .findFirst()
                    .filter(list -> !has(object, "id"))
                    .map(Json::items)
                    .orElse(has(object, "id") || has(object, "pattern") ? List.of(json) : List.of());
        }
        for (int i = 0; i < items.size(); i++) {
            try {
                item.read(path, new JsonFields(items.get(i)));
            } catch (AmbitException e) {
                sink.problem(path, 0, "item " + (i + 1) + ": " + e.getMessage());
            }
        }
    }

    private static boolean has(Json.Obj object, String name) {
        return object.get(name) != null;
    }

    private void semantic(String path, JsonFields json) {
        Function<String, List<RecordId>> known =
                name -> sink.id(place(name)).stream().toList();
        String file = path.substring(path.lastIndexOf('/') + 1);
        Content content;
        if (file.startsWith("anti") || json.has("what_fails")) {
            content = LokiContents.antiPattern(json, known);
        } else if (file.startsWith("fact")) {
            content = LokiContents.fact(json);
        } else {
            content = LokiContents.pattern(json, known);
        }
        String id = orElse(json.text("id"), path + "/" + Hash.of(content.text()).hex());
        draft(id, content, firstTime(json), json);
        json.objects("links", link -> link).forEach(link -> linkFrom(id, link));
    }

    private static @Nullable Instant firstTime(JsonFields json) {
        Instant created = json.time("created_at");
        return created == null ? json.time("last_used") : created;
    }

    private void timeline(String path, JsonFields json) {
        List<JsonFields> decisions = json.objects("key_decisions", decision -> decision);
        for (JsonFields decision : decisions) {
            Content content = LokiContents.decision(decision);
            draft(path + "/" + Hash.of(content.text()).hex(), content, decision.time("timestamp"), null);
        }
    }

    private void link(String path, JsonFields link) {
        linkFrom(link.has("from") ? link.text("from") : link.required("source"), link);
    }

    private void linkFrom(String from, JsonFields link) {
        String to = link.has("to") ? link.text("to") : link.required("to_id");
        sink.link(PlannedLink.imported(place(from), LinkType.ofLabel(link.required("relation")), place(to)));
    }

    private void draft(String id, Content content, @Nullable Instant at, @Nullable JsonFields json) {
        double importance = json == null ? 1 : json.decimal("importance", 1);
        double confidence = json == null ? 1 : json.decimal("confidence", 1);
        if (!(importance >= 0 && confidence >= 0)) {
            throw new InvalidInputException(id + ": importance or confidence below 0, expected 0 to 1");
        }
        sink.draft(new Draft(
                space,
                content,
                Provenance.imported(source, key(id)),
                at,
                Math.min(Draft.USUAL_IMPORTANCE, importance),
                Math.min(MOST_CONFIDENCE, confidence)));
    }

    private RecordPlace place(String id) {
        return new RecordPlace(space, source, key(id));
    }

    private static String key(String id) {
        return id.length() <= 200 ? id : Hash.of(id).hex();
    }

    private static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
