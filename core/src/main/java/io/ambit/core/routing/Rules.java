package io.ambit.core.routing;

import java.util.ArrayList;
import java.util.List;

/** What can be said of a request without having learned anything. */
final class Rules {
    /** From here on a context is long: the window at which small models are commonly run. */
    static final int LONG_CONTEXT_TOKENS = 8_192;

    /** From here on a prompt says more than a question. */
    static final int LONG_PROMPT_CHARACTERS = 1_500;

    /** A window must hold the answer too. */
    private static final double WINDOW_FOR_REQUEST = 0.9;

    private static final double EASY = 0.2;
    private static final double SIGN = 0.2;

    private Rules() {}

    /** Why a model cannot answer, "" where it can. */
    static String obstacle(Features features, Candidate candidate) {
        if (features.tools() && !candidate.tools()) {
            return "calls no tools";
        }
        if (features.images() && !candidate.images()) {
            return "sees no images";
        }
        if (candidate.windowTokens() > 0 && features.tokens() > candidate.windowTokens() * WINDOW_FOR_REQUEST) {
            return "takes " + candidate.windowTokens() + " tokens";
        }
        return "";
    }

    /** What speaks for a hard task. */
    static List<String> signs(Features features) {
        List<String> signs = new ArrayList<>();
        if (features.tools()) {
            signs.add("tools");
        }
        if (features.tokens() >= LONG_CONTEXT_TOKENS) {
            signs.add("long context");
        }
        if (!features.language().isEmpty()) {
            signs.add("code");
        }
        if (features.prompt().length() >= LONG_PROMPT_CHARACTERS) {
            signs.add("long prompt");
        }
        return signs;
    }

    /** How hard the task seems, from 0 to 1. */
    static double difficulty(List<String> signs) {
        return EASY + SIGN * signs.size();
    }
}
