package io.ambit.core.event;

/**
 * How often pieces of a role were offered in contexts for one type of task without all of their text, and how often
 * somebody then opened them.
 *
 * @param task label of the type of task
 * @param role of the pieces: "sibling", "reference" and the like
 */
public record PieceUse(String task, String role, long offered, long opened) {
    public PieceUse {
        if (task.isBlank() || role.isBlank() || offered < 0 || opened < 0) {
            throw new IllegalArgumentException("use of '" + role + "' for '" + task + "': " + offered + " offered, "
                    + opened + " opened, expected names and no negative counts");
        }
    }

    /** Both counts of the same task and role together. */
    public PieceUse plus(PieceUse other) {
        return new PieceUse(task, role, offered + other.offered, opened + other.opened);
    }
}
