package io.ambit.wire.memory;

import io.ambit.core.record.Skill;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A skill as loki-mode writes it in Markdown: prerequisites, steps, common errors, exit criteria under headings. */
final class LokiSkillText {
    private final List<String> prerequisites = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final List<Skill.CommonError> errors = new ArrayList<>();
    private final List<String> criteria = new ArrayList<>();
    private final List<String> description = new ArrayList<>();
    private String name;
    private String heading = "";

    private LokiSkillText(String name) {
        this.name = name;
    }

    /** @param file its name without the ending, which is the skill's where no heading tells one */
    static Skill read(String file, String text) {
        LokiSkillText skill = new LokiSkillText(file);
        for (String line : FrontMatter.read(text).body().split("\n", -1)) {
            skill.line(line.strip());
        }
        // Of a text in another order the whole is the step.
        List<String> done = skill.steps.isEmpty() ? List.of(text.strip()) : skill.steps;
        return new Skill(
                skill.name,
                String.join(" ", skill.description),
                skill.prerequisites,
                done,
                skill.errors,
                skill.criteria);
    }

    private void line(String line) {
        if (line.startsWith("# ")) {
            String title = line.substring(2).strip();
            name = title.regionMatches(true, 0, "skill:", 0, 6)
                    ? title.substring(6).strip()
                    : title;
        } else if (line.startsWith("#")) {
            heading = line.replace("#", "").strip().toLowerCase(Locale.ROOT);
        } else if (!line.isEmpty()) {
            item(line);
        }
    }

    private void item(String line) {
        String item = bare(line);
        if (item.isEmpty()) {
            return;
        }
        if (heading.startsWith("prerequisite")) {
            prerequisites.add(item);
        } else if (heading.startsWith("step")) {
            steps.add(item);
        } else if (heading.startsWith("common error")) {
            int colon = item.indexOf(": ");
            errors.add(
                    colon > 0
                            ? new Skill.CommonError(item.substring(0, colon), item.substring(colon + 2))
                            : new Skill.CommonError(item, "not known"));
        } else if (heading.startsWith("exit")) {
            criteria.add(item);
        } else {
            description.add(item);
        }
    }

    /** Without the mark or the number of a list. */
    private static String bare(String line) {
        int i = 0;
        while (i < line.length() && (Character.isDigit(line.charAt(i)) || ".-*) [".indexOf(line.charAt(i)) >= 0)) {
            i++;
        }
        return line.substring(i).strip();
    }
}
