package io.ambit.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What of a process is in memory, as Linux tells it. */
final class ResidentMemory {
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** Bytes; -1 where it is not told. */
    static long of(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
                if (line.startsWith(FIELD)) {
                    return Long.parseLong(line.substring(FIELD.length())
                                    .replace("kB", "")
                                    .strip())
                            * 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // not on this system, or the process has ended
        }
        return -1;
    }
}
