package io.ambit.bench.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process holds, after a full collection of garbage.
 *
 * @param heapBytes in use
 * @param files open, sockets among them; -1 where the system does not tell
 * @param threads of the operating system's
 */
record ProcessState(long heapBytes, long files, int threads) {
    static ProcessState now() {
        System.gc();
        System.gc();
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
        return new ProcessState(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                files,
                ManagementFactory.getThreadMXBean().getThreadCount());
    }
}
