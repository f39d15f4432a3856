package io.ambit.core.memory.episode;

/** Finds the hash in what {@code git commit} prints: {@code [main (root-commit) 1a2b3c4] Message}. */
final class CommitHash {
    private CommitHash() {}

    static String in(String output) {
        for (String line : output.split("\n", -1)) {
            int close = line.indexOf(']');
            if (line.startsWith("[") && close > 0) {
                String last = line.substring(line.lastIndexOf(' ', close) + 1, close);
                if (isHash(last)) {
                    return last;
                }
            }
        }
        return "";
    }

    private static boolean isHash(String text) {
        return text.length() >= 7
                && text.length() <= 64
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
