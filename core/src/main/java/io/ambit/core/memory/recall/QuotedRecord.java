package io.ambit.core.memory.recall;

import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import java.time.temporal.ChronoUnit;

/**
 * A record as a model gets to see it: its text as quoted data, between two lines that say which record it is, who wrote
 * it, from what and when.
 *
 * <p>The quotation cannot be left from within. Every line of the text, whatever ends a line in Unicode, begins with
 * {@code "> "}; the lines of the frame never do, and in what they say of the provenance there is neither a line break
 * nor a bracket. The same record reads the same each time, so that a prompt that holds it stays in the model's cache.
 */
public final class QuotedRecord {
    private static final String PREFIX = "> ";
    private static final int MAX_SOURCE = 80;

    private QuotedRecord() {}

    /** The whole record, quoted. Ends with a line break. */
    public static String of(MemoryRecord record) {
        return of(record, record.content().text());
    }

    /** The record with another text of it in the place of the whole: an extract, say. */
    public static String of(MemoryRecord record, String text) {
        StringBuilder out = new StringBuilder(text.length() + 160);
        out.append("[memory ")
                .append(record.id())
                .append(": ")
                .append(origin(record))
                .append("; quoted data]\n");
        SafeText.lines(text)
                .lines()
                .forEach(line -> out.append(PREFIX).append(line).append('\n'));
        return out.append("[end of ").append(record.id()).append("]\n").toString();
    }

    /** The record's title on one line, safe to show beside its id. */
    public static String title(MemoryRecord record) {
        return line(record.content().title());
    }

    /** Any stored text on one line of at most 160 characters, safe to show in a list. */
    public static String line(String text) {
        return SafeText.line(text, 160);
    }

    /** What is known of where it comes from. */
    private static String origin(MemoryRecord record) {
        Provenance provenance = record.provenance();
        StringBuilder out = new StringBuilder(record.kind().label());
        if (record.content() instanceof Turn turn) {
            out.append(" by ").append(name(turn.speaker())).append(" in ").append(name(turn.session()));
        }
        out.append(", ")
                .append(record.time().truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z"));
        if (record.kind() != RecordKind.TURN || !provenance.author().equals("import")) {
            out.append(", written by ").append(name(provenance.author()));
        }
        out.append(", from ").append(name(provenance.source()));
        if (provenance.session() != null) {
            out.append(", session ").append(name(provenance.session()));
        }
        if (provenance.step() != null) {
            out.append(" step ").append(provenance.step());
        }
        if (record.draft().confidence() < 1) {
            out.append(", confidence ").append(Math.round(record.draft().confidence() * 100) / 100.0);
        }
        if (record.state() == MemoryRecord.State.ARCHIVED) {
            out.append(", archived");
        }
        return out.toString();
    }

    private static String name(String text) {
        StringBuilder out = new StringBuilder();
        SafeText.line(text, MAX_SOURCE)
                .codePoints()
                .map(c -> "[]<>;,\u27E6\u2039\"".indexOf(c) < 0 ? c : '_')
                .forEach(out::appendCodePoint);
        return '"' + out.toString() + '"';
    }
}
