package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.TextTable;
import io.ambit.cli.terminal.When;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordJson;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.core.spi.RecordSelection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ambit memory list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List records, the newest first.",
        footer = {"", "Example:", "  ambit memory list --kind episode --limit 20"})
final class ListCommand implements Callable<Integer> {
    @Option(names = "--kind", split = ",", paramLabel = "KIND", description = "Only these kinds.")
    private List<String> kinds = List.of();

    @Option(names = "--archived", description = "Archived records too.")
    private boolean archived;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. [50]")
    private int limit = 50;

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RecordSelection live = RecordSelection.LIVE
                .ofKinds(kinds.stream().map(RecordKind::ofLabel).toArray(RecordKind[]::new))
                .newest(limit);
        RecordSelection chosen = archived ? live.withArchived() : live;
        Space where = space.space();
        List<MemoryRecord> records;
        long total;
        try (OpenMemory open = OpenMemory.of(terminal)) {
            records = open.memory().store().list(where, chosen);
            total = open.memory().store().count(where, chosen);
        }
        if (json.wanted()) {
            JsonOption.print(
                    terminal,
                    Map.of("records", records.stream().map(RecordJson::tree).toList(), "total", total));
        } else if (records.isEmpty()) {
            terminal.say("nothing is remembered in space " + where);
        } else {
            TextTable table = new TextTable("ID", "KIND", "TIME", "TITLE");
            records.forEach(record -> table.add(List.of(
                    record.id().value(),
                    record.kind().label(),
                    When.text(record.time()),
                    record.content().title())));
            table.print(terminal.out());
            if (total > records.size()) {
                terminal.say((total - records.size()) + " more; --limit shows them");
            }
        }
        return ExitCode.DONE;
    }
}
