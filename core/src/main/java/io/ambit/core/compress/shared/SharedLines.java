package io.ambit.core.compress.shared;

import io.ambit.core.compress.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of lines that an earlier text shows already, replaced by pointers: the idea of LZ77 (Ziv and Lempel 1977) with
 * lines for symbols. Line numbers and white space at line ends do not count, and blank lines neither: a file that was
 * read with numbers is found again where it is read without. Contents are compared, not only hashed, so a pointer is
 * never wrong.
 *
 * <p>Texts are added in the order of the conversation; used by one thread.
 */
public final class SharedLines {
    /** How many earlier places of a line are tried, the latest first. */
    private static final int MAX_CANDIDATES = 12;

    private final List<TextLines> sources = new ArrayList<>();
    /** Per indexed line its source, its number there and the previous place of an equal line. */
    private int[] sourceOf = new int[256];

    private int[] lineOf = new int[256];
    private int[] previous = new int[256];
    private int size;
    private final Map<Long, Integer> latest = new HashMap<>();

    /** Makes the lines of a text known under the next number, counted from 0. */
    public void add(String text) {
        TextLines lines = TextLines.of(text);
        int source = sources.size();
        sources.add(lines);
        for (int i = 0; i < lines.count(); i++) {
            if (!lines.isBlank(i)) {
                if (size == sourceOf.length) {
                    sourceOf = Arrays.copyOf(sourceOf, 2 * size);
                    lineOf = Arrays.copyOf(lineOf, 2 * size);
                    previous = Arrays.copyOf(previous, 2 * size);
                }
                sourceOf[size] = source;
                lineOf[size] = i;
                Integer before = latest.put(lines.hash(i), size);
                previous[size] = before == null ? -1 : before;
                size++;
            }
        }
    }

    /**
     * {@code text} with pointers in place of what is shown already.
     *
     * @param limits what is worth a pointer
     * @param names how pointers name the texts
     */
    public String replace(String text, Limits limits, Names names) {
        if (size == 0 || text.length() < limits.minRun()) {
            return text;
        }
        TextLines lines = TextLines.of(text);
        int minRun = lines.isNumbered() ? limits.minNumberedRun() : limits.minRun();
        StringBuilder out = null;
        int copied = 0;
        for (int i = 0; i < lines.count(); ) {
            Run run = lines.isBlank(i) ? Run.NONE : longest(lines, i);
            if (run.characters() < minRun) {
                i++;
                continue;
            }
            int last = i + run.lines() - 1;
            int first = i + head(lines, i, run, limits);
            String pointer = pointer(lines, first, last, names.of(run.source()));
            if (lines.end(last) - lines.start(first) - pointer.length() >= limits.minGain()) {
                out = out == null ? new StringBuilder(text.length()) : out;
                out.append(text, copied, lines.start(first)).append(pointer);
                copied = lines.end(last);
                names.used(run.source());
            }
            i = last + 1;
        }
        return out == null ? text : out.append(text, copied, text.length()).toString();
    }

    /** How many lines of a run stay, so that a reader knows where he is. */
    private static int head(TextLines lines, int first, Run run, Limits limits) {
        return run.lines() >= limits.headFromLines() && lines.contentLength(first) <= limits.maxHead() ? 1 : 0;
    }

    private static String pointer(TextLines lines, int first, int last, String source) {
        return lines.isNumbered() && lines.bearsNumber(first) && lines.bearsNumber(last)
                ? Pointer.range(lines.number(first), lines.number(last), source)
                : Pointer.lines(last - first + 1, source);
    }

    private Run longest(TextLines lines, int from) {
        Run best = Run.NONE;
        Integer candidate = latest.get(lines.hash(from));
        for (int tries = 0; candidate != null && candidate >= 0 && tries < MAX_CANDIDATES; tries++) {
            Run run = run(lines, from, candidate);
            if (run.characters() > best.characters()) {
                best = run;
            }
            candidate = previous[candidate];
        }
        return best;
    }

    private Run run(TextLines lines, int from, int place) {
        int source = sourceOf[place];
        TextLines other = sources.get(source);
        int i = from;
        int end = from;
        int characters = 0;
        int p = place;
        while (i < lines.count() && p < size && sourceOf[p] == source && lines.sameContent(i, other, lineOf[p])) {
            characters += lines.contentLength(i);
            end = ++i;
            p++;
            while (i < lines.count() && lines.isBlank(i)) {
                i++;
            }
        }
        return new Run(source, end - from, characters);
    }

    private record Run(int source, int lines, int characters) {
        static final Run NONE = new Run(-1, 0, 0);
    }

    /** How pointers name the texts that were added. */
    public interface Names {
        /** The name of the text with that number. */
        String of(int number);

        /** A pointer names that text; the next one may be shorter. */
        default void used(int number) {}
    }

    /**
     * What is worth a pointer.
     *
     * @param minRun characters of a run's lines, white space at their ends apart
     * @param minNumberedRun the same in a view whose lines are numbered
     * @param minGain characters that a pointer has to save
     * @param headFromLines runs of so many lines keep their first line
     * @param maxHead characters of that line
     */
    public record Limits(int minRun, int minNumberedRun, int minGain, int headFromLines, int maxHead) {
        public static final Limits USUAL = new Limits(100, 60, 30, 8, 80);
    }
}
