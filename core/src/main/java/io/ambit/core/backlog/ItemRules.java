package io.ambit.core.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.item.Status;
import io.ambit.core.spi.BacklogStore.Snapshot;
import io.ambit.core.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What holds of items that are written through Ambit. What somebody wrote by hand may break these rules; it is read all
 * the same, and held to them only in what an edit touches.
 */
final class ItemRules {
    private static final int MAX_TITLE = 500;
    private static final int MAX_BODY = 800_000;
    private static final int MAX_KEY = 100;
    private static final int MAX_URL = 2_000;
    private static final String EPIC = "epic_id";
    private static final Set<String> STORES = Set.of(FrontMatter.ID, FrontMatter.CREATED, FrontMatter.UPDATED);

    private final Map<String, Item> byKey = new HashMap<>();

    ItemRules(Snapshot snapshot) {
        snapshot.items()
                .forEach(item ->
                        byKey.merge(item.id().key(), item, (a, b) -> Item.OLDER_FIRST.compare(a, b) <= 0 ? a : b));
    }

    /** The item as it is written: work begins open, parents are named by the id that they bear. */
    NewItem checked(NewItem item) {
        title(new Value.Str(item.title(), false));
        body(item.body());
        List<Value.Field> fields = new ArrayList<>();
        for (Value.Field field : item.fields()) {
            key(field.name());
            fields.add(isParent(field.name()) ? new Value.Field(field.name(), parent(field.value())) : field);
        }
        FrontMatter front = new FrontMatter(new Value.Obj("", fields, false));
        if (item.type().isWork() && front.text(FrontMatter.STATUS).isEmpty()) {
            fields.addFirst(new Value.Field(FrontMatter.STATUS, new Value.Str(Status.OPEN.label(), false)));
            front = new FrontMatter(new Value.Obj("", fields, false));
        }
        values(front, fields.stream().map(Value.Field::name).toList());
        status(item.type(), Optional.empty(), front);
        return new NewItem(item.type(), item.title(), item.body(), fields);
    }

