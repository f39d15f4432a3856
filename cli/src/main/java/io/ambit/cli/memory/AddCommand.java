package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.Content;
import io.ambit.core.record.ContentJson;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordJson;
import io.ambit.core.record.RecordKind;
import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ambit memory add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Remember something. Secrets are left out, and what stands between <private> tags.",
        footer = {
            "",
            "Examples:",
            "  ambit memory add insight \"Builds need JDK 25\" --set type=decision",
            "  ambit memory add fact --set subject=api --set predicate=port --set object=8080 --set single=true",
            "  ambit memory add skill --file release.json"
        })
final class AddCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "insight, fact, episode, skill, pattern, anti-pattern, " + "document or turn.")
    private String kind = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TEXT",
            description = "What an insight, a document or an " + "episode's goal says.")
    private @Nullable String text;

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "A field of the record; again for one that has several values.")
    private List<String> fields = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "The record's fields as a JSON object; - for stdin.")
    private @Nullable Path file;

    @Option(names = "--happened", paramLabel = "TIME", description = "When it happened: 2026-01-05 or with a time.")
    private @Nullable String happened;

    @Option(names = "--importance", paramLabel = "0..1", description = "How much it matters. [0.5]")
    private double importance = Draft.USUAL_IMPORTANCE;

    @Option(names = "--confidence", paramLabel = "0..1", description = "How sure it is. [1]")
    private double confidence = 1;

    @Option(names = "--author", paramLabel = "NAME", description = "Who says so. [user]")
    private String author = "user";

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    AddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RecordKind chosen = RecordKind.ofLabel(kind);
        Path given = file;
        Content content = ContentJson.read(chosen, given == null ? JsonTree.write(tree(chosen)) : read(given));
        Draft draft = new Draft(
                space.space(),
                content,
                Provenance.by(author, "cli"),
                TimeText.instant("--happened", happened),
                importance,
                confidence);
        try (OpenMemory open = OpenMemory.of(terminal)) {
            MemoryRecord record = open.memory().remember(draft);
            if (json.wanted()) {
                JsonOption.print(terminal, RecordJson.tree(record));
            } else {
                terminal.out().println(record.id() + "  " + record.content().title());
                terminal.out().flush();
            }
        }
        return ExitCode.DONE;
    }

    private Map<String, Object> tree(RecordKind chosen) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (text != null) {
            tree.put(
                    switch (chosen) {
                        case INSIGHT -> "content";
                        case EPISODE -> "goal";
                        case DOCUMENT, TURN -> "text";
                        case PATTERN, SKILL -> "name";
                        case ANTI_PATTERN -> "whatFails";
                        case FACT ->
                            throw new InvalidInputException(
                                    "a fact takes no text, expected --set subject=, predicate= and object=");
                    },
                    text);
        }
        for (String field : fields) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "--set '" + field + "': expected FIELD=VALUE");
            }
            tree.merge(field.substring(0, equals), field.substring(equals + 1), AddCommand::both);
        }
        if (chosen == RecordKind.DOCUMENT && text != null) {
            tree.putIfAbsent("name", text.lines().findFirst().orElse(""));
        }
        return tree;
    }

    private static Object both(Object earlier, Object later) {
        List<Object> all = new ArrayList<>(earlier instanceof List<?> list ? list : List.of(earlier));
        all.add(later);
        return all;
    }

    private String read(Path from) {
        if (text != null || !fields.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Expected either --file, or TEXT and --set");
        }
        if (from.toString().equals("-")) {
            return terminal.in().lines().collect(Collectors.joining("\n"));
        }
        try {
            return Files.readString(from);
        } catch (IOException e) {
            throw new AmbitException(from + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
