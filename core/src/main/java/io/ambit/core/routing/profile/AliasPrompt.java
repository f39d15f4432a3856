package io.ambit.core.routing.profile;

import io.ambit.core.text.JsonStrings;
import java.util.List;

/** What a model is told by its alias, in the structure that it reads best: how to work, and examples like the task. */
public final class AliasPrompt {
    private AliasPrompt() {}

    /**
     * The text, "" where the profile has nothing to say.
     *
     * @param task the first words of a user, which the examples are chosen by
     */
    public static String of(ModelProfile profile, String task) {
        List<Example> examples = ExampleChoice.of(profile.examples(), task);
        if (profile.system().isEmpty() && examples.isEmpty()) {
            return "";
        }
        return (profile.structure() == Structure.JSON
                        ? json(profile.system(), examples)
                        : named(profile.structure(), profile.system(), examples))
                .strip();
    }

    private static String named(Structure structure, String system, List<Example> examples) {
        StringBuilder out = new StringBuilder();
        if (!system.isEmpty()) {
            out.append(structure.named("instructions", system));
        }
        for (Example example : examples) {
            out.append(structure.named(
                    "example", structure.named("task", example.task()) + structure.named("answer", example.answer())));
        }
        return out.toString();
    }

    private static String json(String system, List<Example> examples) {
        StringBuilder out = new StringBuilder("{\"instructions\":").append(JsonStrings.quote(system));
        out.append(",\"examples\":[");
        for (Example example : examples) {
            out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
                    .append("{\"task\":")
                    .append(JsonStrings.quote(example.task()))
                    .append(",\"answer\":")
                    .append(JsonStrings.quote(example.answer()))
                    .append('}');
        }
        return out.append("]}").toString();
    }
}
