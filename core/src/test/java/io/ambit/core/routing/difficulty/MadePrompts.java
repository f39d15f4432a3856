package io.ambit.core.routing.difficulty;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prompts whose gain depends on a word and on a length, with noise. */
final class MadePrompts {
    private static final List<String> FILLING = List.of(
            "river", "table", "winter", "garden", "letter", "window", "market", "silver", "number", "morning", "planet",
            "engine", "butter", "castle", "doctor", "finger", "island", "jacket", "kitchen", "ladder");

    private MadePrompts() {}

    static List<Example> of(int count, long seed) {
        Random random = new Random(seed);
        List<Example> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean hardWord = random.nextInt(3) == 0;
            boolean longText = random.nextInt(3) == 0;
            StringBuilder text = new StringBuilder(hardWord ? "Prove that" : "Say that");
            for (int w = longText ? 60 : 12; w > 0; w--) {
                text.append(' ').append(FILLING.get(random.nextInt(FILLING.size())));
            }
            double chance = 0.1 + (hardWord ? 0.4 : 0) + (longText ? 0.3 : 0);
            made.add(new Example(text.toString(), random.nextDouble() < chance ? 1 : 0));
        }
        return made;
    }
}
