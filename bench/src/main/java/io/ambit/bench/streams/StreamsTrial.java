package io.ambit.bench.streams;

import io.ambit.core.error.AmbitException;
import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens streams through a gateway in a process of its own, and looks at the memory which that process has. */
public final class StreamsTrial {
    private static final byte[] BODY =
            "{\"model\":\"m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REQUEST = ("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + BODY.length + "\r\n\r\n"
                    + new String(BODY, StandardCharsets.US_ASCII))
            .getBytes(StandardCharsets.US_ASCII);
    private static final int TOGETHER = 50;
    private static final int HOLD_SECONDS = 20;
    private static final int KB_PER_MB = 1024;
    private static final String LINE_END = "\r\n";

    private StreamsTrial() {}

    /**
     * What was seen.
     *
     * @param open streams that stood at the end, each with its first event
     * @param emptyMegabytes resident before the first
     * @param openMegabytes resident when all had been open for some time
     * @param peakMegabytes the most that was ever resident
     * @param cpuShare of one processor, while nothing was said
     */
    public record Result(
            int wanted, int open, long emptyMegabytes, long openMegabytes, long peakMegabytes, double cpuShare) {
        public Map<String, Object> toJson() {
            return JsonTree.object(
                    "wanted", wanted,
                    "open", open,
                    "emptyMegabytes", emptyMegabytes,
                    "openMegabytes", openMegabytes,
                    "peakMegabytes", peakMegabytes,
                    "cpuShare", cpuShare);
        }
    }

    /**
     * Opens them all and holds them for a while.
     *
     * @param port of the gateway
     * @param gateway its process, on Linux
     */
    public static Result run(int count, int port, ProcessHandle gateway) throws InterruptedException {
        long empty = resident(gateway, "VmRSS");
        List<SocketChannel> streams = new ArrayList<>();
        try {
            for (int from = 0; from < count; from += TOGETHER) {
                open(streams, Math.min(TOGETHER, count - from), port);
            }
            TimeUnit.SECONDS.sleep(HOLD_SECONDS / 2);
            long before = cpuNanos(gateway);
            long begun = System.nanoTime();
            TimeUnit.SECONDS.sleep(HOLD_SECONDS / 2);
            double share = (cpuNanos(gateway) - before) / (double) (System.nanoTime() - begun);
            int open = 0;
            for (SocketChannel stream : streams) {
                open += isOpen(stream) ? 1 : 0;
            }
            return new Result(count, open, empty, resident(gateway, "VmRSS"), resident(gateway, "VmHWM"), share);
        } catch (IOException e) {
            throw new AmbitException("after " + streams.size() + " streams: " + e.getMessage(), e);
        } finally {
            close(streams);
        }
    }

    private static void open(List<SocketChannel> streams, int count, int port) throws IOException {
        List<SocketChannel> fresh = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SocketChannel stream = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            streams.add(stream);
            fresh.add(stream);
            stream.write(ByteBuffer.wrap(REQUEST));
        }
        ByteBuffer buffer = ByteBuffer.allocate(KB_PER_MB);
        for (SocketChannel stream : fresh) {
            StringBuilder got = new StringBuilder();
            while (got.indexOf(SilentUpstream.EVENT) < 0) {
                buffer.clear();
                if (stream.read(buffer) < 0) {
                    throw new IOException("closed after '" + got + "'");
                }
                got.append(StandardCharsets.US_ASCII.decode(buffer.flip()));
            }
        }
    }

    /** Whether nothing came after the first event but the end of its chunk's line, which a server may hold back. */
    private static boolean isOpen(SocketChannel stream) throws IOException {
        stream.configureBlocking(false);
        ByteBuffer more = ByteBuffer.allocate(LINE_END.length() + 1);
        int last = stream.read(more);
        String got = StandardCharsets.US_ASCII.decode(more.flip()).toString();
        return last >= 0 && LINE_END.startsWith(got);
    }

    private static void close(List<SocketChannel> streams) {
        for (SocketChannel stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                // it is closed either way
            }
        }
    }

    private static long cpuNanos(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** Megabytes, 0 where the system does not tell. */
    private static long resident(ProcessHandle process, String name) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith(name + ":")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) / KB_PER_MB;
                }
            }
        } catch (IOException e) {
            // no such system
        }
        return 0;
    }
}
