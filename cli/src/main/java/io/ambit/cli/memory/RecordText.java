package io.ambit.cli.memory;

import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.When;
import io.ambit.core.record.Link;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import java.util.List;

/** Records as a person reads them. */
final class RecordText {
    private RecordText() {}

    static void print(Terminal terminal, MemoryRecord record, List<Link> links) {
        var out = terminal.out();
        Provenance from = record.provenance();
        out.println(record.id() + "  " + record.kind().label() + ", " + When.text(record.time())
                + (record.state() == MemoryRecord.State.ARCHIVED ? ", archived" : ""));
        out.println("  by " + printable(from.author()) + " from " + printable(from.source())
                + (from.session() == null ? "" : ", session " + printable(from.session())));
        for (Link link : links) {
            boolean outwards = link.from().equals(record.id());
            out.println("  "
                    + (outwards
                            ? link.type().label() + " " + link.to()
                            : link.from() + " " + link.type().label() + " this"));
        }
        out.println();
        record.content().text().lines().forEach(line -> out.println("  " + printable(line)));
        out.println();
        out.flush();
    }

    /** Stored text must not steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t]]", " ");
    }
}
