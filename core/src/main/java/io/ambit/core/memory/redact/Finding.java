package io.ambit.core.memory.redact;

/** A secret in a text: characters {@code [start, end)}, and what it is, in words of a-z, 0-9 and spaces. */
record Finding(int start, int end, String label) {}