    /** The edit as it is made. */
    ItemEdit checked(Item item, ItemEdit edit) {
        Map<String, Change> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Change> entry : edit.fields().entrySet()) {
            String key = entry.getKey();
            key(key);
            if (STORES.contains(key)) {
                throw new InvalidInputException("'" + key + "' is set by the backlog and cannot be changed");
            }
            Change change = entry.getValue();
            boolean leads = isParent(key) && change instanceof Change.Set;
            fields.put(key, leads ? new Change.Set(parent(((Change.Set) change).value())) : change);
        }
        ItemEdit made = new ItemEdit(edit.body(), fields);
        FrontMatter after = made.applyTo(item.front());
        ItemType type = fields.containsKey(FrontMatter.TYPE) ? type(after) : item.type();
        if (fields.containsKey(FrontMatter.TITLE)) {
            Value title = after.fields().get(FrontMatter.TITLE);
            title(title == null ? Value.Null.VALUE : title);
        }
        values(after, List.copyOf(fields.keySet()));
        if (fields.keySet().stream().anyMatch(ItemRules::isParent)) {
            noCycle(item, after);
        }
        if (fields.containsKey(FrontMatter.STATUS) || fields.containsKey(FrontMatter.BLOCKED_REASON)) {
            status(type, item.workStatus(), after);
        }
        if (made.body() != null) {
            body(made.body().apply(item.body()));
        }
        return made;
    }

    /** What is done, may be so, and yet looks wrong. */
    static List<String> warnings(Item item) {
        boolean isBare = item.type().isWork()
                && item.workStatus().filter(Status.DONE::equals).isPresent()
                && item.evidence().isEmpty();
        return isBare
                ? List.of(item.id() + " is done without evidence: add to 'evidence' what shows it, a commit or a test")
                : List.of();
    }

    private static void key(String key) {
        boolean isForbidden = key.isBlank()
                || key.length() > MAX_KEY
                || !key.equals(key.strip())
                || key.chars().anyMatch(c -> c < 0x20 || c == 0x7F);
        if (isForbidden) {
            throw new InvalidInputException("key '" + key + "', expected a word such as status");
        }
    }

    private static void title(Value value) {
        if (!(value instanceof Value.Str title) || title.text().isBlank()) {
            throw new InvalidInputException("an item needs a title, expected a few words");
        }
        if (title.text().length() > MAX_TITLE || title.text().indexOf('\n') >= 0) {
            throw new InvalidInputException("title of " + title.text().length()
                    + " characters, expected one line of at most " + MAX_TITLE + ": the rest belongs in the text");
        }
    }

    private static void body(String text) {
        if (text.length() > MAX_BODY) {
            throw new InvalidInputException("text of " + text.length() + " characters, expected at most " + MAX_BODY
                    + ": put it into a file and refer to that");
        }
    }

    private static ItemType type(FrontMatter after) {
        return after.text(FrontMatter.TYPE)
                .map(ItemType::new)
                .orElseThrow(() -> new InvalidInputException("an item needs a type, expected a word such as task"));
    }

    static boolean isParent(String key) {
        return key.equals(FrontMatter.PARENT) || key.equals(EPIC);
    }

    private Value parent(Value value) {
        if (!(value instanceof Value.Str written) || written.text().isBlank()) {
            throw new InvalidInputException("a parent that is no id, expected one such as EPIC-0001");
        }
        Item parent = byKey.get(ItemId.key(written.text()));
        if (parent == null) {
            throw new InvalidInputException("no item '" + written.text()
                    + "' to belong to: create it first, or list items of type epic, folder or milestone");
        }
        return new Value.Str(parent.id().value(), false);
    }

    private void noCycle(Item item, FrontMatter after) {
        Optional<String> parent = after.text(FrontMatter.PARENT).or(() -> after.text(EPIC));
        Set<String> seen = new LinkedHashSet<>();
        Optional<ItemId> next = parent.filter(text -> !text.isBlank()).map(ItemId::new);
        while (next.isPresent() && seen.add(next.get().key())) {
            if (next.get().key().equals(item.id().key())) {
                throw new InvalidInputException(item.id() + " cannot belong to " + parent.orElse("")
                        + ", which belongs to " + item.id() + " itself");
            }
            Item at = byKey.get(next.get().key());
            next = at == null ? Optional.empty() : at.parent();
        }
    }

    private static void values(FrontMatter after, List<String> touched) {
        for (String key : touched) {
            Value value = after.fields().get(key);
            if (value == null || value instanceof Value.Null) {
                continue;
            }
            switch (key) {
                case FrontMatter.REFERENCES -> references(value);
                case FrontMatter.TAGS, FrontMatter.EVIDENCE, FrontMatter.BLOCKED_REASON -> texts(key, value);
                default -> {
                    // Whatever else people keep in their files is theirs.
                }
            }
        }
    }

    private static void texts(String key, Value value) {
        boolean isTexts =
                value instanceof Value.Arr list ? list.items().stream().allMatch(ItemRules::isText) : isText(value);
        if (!isTexts) {
            throw new InvalidInputException("'" + key + "' holds something else than text, expected a list of texts");
        }
    }

    private static boolean isText(Value value) {
        return (value instanceof Value.Str text && !text.text().isBlank()) || value instanceof Value.Num;
    }

    private static void references(Value value) {
        if (!(value instanceof Value.Arr list)) {
            throw new InvalidInputException("'references' is no list, expected [{\"url\": \"docs/plan.md\"}]");
        }
        for (Value item : list.items()) {
            Value url = item instanceof Value.Obj object ? object.get("url") : item;
            boolean isAddress = url instanceof Value.Str text
                    && !text.text().isBlank()
                    && text.text().length() <= MAX_URL
                    && text.text().chars().noneMatch(c -> c < 0x20 || c == 0x7F);
            if (!isAddress) {
                throw new InvalidInputException(
                        "a reference without an address, expected an id, a path or a URL, or {\"url\", \"title\"}");
            }
        }
    }

    private static void status(ItemType type, Optional<Status> before, FrontMatter after) {
        String word = after.text(FrontMatter.STATUS).orElse("");
        Optional<Status> now = type.isWork() ? Optional.of(Status.of(word)) : Status.find(word);
        if (now.isEmpty()) {
            return;
        }
        if (before.isPresent() && !before.get().mayBecome(now.get())) {
            throw new InvalidInputException("status goes from " + before.get().label() + " to " + word
                    + ", expected open or in_progress first: what is closed has to be opened again");
        }
        boolean isReasoned = after.texts(FrontMatter.BLOCKED_REASON).stream().anyMatch(text -> !text.isBlank());
        if (now.get() == Status.BLOCKED && !isReasoned) {
            throw new InvalidInputException(
                    "status blocked without a reason, expected 'blocked_reason' in the same call");
        }
    }
}
