package io.ambit.bench.calls;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tooluse.check.CallCheck;
import io.ambit.core.tooluse.check.Checked;
import io.ambit.core.tooluse.check.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks calls whose faults are known, and counts. */
public final class CallTrial {
    private final CallCheck check;

    public CallTrial(CallCheck check) {
        this.check = check;
    }

    /** What came out, over all calls together. */
    public CallReport run(List<CalledTool> calls) {
        Map<String, CallReport.Told> classes = new TreeMap<>();
        List<CallReport.Miss> misses = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        Counts counts = new Counts();
        for (CalledTool row : calls) {
            long start = System.nanoTime();
            Checked checked = check.check(row.call(), row.tools());
            nanos.add(System.nanoTime() - start);
            Optional<String> found = checked.cause().map(Fault::label);
            row.error()
                    .ifPresent(error -> classes.merge(error, CallReport.Told.of(found, error), CallReport.Told::and));
            found.filter(label -> !label.equals(row.error().orElse("")))
                    .ifPresent(label -> classes.merge(label, new CallReport.Told(0, 0, 1), CallReport.Told::and));
            repair(row, checked, counts);
            if (!found.equals(row.error()) || !isMeant(row, checked)) {
                misses.add(new CallReport.Miss(row, checked));
            }
        }
        return new CallReport(
                calls.size(),
                classes,
                counts.right,
                counts.falseAlarms,
                counts.withRepair,
                counts.repaired,
                counts.wrong,
                counts.wrongCertain,
                nanos.stream().sorted().toList(),
                misses);
    }

    private static void repair(CalledTool row, Checked checked, Counts counts) {
        boolean isMeant = isMeant(row, checked);
        if (row.error().isEmpty()) {
            counts.right++;
            counts.falseAlarms += checked.isValid() ? 0 : 1;
        } else if (row.repair().isPresent()) {
            counts.withRepair++;
            counts.repaired += isMeant ? 1 : 0;
        }
        if (checked.proposed().isPresent() && !isMeant) {
            counts.wrong++;
            counts.wrongCertain += checked.certain().isPresent() ? 1 : 0;
        }
    }

    /** Whether the proposed call is the one that was meant, and none is where none was. */
    private static boolean isMeant(CalledTool row, Checked checked) {
        return checked.proposed().map(Invocation::canonical).equals(row.repair().map(Invocation::canonical));
    }

    private static final class Counts {
        private int right;
        private int falseAlarms;
        private int withRepair;
        private int repaired;
        private int wrong;
        private int wrongCertain;
    }
}
