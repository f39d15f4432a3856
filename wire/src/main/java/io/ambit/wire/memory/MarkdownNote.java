package io.ambit.wire.memory;

import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A file of Markdown as a document: its title from the front matter, or its first heading, or its name; its time from
 * the front matter, where that tells one.
 */
public final class MarkdownNote {
    private MarkdownNote() {}

    /**
     * Reads a note.
     *
     * @param place the folder that is imported, for provenance
     * @param path of the file in it, with {@code /} between names: tells it from the others
     */
    public static void read(String place, String path, String text, Space space, DraftSink sink) {
        FrontMatter note = FrontMatter.read(text);
        String body = note.body().strip();
        if (body.isEmpty()) {
            sink.problem(path, 0, "says nothing beside its front matter");
            return;
        }
        String title = note.first("title", "name");
        String heading = title.isEmpty() ? heading(body) : title;
        String name = heading.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : heading;
        sink.draft(Draft.of(
                space,
                new Document(name, body),
                Provenance.imported("markdown:" + place, path),
                time(note.first("date", "created", "created_at", "createdat", "published", "updated", "updated_at"))));
    }

    private static String heading(String body) {
        for (String line : body.split("\n", 40)) {
            if (line.startsWith("# ")) {
                return line.substring(2).strip();
            }
        }
        return "";
    }

    /** A date or a time, with an offset or of UTC; null where the text is neither. */
    static @Nullable Instant time(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (iso.length() < 16) {
                return null;
            }
            return iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
