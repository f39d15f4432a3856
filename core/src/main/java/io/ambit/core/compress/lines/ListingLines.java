package io.ambit.core.compress.lines;

import java.util.HashMap;
import java.util.Map;

/**
 * Names, one a line: what find, ls, tree or a search print that names files only. Names stay before what is said of them;
 * the first ones of each folder, and what lies less deep, before the others.
 */
final class ListingLines implements LineKind {
    private static final int MIN_LINES = 5;
    private static final int FIRST_OF_FOLDER = 2;

    @Override
    public String name() {
        return "listing";
    }

    @Override
    public boolean claims(Lines lines) {
        int filled = 0;
        int names = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.isBlank(i)) {
                filled++;
                names += isEntry(lines.get(i)) ? 1 : 0;
            }
        }
        return names >= MIN_LINES && names * 10 >= filled * 6;
    }

    @Override
    public void judge(Judgement judgement) {
        Lines lines = judgement.lines();
        Map<String, int[]> folders = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (lines.isBlank(i)) {
                continue;
            }
            if (!isEntry(line)) {
                judgement.rank(i, Judgement.NEAR_RED, "around the names");
                continue;
            }
            int start = nameStart(line);
            String name = line.substring(start).stripTrailing();
            int slash = name.lastIndexOf('/', name.length() - 2);
            int nth = folders.computeIfAbsent(name.substring(0, Math.max(slash, 0)), k -> new int[1])[0]++;
            judgement.worth(i, nth < FIRST_OF_FOLDER ? 2f : 1f);
            if (start > 0 && isPermissions(line)) {
                judgement.shorter(i, (line.charAt(0) == 'd' ? "d " : "") + name);
            }
        }
        judgement.ends(0.15, 0.05);
        RedLines.judge(judgement, false);
    }

    private static boolean isEntry(String line) {
        if (isPermissions(line) || line.startsWith("├") || line.startsWith("│") || line.startsWith("└")) {
            return true;
        }
        String text = line.strip();
        int space = text.indexOf(' ');
        String name = space < 0 ? text : text.substring(0, space);
        // "path (3 matches)", "path: 3"
        boolean counted = space < 0 || (text.endsWith(")") && text.charAt(space + 1) == '(');
        return counted && name.length() > 2 && isPath(name);
    }

    private static boolean isPath(String name) {
        boolean sign = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetterOrDigit(c) && "._-/+@#~$[]".indexOf(c) < 0) {
                return false;
            }
            sign |= c == '/' || (c == '.' && i + 1 < name.length() && Character.isLetterOrDigit(name.charAt(i + 1)));
        }
        return sign;
    }

    /** {@code -rw-r--r-- 1 dev dev 4096 Mar  4 10:11 name}. */
    private static boolean isPermissions(String line) {
        if (line.length() < 12 || "-dlbcps".indexOf(line.charAt(0)) < 0) {
            return false;
        }
        for (int i = 1; i < 10; i++) {
            if ("rwxsStT-".indexOf(line.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the name starts: after the time, the ninth word of a long listing. */
    private static int nameStart(String line) {
        if (!isPermissions(line)) {
            return 0;
        }
        int words = 0;
        int i = 0;
        while (i < line.length() && words < 8) {
            while (i < line.length() && line.charAt(i) > ' ') {
                i++;
            }
            while (i < line.length() && line.charAt(i) <= ' ') {
                i++;
            }
            words++;
        }
        return i < line.length() ? i : 0;
    }
}
