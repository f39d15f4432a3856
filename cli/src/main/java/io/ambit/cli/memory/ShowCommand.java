package io.ambit.cli.memory;

import io.ambit.cli.terminal.ExitCode;
import io.ambit.cli.terminal.JsonOption;
import io.ambit.cli.terminal.Terminal;
import io.ambit.core.memory.Memory;
import io.ambit.core.record.Link;
import io.ambit.core.record.LinkJson;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordJson;
import io.ambit.core.session.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ambit memory show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show records in full, with where they come from and what they are linked to.",
        footer = {"", "Example:", "  ambit memory show ep-2026-01-05-012 --json"})
final class ShowCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of records.")
    private List<String> ids = List.of();

    @Mixin
    private MemorySpaceOption space = new MemorySpaceOption();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Terminal terminal;

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Map<String, Object>> shown = new ArrayList<>();
        int missing = 0;
        Space chosen = space.space();
        try (OpenMemory open = OpenMemory.of(terminal)) {
            Memory memory = open.memory();
            for (String name : ids) {
                RecordId id = new RecordId(name);
                Optional<MemoryRecord> record = memory.show(chosen, id);
                if (record.isEmpty()) {
                    missing++;
                    String why = memory.store().isForgotten(chosen, id) ? " was forgotten" : " is unknown";
                    terminal.say("ambit: record " + id + why + " in space " + chosen);
                    continue;
                }
                List<Link> links = memory.store().links(chosen, List.of(id));
                if (json.wanted()) {
                    Map<String, Object> tree = RecordJson.tree(record.get());
                    tree.put("links", links.stream().map(LinkJson::tree).toList());
                    shown.add(tree);
                } else {
                    RecordText.print(terminal, record.get(), links);
                }
            }
        }
        if (json.wanted()) {
            JsonOption.print(terminal, Map.of("records", shown));
        }
        return missing == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
