package io.ambit.core.memory.task;

import java.util.List;
import java.util.Locale;

/** What somebody who asks memory is at work on. The order decides ties. */
public enum TaskType {
    EXPLORATION(
            new MemoryWeights(0.6, 0.3, 0.1, 0),
            List.of(
                    "explore",
                    "understand",
                    "research",
                    "investigate",
                    "analyze",
                    "discover",
                    "find",
                    "what is",
                    "how does",
                    "architecture",
                    "structure",
                    "overview"),
            List.of("read_file", "search", "list_files"),
            List.of("planning", "discovery", "research")),
    IMPLEMENTATION(
            new MemoryWeights(0.15, 0.5, 0.35, 0),
            List.of("implement", "create", "build", "add", "write", "develop", "make", "construct", "new feature"),
            List.of("write_file", "create_file", "edit_file"),
            List.of("development", "implementation", "coding")),
    DEBUGGING(
            new MemoryWeights(0.4, 0.2, 0, 0.4),
            List.of(
                    "fix",
                    "debug",
                    "error",
                    "bug",
                    "issue",
                    "broken",
                    "failing",
                    "crash",
                    "exception",
                    "investigate error"),
            List.of("run_test", "check_logs", "trace"),
            List.of("debugging", "troubleshooting", "fixing")),
    REVIEW(
            new MemoryWeights(0.3, 0.5, 0, 0.2),
            List.of("review", "check", "validate", "verify", "audit", "inspect", "quality", "standards", "lint"),
            List.of("diff", "review_pr", "check_style"),
            List.of("review", "qa", "validation")),
    REFACTORING(
            new MemoryWeights(0.25, 0.45, 0.3, 0),
            List.of(
                    "refactor",
                    "restructure",
                    "reorganize",
                    "clean up",
                    "improve structure",
                    "extract",
                    "rename",
                    "move"),
            List.of("rename", "move_file", "extract_function"),
            List.of("refactoring", "cleanup", "optimization"));

    private final MemoryWeights weights;
    private final List<String> words;
    private final List<String> actions;
    private final List<String> phases;

    TaskType(MemoryWeights weights, List<String> words, List<String> actions, List<String> phases) {
        this.weights = weights;
        this.words = words;
        this.actions = actions;
        this.phases = phases;
    }

    public MemoryWeights weights() {
        return weights;
    }

    /** Words and phrases of a goal that speak for it. */
    public List<String> words() {
        return words;
    }

    /** Names of actions that speak for it. */
    public List<String> actions() {
        return actions;
    }

    /** Phases of work that speak for it. */
    public List<String> phases() {
        return phases;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
