package io.ambit.core.context.assembly.reconcile;

import io.ambit.core.item.ItemId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The curated context of an epic as a file that people edit too: lines of Markdown, of which those count that end with
 * the ids they come from, {@code - text [ins-004; agent:x 2026-03-01; kept by ada 2026-03-18]}. Every other line stays
 * where it is.
 */
final class CuratedFile {
    private static final String BY = "Last curated by ";
    private static final String DROPPED = "<!-- not taken over: ";
    private static final String END = " -->";
    private static final String INDENT = "  ";
    private static final Map<String, String> SECTIONS = Map.of(
            "decision", "Decisions",
            "learning", "Learnings",
            "gotcha", "Gotchas",
            "pattern", "Patterns",
            "blocker", "Blockers",
            "question", "Questions",
            "note", "Notes",
            "fact", "Facts",
            "artifact", "Artifacts",
            "memory", "Memories");

    /** Where an entry stands: lines {@code [from, to)}, and the ids that it comes from. */
    private record Place(int from, int to, List<String> ids, String marker) {}

    private final List<String> lines;

    private CuratedFile(List<String> lines) {
        this.lines = lines;
    }

    static CuratedFile of(String text) {
        return new CuratedFile(new ArrayList<>(text.lines().toList()));
    }

    static CuratedFile fresh(String epic, String title) {
        return of("# " + epic + " " + oneLine(title) + "\n");
    }

    /** Keys of all that somebody has decided on. */
    Set<String> decided() {
        Set<String> keys = new LinkedHashSet<>();
        places().forEach(place -> place.ids().forEach(id -> keys.add(ItemId.key(id))));
        dropped().forEach(id -> keys.add(ItemId.key(id)));
        return keys;
    }

    /** Whether an entry comes from that id. */
    boolean holds(String id) {
        return place(id).isPresent();
    }

    /** Puts an entry in its section, or this text in the place of the one that it has. */
    void put(Captured captured, String text, String how, String person, Instant now) {
        takeBack(captured.id());
        Optional<Place> place = place(captured.id());
        List<String> ids = place.map(Place::ids).orElse(List.of(captured.id()));
        String origin = oneLine(captured.author()) + " " + day(captured.at()) + "; " + how + " by " + oneLine(person)
                + " " + day(now);
        List<String> entry = entry(text, ids, origin);
        if (place.isPresent()) {
            replace(place.get(), entry);
        } else {
            lines.addAll(sectionEnd(section(captured.type())), entry);
        }
    }

    /** Names an id as one more that an entry comes from. */
    void addSource(String id, String into) {
        takeBack(id);
        remove(id);
        place(into).ifPresent(place -> {
            List<String> ids = new ArrayList<>(place.ids());
            ids.add(id);
            List<String> entry = new ArrayList<>(lines.subList(place.from(), place.to()));
            String last = entry.getLast();
            String marker = "[" + String.join(", ", ids) + place.marker() + "]";
            entry.set(entry.size() - 1, last.substring(0, last.lastIndexOf('[')) + marker);
            replace(place, entry);
        });
    }

    /** Takes an entry out and notes that it is not wanted. */
    void drop(String id) {
        remove(id);
        Set<String> dropped = new LinkedHashSet<>(dropped());
        dropped.add(id);
        putDropped(dropped);
    }

    private void takeBack(String id) {
        Set<String> dropped = new LinkedHashSet<>(dropped());
        if (dropped.removeIf(one -> ItemId.key(one).equals(ItemId.key(id)))) {
            putDropped(dropped);
        }
    }

