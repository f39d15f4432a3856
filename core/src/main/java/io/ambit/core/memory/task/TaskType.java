package io.ambit.core.memory.task;

import java.util.List;
import java.util.Locale;

/** What somebody who asks memory is at work on. The order decides ties. */
public enum TaskType {
    EXPLORATION(
            "explore, understand, research, investigate, analyze, discover, find, what is, how does, architecture, structure, overview",
            "read_file, search, list_files",
            "planning, discovery, research"),
    IMPLEMENTATION(
            "implement, create, build, add, write, develop, make, construct, new feature",
            "write_file, create_file, edit_file",
            "development, implementation, coding"),
    DEBUGGING(
            "fix, debug, error, bug, issue, broken, failing, crash, exception, investigate error",
            "run_test, check_logs, trace",
            "debugging, troubleshooting, fixing"),
    REVIEW(
            "review, check, validate, verify, audit, inspect, quality, standards, lint",
            "diff, review_pr, check_style",
            "review, qa, validation"),
    REFACTORING(
            "refactor, restructure, reorganize, clean up, improve structure, extract, rename, move",
            "rename, move_file, extract_function",
            "refactoring, cleanup, optimization");

    private final String words;
    private final String actions;
    private final String phases;

    TaskType(String words, String actions, String phases) {
        this.words = words;
        this.actions = actions;
        this.phases = phases;
    }

    public MemoryWeights weights() {
        return switch (this) {
            case EXPLORATION -> new MemoryWeights(0.6, 0.3, 0.1, 0);
            case IMPLEMENTATION -> new MemoryWeights(0.15, 0.5, 0.35, 0);
            case DEBUGGING -> new MemoryWeights(0.4, 0.2, 0, 0.4);
            case REVIEW -> new MemoryWeights(0.3, 0.5, 0, 0.2);
            case REFACTORING -> new MemoryWeights(0.25, 0.45, 0.3, 0);
        };
    }

    /** Words and phrases of a goal that speak for it. */
    public List<String> words() {
        return entries(words);
    }

    /** Names of actions that speak for it. */
    public List<String> actions() {
        return entries(actions);
    }

    /** Phases of work that speak for it. */
    public List<String> phases() {
        return entries(phases);
    }

    private static List<String> entries(String list) {
        return List.of(list.split(", ", -1));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
