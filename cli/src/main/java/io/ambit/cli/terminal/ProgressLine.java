package io.ambit.cli.terminal;

/** One line on a terminal's stderr that is drawn over and over, and goes when the work is done. */
public final class ProgressLine {
    private static final int WIDTH = 30;

    private final Terminal terminal;
    private String shown = "";

    public ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Draws the line for a number of sessions.
     *
     * @param share of the work that is done, negative where that is not known
     */
    public void show(int done, double share) {
        show(done + (done == 1 ? " session" : " sessions"), share);
    }

    /**
     * Draws the line, where a person is there to see it.
     *
     * @param what was done so far
     */
    public void show(String what, double share) {
        if (!terminal.interactive()) {
            return;
        }
        String line = what;
        if (share >= 0) {
            int filled = (int) Math.round(share * WIDTH);
            line = "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + Math.round(share * 100) + "%, "
                    + line;
        }
        if (share >= 1) {
            line = "";
        }
        if (!line.equals(shown)) {
            terminal.err().print("\r\u001b[K" + line);
            terminal.err().flush();
            shown = line;
        }
    }
}
