package io.ambit.core.context.assembly.reconcile;

/**
 * What became of a person's decisions.
 *
 * @param text the epic's curated context as it was written
 */
public record Curated(String epic, String text, int kept, int edited, int merged, int dropped) {}
