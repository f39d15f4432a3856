package io.ambit.core.compress.structured;

/**
 * A tool in a few words.
 *
 * @param missing characters of descriptions that were left out
 */
record Signature(String text, int missing) {}
