package io.ambit.core.context.assembly;

import java.util.List;

/** What pieces are to a task, in the order in which a context shows them, and what each role is worth by itself. */
enum Roles {
    FOCUS("focus", "Focus", 10),
    CURATED("curated", "Curated for the epic", 1.3),
    EPIC("epic", "Epic", 0.9),
    PARENT("parent", "Belongs to", 0.7),
    BLOCKER("blocker", "Has to be done first", 1),
    REFERENCE("reference", "References", 0.9),
    INSIGHT("insight", "Insights", 0.9),
    CHILD("child", "Parts of it", 0.75),
    MATCH("match", "Found for it", 0.8),
    ARTIFACT("artifact", "Artifacts", 0.75),
    MEMORY("memory", "From memory", 0.65),
    WAITING("waiting", "Waits for it", 0.55),
    SIBLING("sibling", "Beside it", 0.4),
    ACTIVITY("activity", "Lately", 0.25);

    static final List<Roles> SHOWN = List.of(values());

    private final String label;
    private final String title;
    private final double weight;

    Roles(String label, String title, double weight) {
        this.label = label;
        this.title = title;
        this.weight = weight;
    }

    /** As in {@link AssembledContext.Piece#role}. */
    String label() {
        return label;
    }

    /** Over its pieces. */
    String title() {
        return title;
    }

    double weight() {
        return weight;
    }
}
