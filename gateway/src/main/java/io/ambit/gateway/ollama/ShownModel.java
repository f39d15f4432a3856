package io.ambit.gateway.ollama;

import io.ambit.core.text.Json;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /api/show} says of a model's window.
 *
 * @param trained what it was trained for, 0 where that is not said
 * @param parameter what it is loaded with by its own {@code num_ctx} parameter, 0 where it has none
 */
public record ShownModel(int trained, int parameter) {
    static final ShownModel UNKNOWN = new ShownModel(0, 0);

    static ShownModel of(Json shown) {
        int trained = number(shown.get("details"), "context_length");
        if (shown.get("model_info") instanceof Json.Obj info) {
            for (Json.Member member : info.members()) {
                if (member.name().value().endsWith(".context_length")) {
                    trained = Math.max(trained, number(info, member.name().value()));
                }
            }
        }
        String parameters = shown.text("parameters");
        return new ShownModel(trained, parameters == null ? 0 : numCtx(parameters));
    }

    /** Parameters come as lines of a name and a value; the last of a name counts. */
    private static int numCtx(String parameters) {
        int found = 0;
        for (String line : parameters.lines().toList()) {
            StringTokenizer words = new StringTokenizer(line);
            if (words.countTokens() == 2 && words.nextToken().equals("num_ctx")) {
                found = Json.parse(number(words.nextToken())) instanceof Json.Num number
                        ? Math.clamp(number.asLong(0), 0, Integer.MAX_VALUE)
                        : 0;
            }
        }
        return found;
    }

    private static String number(String word) {
        boolean plain = word.length() <= 9 && word.chars().allMatch(c -> c >= '0' && c <= '9') && word.charAt(0) != '0';
        return plain ? word : "0";
    }

    static int number(@Nullable Json object, String name) {
        return object != null && object.get(name) instanceof Json.Num number
                ? Math.clamp(number.asLong(0), 0, Integer.MAX_VALUE)
                : 0;
    }

    /** What it is loaded with by a request that asks for nothing, on a server whose default is {@code serverDefault}. */
    int unasked(int serverDefault) {
        int wanted = parameter > 0 ? parameter : serverDefault;
        return trained > 0 ? Math.min(wanted, trained) : wanted;
    }
}
