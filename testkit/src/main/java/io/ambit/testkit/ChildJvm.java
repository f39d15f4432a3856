package io.ambit.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other JVMs on this one's class path, for tests of several processes and of killed ones. */
public final class ChildJvm {
    private ChildJvm() {}

    /** A JVM that is to run a class's {@code main}; its standard error is this one's, unless that is changed. */
    public static ProcessBuilder of(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    public static Process start(Class<?> main, Object... arguments) throws IOException {
        return of(main, arguments).start();
    }

    /**
     * Kills a process as soon as it has printed so many lines: what it does next is under way by then.
     *
     * @return all that it printed until it was dead
     * @throws IllegalStateException where it had ended by itself
     */
    public static List<String> killAfter(Process process, int count) throws IOException, InterruptedException {
        List<String> printed = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while (printed.size() < count && (line = lines.readLine()) != null) {
                printed.add(line);
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the process ended by itself after " + printed.size() + " lines");
            }
            // The handle's, for the process's own closes the stream that still holds lines.
            process.toHandle().destroyForcibly();
            while ((line = lines.readLine()) != null) {
                printed.add(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return printed;
    }

    /**
     * Waits for processes that run at the same time.
     *
     * @return all that they printed, in no order
     * @throws IllegalStateException where one failed
     */
    public static List<String> printedByAll(List<Process> processes) throws InterruptedException {
        List<String> printed = new ArrayList<>();
        try {
            List<Thread> readers = new ArrayList<>();
            for (Process process : processes) {
                readers.add(Thread.startVirtualThread(() -> {
                    List<String> own = lines(process);
                    synchronized (printed) {
                        printed.addAll(own);
                    }
                }));
            }
            for (Thread reader : readers) {
                reader.join();
            }
            for (Process process : processes) {
                int status = process.waitFor();
                if (status != 0) {
                    throw new IllegalStateException("a process ended with " + status);
                }
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
        return printed;
    }

    private static List<String> lines(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
