package io.ambit.bench.imports;

import io.ambit.bench.recorded.InputFiles;
import io.ambit.bench.recorded.RecordedInput;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.memory.intake.RecalledTexts;
import io.ambit.core.memory.intake.Remember;
import io.ambit.core.session.Space;
import io.ambit.core.spi.MemoryStore;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.wire.memory.DocumentLines;
import io.ambit.wire.memory.ExportLines;
import io.ambit.wire.memory.IntoSpaces;
import io.ambit.wire.memory.LocomoFile;
import io.ambit.wire.memory.LokiMemory;
import io.ambit.wire.memory.MarkdownNote;
import io.ambit.wire.memory.McpMemoryLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports memory from a file or a folder. What is stored before an import is cut off stays; the same import run again
 * goes over it without a change and stores the rest, and ends with the records, ids included, of one that was not cut
 * off. A source that is changed meanwhile, or imported again later, changes only the records that it changed.
 */
public final class MemoryImport {
    private static final int MAX_PLACE = 900;

    private final MemoryStore store;
    private final RecalledTexts recalled;
    private final InstantSource clock;

    /** @param recalled what memory has shown: sessions repeat it, and it is not stored again */
    public MemoryImport(MemoryStore store, RecalledTexts recalled, InstantSource clock) {
        this.store = store;
        this.recalled = recalled;
        this.clock = clock;
    }

    /**
     * Imports a source.
     *
     * @param format null to tell it from the content
     * @param space that takes all; null to keep the spaces that the source names, and the default one where it names none
     * @throws InvalidInputException where it is of no known format, or not of that one; it names file and line
     * @throws AmbitException where it cannot be read or the store refuses it
     */
    public ImportReport run(
            Path source, @Nullable ImportFormat format, @Nullable Space space, ImportProgress.Listener progress) {
        ImportFormat of = format == null ? FormatSniffer.of(source) : format;
        return new Run(of, new IntoSpaces(space), progress).run(source);
    }

    /** Imports recorded sessions: those that agents left on this machine, say. */
    public ImportReport sessions(List<RecordedInput> inputs, Space space, ImportProgress.Listener progress) {
        return new Run(ImportFormat.SESSIONS, new IntoSpaces(space), progress).sessions(inputs);
    }

    /** One import under way. */
    private final class Run {
        private final ImportFormat format;
        private final IntoSpaces into;
        private final ImportProgress.Listener listener;
        private final ImportWriter writer;
        private String file = "";
        private long done;
        private long total;

        Run(ImportFormat format, IntoSpaces into, ImportProgress.Listener listener) {
            this.format = format;
            this.into = into;
            this.listener = listener;
            // Only a session can repeat what memory said. Ids are asked for where records name each other.
            boolean ofSessions = format == ImportFormat.SESSIONS;
            boolean named =
                    format == ImportFormat.LOKI || format == ImportFormat.MCP_MEMORY || format == ImportFormat.EXPORT;
            Remember remember = new Remember(store, ofSessions ? recalled : RecalledTexts.NONE);
            this.writer = new ImportWriter(store, remember, clock, named, this::report);
        }

        private void report() {
            listener.at(writer.progress(file, done, total));
        }

        ImportReport run(Path source) {
            try {
                switch (format) {
                    case DOCUMENTS -> lines(source, in -> DocumentLines.read(name(source), in, into, writer));
                    case MCP_MEMORY ->
                        lines(source, in -> McpMemoryLines.read(name(source), place(source), in, space(), writer));
                    case EXPORT -> lines(source, in -> ExportLines.read(name(source), in, into, writer));
                    case LOCOMO -> locomo(source);
                    case LOKI -> loki(source);
                    case MARKDOWN -> markdown(source);
                    case SESSIONS ->
                        read(InputFiles.of(
                                List.of(source.toString()),
                                problem -> writer.problem(problem.file(), 0, problem.message())));
                }
                return finish();
            } catch (IOException e) {
                throw new AmbitException(file + " cannot be read: " + e.getMessage(), e);
            } catch (StoppedImport e) {
                throw e.reason();
            }
        }

        private ImportReport finish() {
            writer.finish();
            done = Math.max(done, total);
            report();
            return writer.report(format);
        }

        private Space space() {
            return into.one() == null ? Space.DEFAULT : into.one();
        }

        private interface Reading {
            void read(Reader in) throws IOException;
        }

        private void lines(Path source, Reading reading) throws IOException {
            start(source);
            try (InputStream in = new MeteredStream(Files.newInputStream(source), read -> done += read)) {
                reading.read(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }

        private void start(Path source) {
            file = source.toString();
            total = SourceFiles.size(source);
        }

        private void locomo(Path source) throws IOException {
            start(source);
            Json document;
            try {
                document = Json.parse(Files.readAllBytes(source));
            } catch (JsonSyntaxException e) {
                throw new InvalidInputException(source + ": " + e.getMessage() + ", expected LoCoMo's JSON", e);
            }
            if (!LocomoFile.claims(document)) {
                throw new InvalidInputException(
                        source + ": found no conversation with a session_1, expected LoCoMo's file");
            }
            LocomoFile.read(name(source), document, into, writer);
        }

        private void loki(Path source) throws IOException {
            List<Path> folders = LokiFolders.in(source);
            if (folders.isEmpty()) {
                throw new InvalidInputException(
                        source + ": found no episodic, semantic, skills, expected a loki-mode memory");
            }
            for (Path folder : folders) {
                LokiMemory memory = new LokiMemory(place(folder), space(), writer);
                List<Path> files = SourceFiles.under(folder, LokiMemory::isRead, this::unreadable);
                files.sort(Comparator.<Path>comparingInt(each -> LokiMemory.rank(SourceFiles.relative(folder, each)))
                        .thenComparing(each -> SourceFiles.relative(folder, each)));
                total += files.stream().mapToLong(SourceFiles::size).sum();
                for (Path each : files) {
                    file = each.toString();
                    memory.file(SourceFiles.relative(folder, each), SourceFiles.text(each));
                    done += SourceFiles.size(each);
                }
            }
        }

        private void markdown(Path source) throws IOException {
            boolean folder = Files.isDirectory(source);
            List<Path> files =
                    SourceFiles.under(source, path -> !folder || FormatSniffer.isMarkdown(path), this::unreadable);
            total = files.stream().mapToLong(SourceFiles::size).sum();
            for (Path each : files) {
                file = each.toString();
                try {
                    MarkdownNote.read(
                            place(source), SourceFiles.relative(source, each), SourceFiles.text(each), space(), writer);
                } catch (InvalidInputException e) {
                    writer.problem(file, 0, String.valueOf(e.getMessage()));
                }
                done += SourceFiles.size(each);
            }
        }

        private void unreadable(Path path, String why) {
            writer.problem(path.toString(), 0, why);
        }

        ImportReport sessions(List<RecordedInput> inputs) {
            try {
                read(inputs);
                return finish();
            } catch (StoppedImport e) {
                throw e.reason();
            }
        }

        private void read(List<RecordedInput> inputs) {
            total = inputs.stream().mapToLong(RecordedInput::bytes).sum();
            long before = 0;
            for (RecordedInput input : inputs) {
                file = input.name();
                input.read(
                        InputStream.nullInputStream(),
                        in -> new MeteredStream(in, read -> done += read),
                        new RecordedSessions(space(), writer));
                before += input.bytes();
                done = Math.max(done, before); // databases are not read as streams
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Tells files and folders of one name apart. */
    private static String place(Path path) {
        String place = path.toAbsolutePath().normalize().toString();
        return place.length() <= MAX_PLACE ? place : Hash.of(place).hex();
    }
}
