package io.ambit.core.memory.working;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code CONTINUITY.md}: Markdown that people may edit. A heading for each part, a line with a hyphen for each note, the
 * ids of its records in square brackets at its end. What stands under other headings is kept.
 */
public final class ContinuityText {
    private static final String SESSION = "Last session: ";
    private static final String UPDATED = "Updated: ";
    private static final int MAX_OTHER_LINES = 200;

    private enum Section {
        OUTCOMES("Outcomes"),
        DECISIONS("Decisions"),
        BLOCKERS("Blockers"),
        NEXT_STEPS("Next steps");

        private final String heading;

        Section(String heading) {
            this.heading = heading;
        }

        static @Nullable Section of(String heading) {
            for (Section section : values()) {
                if (section.heading.toLowerCase(Locale.ROOT).equals(heading.toLowerCase(Locale.ROOT))) {
                    return section;
                }
            }
            return null;
        }
    }

    private ContinuityText() {}

    public static String write(Space space, Continuity continuity) {
        StringBuilder out = new StringBuilder("# Continuity of " + space + "\n\n");
        if (continuity.session() != null) {
            out.append(SESSION).append(continuity.session()).append('\n');
        }
        if (continuity.updatedAt() != null) {
            out.append(UPDATED).append(continuity.updatedAt()).append('\n');
        }
        section(out, Section.OUTCOMES, continuity.outcomes());
        section(out, Section.DECISIONS, continuity.decisions());
        section(out, Section.BLOCKERS, continuity.blockers());
        section(out, Section.NEXT_STEPS, continuity.nextSteps());
        continuity
                .others()
                .forEach(line -> out.append(line.startsWith("#") ? "\n" : "")
                        .append(line)
                        .append('\n'));
        return out.toString();
    }

    private static void section(StringBuilder out, Section section, List<Note> notes) {
        out.append("\n## ").append(section.heading).append('\n');
        notes.forEach(note -> out.append("- ").append(note.line()).append('\n'));
    }

    /** Reads what people may have edited: what has no meaning in a part of ours is left out, never an error. */
    public static Continuity read(String text) {
        Map<Section, List<Note>> notes = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            notes.put(section, new ArrayList<>());
        }
        List<String> others = new ArrayList<>();
        String session = null;
        Instant updated = null;
        boolean isOther = false;
        Section in = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                in = Section.of(line.replace('#', ' ').strip());
                isOther = in == null && !line.startsWith("# ");
            }
            if (isOther) {
                if (others.size() < MAX_OTHER_LINES && !line.isBlank()) {
                    others.add(line);
                }
            } else if (in == null) {
                session = line.startsWith(SESSION) ? line.substring(SESSION.length()) : session;
                updated = line.startsWith(UPDATED) ? time(line.substring(UPDATED.length())) : updated;
            } else if (line.startsWith("- ") || line.startsWith("* ")) {
                note(line.substring(2), notes.get(in));
            }
        }
        return new Continuity(
                session,
                updated,
                notes.getOrDefault(Section.OUTCOMES, List.of()),
                notes.getOrDefault(Section.DECISIONS, List.of()),
                notes.getOrDefault(Section.BLOCKERS, List.of()),
                notes.getOrDefault(Section.NEXT_STEPS, List.of()),
                others);
    }

    private static void note(String line, @Nullable List<Note> notes) {
        try {
            if (notes != null) {
                notes.add(Note.read(line));
            }
        } catch (InvalidInputException e) {
            // a hyphen without words
        }
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
