package io.ambit.core.routing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Which programming language a text is about: by the fence of its first code block, else by the file that it names first. */
final class CodeLanguage {
    private static final String FENCE = "```";

    private static final Map<String, String> BY_SUFFIX = bySuffix();

    private CodeLanguage() {}

    /** In lower case, "" where none is seen. */
    static String of(String text) {
        int fence = text.indexOf(FENCE);
        if (fence >= 0) {
            String named = word(text, fence + FENCE.length());
            if (!named.isEmpty()) {
                return BY_SUFFIX.getOrDefault(named, named);
            }
        }
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            String language = dot > 0 && Character.isLetterOrDigit(text.charAt(dot - 1))
                    ? BY_SUFFIX.getOrDefault(word(text, dot + 1), "")
                    : "";
            if (!language.isEmpty()) {
                return language;
            }
        }
        return "";
    }

    /** Letters and what languages have in their names, up to 16 of them. */
    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 16 && isPart(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '#';
    }

    private static Map<String, String> bySuffix() {
        Map<String, String> languages = new HashMap<>();
        languages.put("py", "python");
        languages.put("java", "java");
        languages.put("kt", "kotlin");
        languages.put("js", "javascript");
        languages.put("jsx", "javascript");
        languages.put("ts", "typescript");
        languages.put("tsx", "typescript");
        languages.put("go", "go");
        languages.put("rs", "rust");
        languages.put("rb", "ruby");
        languages.put("cs", "c#");
        languages.put("cpp", "c++");
        languages.put("cc", "c++");
        languages.put("hpp", "c++");
        languages.put("c", "c");
        languages.put("h", "c");
        languages.put("php", "php");
        languages.put("swift", "swift");
        languages.put("scala", "scala");
        languages.put("sh", "bash");
        languages.put("sql", "sql");
        return Map.copyOf(languages);
    }
}
