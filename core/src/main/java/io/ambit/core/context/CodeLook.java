package io.ambit.core.context;

import io.ambit.core.compress.shared.NumberedView;

/** Whether a text looks like source code, by how its lines end and begin. */
final class CodeLook {
    private static final int MAX_READ = 20_000;
    private static final double MIN_SHARE = 0.35;
    private static final int MIN_LINES = 5;

    private CodeLook() {}

    static boolean isCode(String text) {
        if (text.stripLeading().startsWith("<")) {
            return false; // a page, whatever its scripts look like
        }
        if (NumberedView.isOne(text)) {
            return true;
        }
        int filled = 0;
        int code = 0;
        int at = 0;
        int end = Math.min(text.length(), MAX_READ);
        while (at < end) {
            int newline = text.indexOf('\n', at);
            int stop = newline < 0 ? text.length() : newline;
            String line = text.substring(at, Math.min(stop, at + 200)).strip();
            if (!line.isEmpty()) {
                filled++;
                code += isCodeLine(line) ? 1 : 0;
            }
            at = stop + 1;
        }
        return filled >= MIN_LINES && code >= MIN_SHARE * filled;
    }

    private static boolean isCodeLine(String line) {
        char last = line.charAt(line.length() - 1);
        return last == ';'
                || last == '{'
                || last == '}'
                || (last == ':' && isPython(line))
                || line.endsWith("(")
                || line.endsWith("),")
                || line.endsWith(");")
                || line.startsWith("*")
                || line.startsWith("//")
                || line.startsWith("import ")
                || line.startsWith("return ");
    }

    private static boolean isPython(String line) {
        return line.contains("def ")
                || line.contains("class ")
                || line.contains("if ")
                || line.contains("for ")
                || line.contains("else");
    }
}
