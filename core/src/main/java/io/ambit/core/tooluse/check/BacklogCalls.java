package io.ambit.core.tooluse.check;

import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.Status;
import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.check.Correction.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the schemas of the backlog's tools do not say: whether the items that a call names are there, whether they may go
 * where it sends them, and whether what is done is shown.
 */
final class BacklogCalls {
    private static final String PREFIX = "backlog_";
    private static final List<String> IDS =
            List.of("id", "ids", "item_id", "task_id", "epic_id", "parent_id", "parent", "for_task", "for_epic");
    private static final int MOST_IDS = 200;
    private static final int LEAST_LIKE = 5;
    private static final double MOST_OF_THEM = 0.8;

    private final Map<String, Item> byKey = new LinkedHashMap<>();
    private final List<Item> items;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Correction> corrections = new ArrayList<>();
    private Map<String, Object> arguments;

    private BacklogCalls(List<Item> items, Map<String, Object> arguments) {
        this.items = items;
        this.arguments = arguments;
        items.forEach(item ->
                byKey.merge(item.id().key(), item, (a, b) -> Item.OLDER_FIRST.compare(a, b) <= 0 ? a : b));
    }

    /** What was found by the schema and what is found by the items; as it was for other tools. */
    static Checked checked(Checked bySchema, List<Item> items) {
        Invocation call = bySchema.proposed().orElse(bySchema.call());
        String tool = call.tool().toLowerCase(Locale.ROOT);
        int at = tool.lastIndexOf(PREFIX);
        if (at < 0 || (at > 0 && Character.isLetterOrDigit(tool.charAt(at - 1)))) {
            return bySchema;
        }
        BacklogCalls backlog = new BacklogCalls(items, call.arguments());
        backlog.ids();
        String action = tool.substring(at + PREFIX.length());
        if (action.equals("update") && backlog.arguments.get("id") instanceof String id) {
            Item item = backlog.byKey.get(ItemId.key(id));
            if (item != null) {
                backlog.status(item);
            }
        } else if (action.equals("create")) {
            backlog.parent();
        }
        return backlog.joined(bySchema, call);
    }

    private Checked joined(Checked bySchema, Invocation call) {
        if (findings.isEmpty()) {
            return bySchema;
        }
        List<Finding> all = new ArrayList<>(bySchema.findings());
        all.addAll(findings);
        List<Correction> made = new ArrayList<>(bySchema.corrections());
        made.addAll(corrections);
        boolean wasMended = bySchema.isValid() || bySchema.proposed().isPresent();
        boolean isMended = wasMended
                && !made.isEmpty()
                && findings.stream()
                        .allMatch(finding -> !finding.fault().breaksCall()
                                || finding.correction().isPresent());
        return new Checked(
                bySchema.call(),
                all.stream().sorted((a, b) -> a.fault().compareTo(b.fault())).toList(),
                isMended ? Optional.of(new Invocation(call.tool(), arguments)) : Optional.empty(),
                made.stream().map(Correction::certainty).reduce(bySchema.certainty(), Certainty::and),
                isMended ? made : List.of());
    }

    private void ids() {
        for (String name : IDS) {
            Object given = arguments.get(name);
            if (given instanceof String id) {
                id('/' + name, id);
            } else if (given instanceof List<?> several) {
                for (int i = 0; i < Math.min(several.size(), MOST_IDS); i++) {
                    if (several.get(i) instanceof String id) {
                        id('/' + name + '/' + i, id);
                    }
                }
            }
        }
    }

