package io.ambit.core.memory.care;

import io.ambit.core.record.Episode;
import java.util.ArrayList;
import java.util.List;

/** An episode in about a tenth of its words, all of them its own: goal, outcome, errors, what changed, first and last steps. */
final class EpisodeSummary {
    private static final int RATIO = 10;
    private static final int SHORTEST = 240;
    private static final int LONGEST = 2_000;

    private EpisodeSummary() {}

    static String of(Episode episode) {
        int budget = Math.clamp(episode.text().length() / RATIO, SHORTEST, LONGEST);
        List<String> lines = new ArrayList<>();
        lines.add(CommonSteps.line(episode.context().goal()) + " ("
                + episode.outcome().label() + ")");
        List<String> more = new ArrayList<>();
        for (Episode.Failure error : episode.errors()) {
            more.add("error: " + CommonSteps.line(error.message())
                    + (error.resolution().isBlank() ? "" : "; resolved: " + CommonSteps.line(error.resolution())));
        }
        if (!episode.filesModified().isEmpty()) {
            more.add(CommonSteps.line("changed: " + String.join(", ", episode.filesModified())));
        }
        if (!episode.commit().isBlank()) {
            more.add(CommonSteps.line("commit: " + episode.commit()));
        }
        List<Episode.Action> actions = episode.actions();
        for (int i = 0; i < actions.size(); i++) {
            // The ends first: how it began and how it came out say more than the middle.
            Episode.Action action = actions.get(i % 2 == 0 ? actions.size() - 1 - i / 2 : i / 2);
            more.add(CommonSteps.line((action.action() + " " + action.target()).strip()));
        }
        int length = lines.getFirst().length();
        for (String line : more) {
            if (length + line.length() < budget && !lines.contains(line)) {
                lines.add(line);
                length += line.length() + 1;
            }
        }
        return String.join("\n", lines);
    }
}
