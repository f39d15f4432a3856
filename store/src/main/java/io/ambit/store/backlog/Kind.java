package io.ambit.store.backlog;

import io.ambit.core.item.ItemType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where items of a type lie and how their ids begin. Types that are not among the known ones get a folder of their name
 * with an s, and ids of their first four letters.
 *
 * @param prefix "TASK"
 * @param folder where new ones are written
 */
record Kind(ItemType type, String prefix, String folder) {
    private static final int PREFIX_LENGTH = 4;

    private static final List<Kind> KNOWN = List.of(
            new Kind(ItemType.TASK, "TASK", "tasks"),
            new Kind(ItemType.EPIC, "EPIC", "epics"),
            new Kind(ItemType.FOLDER, "FLDR", "folders"),
            new Kind(ItemType.ARTIFACT, "ARTF", "artifacts"),
            new Kind(ItemType.MILESTONE, "MLST", "milestones"),
            new Kind(ItemType.REFERENCE, "REF", "references"),
            new Kind(ItemType.MEMORY, "MEMO", "memories"),
            new Kind(ItemType.ADR, "ADR", "adr"),
            new Kind(new ItemType("prompt"), "PROMPT", "prompts"),
            new Kind(new ItemType("requirement"), "REQ", "requirements"),
            new Kind(new ItemType("rfc"), "RFC", "rfcs"),
            new Kind(new ItemType("cron"), "CRON", "crons"));

    /** Other names of folders that people keep numbered documents in. */
    private static final Map<String, String> FOLDER_ALSO = Map.of(
            "adrs", "adr", "decisions", "adr", "prompt", "prompts", "rfc", "rfcs", "requirement", "requirements");

    private static final Map<String, Kind> BY_FOLDER =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(Kind::folder, Function.identity()));
    private static final Map<String, Kind> BY_PREFIX =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(Kind::prefix, Function.identity()));

    static Kind of(ItemType type) {
        return KNOWN.stream()
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElseGet(() -> new Kind(type, prefix(type.name()), type.name() + "s"));
    }

    static Optional<Kind> inFolder(String name) {
        String folder = name.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_FOLDER.get(FOLDER_ALSO.getOrDefault(folder, folder)));
    }

    static Optional<Kind> ofPrefix(String prefix) {
        return Optional.ofNullable(BY_PREFIX.get(prefix));
    }

    private static String prefix(String name) {
        String letters = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
        return letters.substring(0, Math.min(letters.length(), PREFIX_LENGTH));
    }

    /** The id of an item that bears only a number, as "ADR 0106.5". */
    String numbered(String number) {
        return type.name().toUpperCase(Locale.ROOT) + " " + number;
    }

    /** "TASK-0024". */
    String id(long number) {
        return prefix + "-"
                + (number < 1_000 ? "0".repeat(4 - String.valueOf(number).length()) : "") + number;
    }
}