    /** Says who curated it last, and when. */
    void sign(String person, Instant now) {
        String signed = BY + oneLine(person) + " on " + day(now) + ".";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(BY)) {
                lines.set(i, signed);
                return;
            }
        }
        int at = !lines.isEmpty() && lines.getFirst().startsWith("# ") ? 1 : 0;
        lines.addAll(at, List.of("", signed));
    }

    String text() {
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private void remove(String id) {
        place(id).ifPresent(place -> {
            List<String> ids = new ArrayList<>(place.ids());
            ids.removeIf(one -> ItemId.key(one).equals(ItemId.key(id)));
            if (ids.isEmpty()) {
                lines.subList(place.from(), place.to()).clear();
            } else {
                String last = lines.get(place.to() - 1);
                lines.set(
                        place.to() - 1,
                        last.substring(0, last.lastIndexOf('[')) + "[" + String.join(", ", ids) + place.marker() + "]");
            }
        });
    }

    private void replace(Place place, List<String> entry) {
        lines.subList(place.from(), place.to()).clear();
        lines.addAll(place.from(), entry);
    }

    private Optional<Place> place(String id) {
        String key = ItemId.key(id);
        return places().stream()
                .filter(place ->
                        place.ids().stream().anyMatch(one -> ItemId.key(one).equals(key)))
                .findFirst();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int from = i++;
            if (!lines.get(from).startsWith("- ")) {
                continue;
            }
            while (i < lines.size() && lines.get(i).startsWith(INDENT)) {
                i++;
            }
            marked(from, i).ifPresent(places::add);
        }
        return places;
    }

    private Optional<Place> marked(int from, int to) {
        String last = lines.get(to - 1).stripTrailing();
        int open = last.lastIndexOf('[');
        if (!last.endsWith("]") || open < 0) {
            return Optional.empty();
        }
        String inside = last.substring(open + 1, last.length() - 1);
        int semicolon = inside.indexOf(';');
        if (semicolon < 0) {
            return Optional.empty();
        }
        List<String> ids = List.of(inside.substring(0, semicolon).split(", ", -1));
        return Optional.of(new Place(from, to, ids, inside.substring(semicolon)));
    }

    private static List<String> entry(String text, List<String> ids, String origin) {
        List<String> entry = new ArrayList<>();
        for (String line : text.strip().lines().toList()) {
            entry.add((entry.isEmpty() ? "- " : INDENT) + line.stripTrailing());
        }
        entry.set(entry.size() - 1, entry.getLast() + " [" + String.join(", ", ids) + "; " + origin + "]");
        return entry;
    }

    private static String section(String type) {
        return SECTIONS.getOrDefault(type, "Notes");
    }

    /** The line after the last entry of a section, which is made where it is missing. */
    private int sectionEnd(String title) {
        String heading = "## " + title;
        int at = lines.indexOf(heading);
        if (at < 0) {
            int end = droppedLine() < 0 ? lines.size() : droppedLine();
            while (end > 0 && lines.get(end - 1).isBlank()) {
                end--;
            }
            lines.addAll(end, List.of("", heading));
            return end + 2;
        }
        int end = at + 1;
        while (end < lines.size()
                && !lines.get(end).startsWith("#")
                && !lines.get(end).startsWith(DROPPED)) {
            end++;
        }
        while (end > at + 1 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return end;
    }

    private int droppedLine() {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(DROPPED) && lines.get(i).endsWith(END)) {
                return i;
            }
        }
        return -1;
    }

    private List<String> dropped() {
        int at = droppedLine();
        if (at < 0) {
            return List.of();
        }
        String line = lines.get(at);
        return List.of(
                line.substring(DROPPED.length(), line.length() - END.length()).split(", ", -1));
    }

    private void putDropped(Set<String> ids) {
        int at = droppedLine();
        String line = DROPPED + String.join(", ", ids) + END;
        if (at >= 0 && ids.isEmpty()) {
            lines.remove(at);
        } else if (at >= 0) {
            lines.set(at, line);
        } else if (!ids.isEmpty()) {
            lines.addAll(List.of("", line));
        }
    }

    /** On one line, and without what would end a marker. */
    private static String oneLine(String text) {
        return String.join(" ", text.strip().split("\\s+", -1))
                .replace('[', '(')
                .replace(']', ')')
                .replace(';', ',');
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
