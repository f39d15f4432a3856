package io.ambit.core.context;

import io.ambit.core.message.Part;
import io.ambit.core.message.PrivateText;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a tool call is about, in few words. */
final class CallWords {
    private static final List<String> TELLING =
            List.of("command", "cmd", "file_path", "path", "file", "filename", "url", "query", "pattern", "name", "id");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\"'`;|&<>()=,]+");
    private static final int MAX_ARGUMENT = 80;
    private static final int MAX_FILE = 160;

    private CallWords() {}

    /** {@code text} as one line of so many code points at most. */
    static String line(String text, int max) {
        // Anything beyond that cannot be shown, and need not be read.
        String head = text.strip();
        head = head.substring(0, Math.min(head.length(), max * 4));
        String line = head.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= max
                ? line
                : line.substring(0, line.offsetByCodePoints(0, max - 1)) + "…";
    }

    /** The argument that tells most, "" where there is none. */
    static String mainArgument(Part.ToolCall call) {
        String arguments = PrivateText.blank(call.arguments());
        List<String> values = new ArrayList<>();
        Json json = parse(arguments);
        if (json instanceof Json.Obj object) {
            for (String name : TELLING) {
                String value = object.text(name);
                if (value != null) {
                    values.add(value);
                }
            }
            for (Json.Member member : object.members()) {
                String value = member.value().asText();
                if (value != null) {
                    values.add(value);
                }
            }
            return values.isEmpty() ? "" : line(values.get(0), MAX_ARGUMENT);
        }
        return line(arguments, MAX_ARGUMENT);
    }

    /** The files that its top-level arguments name: words with a slash inside, or with a short ending after a dot. */
    static List<String> files(Part.ToolCall call) {
        List<String> files = new ArrayList<>();
        if (parse(PrivateText.blank(call.arguments())) instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                String value = member.value().asText();
                if (value != null) {
                    BETWEEN_WORDS.splitAsStream(value).filter(CallWords::isFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static boolean isFile(String word) {
        if (word.length() < 3 || word.length() > MAX_FILE || word.contains("://")) {
            return false;
        }
        int dot = word.lastIndexOf('.');
        int slash = word.lastIndexOf('/');
        boolean hasEnding = dot > 0
                && dot >= word.length() - 6
                && dot < word.length() - 1
                && word.substring(dot + 1).chars().allMatch(Character::isLetterOrDigit)
                && Character.isLetter(word.charAt(dot + 1));
        return hasEnding
                || (slash >= 0
                        && word.chars().filter(Character::isLetterOrDigit).count() >= 3
                        && dot < 0);
    }

    private static @Nullable Json parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonSyntaxException e) {
            return null;
        }
    }
}
