package io.ambit.cli;

import io.ambit.cli.terminal.Terminal;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The browser of whoever sits before the terminal. */
final class Browser {
    private static final int PATIENCE_SECONDS = 5;

    private Browser() {}

    /** Opens an address; false where there is no browser, or none that can be reached from here. */
    static boolean open(Terminal terminal, String address) throws InterruptedException {
        Map<String, String> environment = terminal.environment();
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        boolean screen = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (!mac && !screen) {
            return false;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(mac ? "open" : "xdg-open", address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            // Some openers stay until the browser is closed: those have not failed.
            return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
