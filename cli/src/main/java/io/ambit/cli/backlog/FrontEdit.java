package io.ambit.cli.backlog;

import io.ambit.core.backlog.Backlog;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that change an item's front matter. */
final class FrontEdit {
    @Option(names = "--title", paramLabel = "TITLE", description = "What it is about, on one line.")
    private @Nullable String title;

    @Option(names = "--status", paramLabel = "STATUS", description = "open, in_progress, blocked, done or cancelled.")
    private @Nullable String status;

    @Option(names = "--blocked-reason", paramLabel = "TEXT", description = "Why it is blocked; again for more.")
    private List<String> reasons = List.of();

    @Option(
            names = "--evidence",
            paramLabel = "TEXT",
            description = "What shows that it is done, added; again for more.")
    private List<String> evidence = List.of();

    @Option(names = "--parent", paramLabel = "ID", description = "What it belongs to from now on; \"\" for nothing.")
    private @Nullable String parent;

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "These tags in place of those it has.")
    private @Nullable List<String> tags;

    @Option(names = "--add-tag", split = ",", paramLabel = "TAG", description = "These tags too.")
    private List<String> moreTags = List.of();

    @Option(names = "--remove-tag", split = ",", paramLabel = "TAG", description = "Not these tags.")
    private List<String> lessTags = List.of();

    @Option(names = "--add-reference", paramLabel = "\"URL TITLE\"", description = "A reference too; again for more.")
    private List<String> moreReferences = List.of();

    @Option(names = "--remove-reference", paramLabel = "URL", description = "Not this reference; again for more.")
    private List<String> lessReferences = List.of();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "Any other key of the front matter; without VALUE the key goes. A number, true, false, a list "
                            + "or object in JSON is that, anything else is text.")
    private List<String> fields = List.of();

    boolean isEmpty() {
        return title == null
                && status == null
                && parent == null
                && tags == null
                && reasons.isEmpty()
                && evidence.isEmpty()
                && moreTags.isEmpty()
                && lessTags.isEmpty()
                && moreReferences.isEmpty()
                && lessReferences.isEmpty()
                && fields.isEmpty();
    }

    /** What becomes of an item as it is now. */
    Map<String, Change> changes(Item item, Backlog backlog) {
        Map<String, Change> changes = new LinkedHashMap<>();
        if (title != null) {
            changes.put(FrontMatter.TITLE, new Change.Set(GivenFields.text(title)));
        }
        if (status != null) {
            changes.put(FrontMatter.STATUS, new Change.Set(GivenFields.text(status)));
        }
        if (!reasons.isEmpty()) {
            changes.put(FrontMatter.BLOCKED_REASON, new Change.Set(GivenFields.texts(reasons)));
        }
        if (!evidence.isEmpty()) {
            changes.put(
                    FrontMatter.EVIDENCE,
                    new Change.Add(evidence.stream().map(GivenFields::text).toList()));
        }
        if (parent != null) {
            changes.put(
                    FrontMatter.PARENT,
                    parent.isBlank()
                            ? new Change.Clear()
                            : new Change.Set(
                                    GivenFields.text(backlog.get(parent).id().value())));
        }
        tags(item, changes);
        references(item, changes);
        GivenFields.of(fields)
                .forEach((key, value) ->
                        changes.put(key, value.equals(Value.Null.VALUE) ? new Change.Clear() : new Change.Set(value)));
        return changes;
    }

    private void tags(Item item, Map<String, Change> changes) {
        List<String> replaced = tags;
        if (replaced == null && lessTags.isEmpty()) {
            if (!moreTags.isEmpty()) {
                changes.put(
                        FrontMatter.TAGS,
                        new Change.Add(moreTags.stream().map(GivenFields::text).toList()));
            }
            return;
        }
        List<String> all = new ArrayList<>(replaced == null ? item.tags() : replaced);
        all.removeAll(lessTags);
        moreTags.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        changes.put(FrontMatter.TAGS, new Change.Set(GivenFields.texts(all)));
    }

    private void references(Item item, Map<String, Change> changes) {
        List<Value> more = moreReferences.stream().map(GivenFields::reference).toList();
        if (lessReferences.isEmpty()) {
            if (!more.isEmpty()) {
                changes.put(FrontMatter.REFERENCES, new Change.Add(more));
            }
            return;
        }
        List<Value> all = new ArrayList<>();
        if (item.front().fields().get(FrontMatter.REFERENCES) instanceof Value.Arr list) {
            list.items().stream()
                    .filter(each -> !lessReferences.contains(url(each)))
                    .forEach(all::add);
        }
        all.addAll(more);
        changes.put(FrontMatter.REFERENCES, new Change.Set(new Value.Arr(all, false)));
    }

    private static String url(Value reference) {
        Value url = reference instanceof Value.Obj object ? object.get("url") : reference;
        return url instanceof Value.Str text ? text.text() : "";
    }
}
