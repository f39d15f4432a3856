package io.ambit.gateway.tools;

/**
 * One thing that was set right in a call.
 *
 * @param tool as the client gets it
 * @param path of the place in the arguments, as a JSON Pointer, "" for the tool's name
 * @param from what the model wrote
 * @param to what the client gets
 */
public record Correction(String tool, String path, String from, String to) {
    private static final String NOTE = "call set right: ";
    private static final int WIDEST = 60;

    /** In a line, for the record of the step. */
    public String inWords() {
        return NOTE + tool + (path.isEmpty() ? ", name" : ", " + shortened(path)) + ": " + shortened(from) + " -> "
                + shortened(to);
    }

    /** Whether a note of a step tells of one. */
    public static boolean isTold(String note) {
        return note.startsWith(NOTE);
    }

    private static String shortened(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST) + "...";
    }
}
