package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.util.List;

/** How something is done, step by step. */
public record Skill(
        String name,
        String description,
        List<String> prerequisites,
        List<String> steps,
        List<CommonError> commonErrors,
        List<String> exitCriteria)
        implements Content {

    /** An error that is often met on the way, and what to do about it. */
    public record CommonError(String error, String fix) {
        public CommonError {
            Texts.required("error of a skill", error);
            Texts.required("fix of error '" + Texts.title(error) + "'", fix);
        }
    }

    public Skill {
        Texts.required("name of a skill", name);
        if (steps.isEmpty()) {
            throw new InvalidInputException("skill '" + Texts.title(name) + "' has no steps, expected at least one");
        }
        prerequisites = Texts.entries("a skill's prerequisites", prerequisites);
        steps = Texts.entries("a skill's steps", steps);
        commonErrors = List.copyOf(commonErrors);
        exitCriteria = Texts.entries("a skill's exit criteria", exitCriteria);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SKILL;
    }

    @Override
    public String title() {
        return Texts.title(name);
    }

    @Override
    public String text() {
        Texts.Joined joined = Texts.joined(name)
                .line("description", description)
                .list("needs", prerequisites)
                .list("step", steps);
        commonErrors.forEach(error -> joined.line("on " + error.error(), error.fix()));
        return joined.list("done when", exitCriteria).text();
    }
}
