package io.ambit.core.memory.disclosure;

/**
 * What the timeline says of one topic: its records in about a tenth of their tokens.
 *
 * @param text safe to show to a model
 */
public record TimelineEntry(String topic, String text, int tokens) {}