    private void id(String path, String written) {
        if (written.isBlank()
                || items.stream().anyMatch(item -> item.id().value().equals(written))) {
            return;
        }
        Item same = byKey.get(ItemId.key(written));
        if (same != null) {
            found(Fault.MALFORMED_ID, path, written, same, Certainty.CERTAIN);
            return;
        }
        boolean isPath = items.stream()
                .anyMatch(item -> written.equals(item.path()) || written.equals(ItemId.RESOURCE + item.path()));
        if (isPath) {
            return;
        }
        List<Item> near = near(written);
        if (near.size() == 1) {
            found(Fault.MALFORMED_ID, path, written, near.getFirst(), Certainty.LIKELY);
        } else {
            findings.add(new Finding(
                    Fault.UNKNOWN_REFERENCE,
                    path,
                    "`" + Breaches.plain(path) + "` is '" + Breaches.cut(written) + "', which no item bears"
                            + (near.isEmpty() ? ": list or search for it" : ", as none of " + near.size() + " does"),
                    Optional.empty()));
        }
    }

    private void found(Fault fault, String path, String written, Item item, Certainty certainty) {
        Correction correction = new Correction(Kind.ID, path, written, item.id().value(), certainty);
        corrections.add(correction);
        arguments = TreeEdit.set(arguments, path, item.id().value());
        findings.add(new Finding(
                fault,
                path,
                "`" + Breaches.plain(path) + "` is '" + Breaches.cut(written) + "', expected "
                        + item.id().value(),
                Optional.of(correction)));
    }

    /** Items whose number alone was written, or whose id it was with letters around it. */
    private List<Item> near(String written) {
        String digits = written.strip();
        String number = digits.chars().allMatch(c -> c >= '0' && c <= '9') ? trimmed(digits) : "";
        String bare = Spelling.key(written);
        return byKey.values().stream()
                .filter(item -> (!number.isEmpty() && item.id().key().endsWith("-" + number))
                        || Spelling.key(item.id().key()).equals(bare))
                .toList();
    }

    private static String trimmed(String digits) {
        int at = 0;
        while (at < digits.length() - 1 && digits.charAt(at) == '0') {
            at++;
        }
        return digits.substring(at);
    }

    private void status(Item item) {
        Optional<Status> next = arguments.get("status") instanceof String word
                ? Status.find(
                        word.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_'))
                : Optional.empty();
        if (next.isEmpty()) {
            return;
        }
        Optional<Status> now = item.workStatus();
        if (now.isPresent() && !now.get().mayBecome(next.get())) {
            findings.add(new Finding(
                    Fault.ILLOGICAL_TRANSITION,
                    "/status",
                    item.id() + " is " + now.get().label() + " and cannot become "
                            + next.get().label() + ", expected open or in_progress first",
                    Optional.empty()));
        }
        if (next.get() == Status.BLOCKED
                && isNothing(arguments.get("blocked_reason"))
                && item.blockedReasons().isEmpty()) {
            findings.add(new Finding(
                    Fault.MISSING_REASON,
                    "/blocked_reason",
                    "`blocked_reason` is missing, expected what " + item.id() + " waits for",
                    Optional.empty()));
        }
        if (next.get() == Status.DONE
                && isNothing(arguments.get("evidence"))
                && item.evidence().isEmpty()) {
            findings.add(new Finding(
                    Fault.MISSING_EVIDENCE,
                    "/evidence",
                    item.id() + " is to be done without evidence, expected what shows it: a commit, a test",
                    Optional.empty()));
        }
    }

    private void parent() {
        boolean isGiven =
                List.of("parent_id", "parent", "epic_id").stream().anyMatch(name -> !isNothing(arguments.get(name)));
        String type = arguments.get("type") instanceof String word
                ? word.strip().toLowerCase(Locale.ROOT)
                : ItemType.TASK.name();
        List<Item> like =
                items.stream().filter(item -> item.type().name().equals(type)).toList();
        long belonging = like.stream().filter(item -> item.parent().isPresent()).count();
        if (!isGiven && like.size() >= LEAST_LIKE && belonging >= MOST_OF_THEM * like.size()) {
            findings.add(new Finding(
                    Fault.MISSING_PARENT,
                    "/parent_id",
                    "`parent_id` is missing: " + belonging + " of " + like.size() + " items of type "
                            + Breaches.cut(type) + " belong to another",
                    Optional.empty()));
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof List<?> list && list.isEmpty());
    }
}
