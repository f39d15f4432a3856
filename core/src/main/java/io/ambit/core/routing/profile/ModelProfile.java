package io.ambit.core.routing.profile;

import io.ambit.core.routing.Sampling;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a model, or of a family of them. What is not known is left open, and nothing is done about it.
 *
 * @param name as the alias {@code ambit/NAME} has it
 * @param match patterns of models' names, as {@link ModelName} reads them
 * @param tier which requests it is for where Ambit chooses, null where that is not said
 * @param windowTokens what it takes, prompt and answer together; 0 where that is not known
 * @param numCtx the window that a server should load it with, 0 where that is not said
 * @param codeTemperature for work on code, null where that is not known
 * @param talkTemperature for everything else, null where that is not known
 * @param topP in (0, 1], null where that is not known
 * @param topK 1 or more, null where that is not known
 * @param stop texts that end its turn
 * @param fillInMiddle null for a model that was not trained to fill gaps
 * @param system what it is told at the start by the alias, "" for nothing
 * @param examples to choose from for the alias
 */
public record ModelProfile(
        String name,
        List<String> match,
        @Nullable Tier tier,
        int windowTokens,
        int numCtx,
        @Nullable Double codeTemperature,
        @Nullable Double talkTemperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        List<String> stop,
        ToolDialect tools,
        @Nullable FillInMiddle fillInMiddle,
        Structure structure,
        String system,
        List<Example> examples) {

    /** What stands before a profile's name where it is asked for as a model. */
    public static final String ALIAS = "ambit/";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** How able a model is. */
    public enum Tier {
        FAST,
        COMPLEX
    }

    public ModelProfile {
        match = List.copyOf(match);
        stop = List.copyOf(stop);
        examples = List.copyOf(examples);
        require(NAME.matcher(name).matches(), "name '" + name + "', expected up to 64 of a-z 0-9 . _ -");
        require(!name.equals("auto"), "name 'auto' is taken: by ambit/auto Ambit chooses the model");
        require(!match.isEmpty(), "no pattern to match, expected at least one");
        require(windowTokens >= 0, "window " + windowTokens + ", expected 0 or more tokens");
        require(numCtx >= 0, "num_ctx " + numCtx + ", expected 0 or more tokens");
        require(isTemperature(codeTemperature), "temperature for code " + codeTemperature + ", expected 0 to 2");
        require(isTemperature(talkTemperature), "temperature for talk " + talkTemperature + ", expected 0 to 2");
        require(topP == null || (topP > 0 && topP <= 1), "top_p " + topP + ", expected more than 0 and at most 1");
        require(topK == null || topK >= 1, "top_k " + topK + ", expected 1 or more");
    }

    private static boolean isTemperature(@Nullable Double value) {
        return value == null || (value >= 0 && value <= 2);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** How it samples best for {@code use}. */
    public Sampling sampling(Use use) {
        return new Sampling(use == Use.CODE ? codeTemperature : talkTemperature, topP, topK, stop);
    }

    /** The name by which a client asks for a model of this profile. */
    public String alias() {
        return ALIAS + name;
    }

    /** Whether requests that carry tools can be given to it; where nothing is known, they can. */
    public boolean takesTools() {
        return tools != ToolDialect.NONE;
    }
}
