package io.ambit.core.backlog;

import io.ambit.core.backlog.ListRequest.Sort;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.Status;
import io.ambit.core.retrieval.Tokens;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Chooses, counts and orders items. */
final class Listing {
    private static final List<Status> BY_URGENCY =
            List.of(Status.IN_PROGRESS, Status.BLOCKED, Status.OPEN, Status.DONE, Status.CANCELLED);

    private Listing() {}

    static ItemList of(List<Item> all, ListRequest request) {
        List<String> words = Tokens.of(request.text());
        String parent = request.parent() == null ? "" : ItemId.key(request.parent());
        List<Item> matching = all.stream()
                .filter(item -> request.types().isEmpty() || request.types().contains(item.type()))
                .filter(item ->
                        request.statuses().isEmpty() || request.statuses().contains(item.status()))
                .filter(item -> request.parent() == null
                        || item.parent().filter(id -> id.key().equals(parent)).isPresent())
                .filter(item -> new HashSet<>(item.tags()).containsAll(request.tags()))
                .filter(item ->
                        words.isEmpty() || Set.copyOf(Tokens.of(item.title())).containsAll(words))
                .sorted(order(request.sort()))
                .toList();
        Map<String, Integer> byStatus = new TreeMap<>();
        Map<String, Integer> byType = new TreeMap<>();
        matching.forEach(item -> byStatus.merge(item.status(), 1, Integer::sum));
        matching.forEach(item -> byType.merge(item.type().name(), 1, Integer::sum));
        List<Item> page =
                matching.stream().skip(request.offset()).limit(request.limit()).toList();
        return new ItemList(page, matching.size(), byStatus, byType);
    }

    private static Comparator<Item> order(Sort sort) {
        Comparator<Item> byId =
                Comparator.comparing(Item::id, Listing::compareIds).thenComparing(Item::path);
        Comparator<Item> first = switch (sort) {
            case UPDATED -> Comparator.comparing(Item::updatedAt).reversed();
            case CREATED ->
                Comparator.comparing((Item item) -> item.createdAt().orElse(Instant.MIN))
                        .reversed();
            case ID -> byId;
            case TITLE -> Comparator.comparing(Item::title, String.CASE_INSENSITIVE_ORDER);
            case STATUS -> Comparator.comparingInt(Listing::urgency);
        };
        return first.thenComparing(byId);
    }

    private static int urgency(Item item) {
        return item.workStatus().map(BY_URGENCY::indexOf).orElse(BY_URGENCY.size());
    }

    /** As people count: TASK-0002 before TASK-10000. */
    private static int compareIds(ItemId a, ItemId b) {
        String left = a.value();
        String right = b.value();
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int leftEnd = digits(left, i);
            int rightEnd = digits(right, j);
            int order = leftEnd > i && rightEnd > j
                    ? compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd))
                    : Character.compare(left.charAt(i), right.charAt(j));
            if (order != 0) {
                return order;
            }
            i = Math.max(leftEnd, i + 1);
            j = Math.max(rightEnd, j + 1);
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String a, String b) {
        String left = withoutZeros(a);
        String right = withoutZeros(b);
        int order = Integer.compare(left.length(), right.length());
        return order != 0 ? order : left.compareTo(right);
    }

    private static String withoutZeros(String digits) {
        int at = 0;
        while (at < digits.length() - 1 && digits.charAt(at) == '0') {
            at++;
        }
        return digits.substring(at);
    }
}
