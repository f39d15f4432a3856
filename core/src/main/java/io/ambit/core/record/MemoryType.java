package io.ambit.core.record;

/** The kinds of memory that a task draws on in different measure. */
public enum MemoryType {
    EPISODIC,
    SEMANTIC,
    SKILL,
    ANTI_PATTERN
}
