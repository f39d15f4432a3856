package io.ambit.cli.config;

import java.util.List;

/** Finds the line of a TOML file on which a key is set, for messages: the parser forgets it. */
final class KeyLine {
    private KeyLine() {}

    /** The line, counted from 1; 0 where the key is written in a way that this does not see. */
    static int find(List<String> lines, String path) {
        String table = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                table = end < 0 ? "" : line.substring(1, end).replace("[", "").trim();
                if (table.equals(path)) {
                    return i + 1;
                }
            } else if (line.indexOf('=') > 0 && !line.startsWith("#")) {
                String key = line.substring(0, line.indexOf('=')).trim().replace("\"", "");
                if ((table.isEmpty() ? key : table + "." + key).equals(path)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
