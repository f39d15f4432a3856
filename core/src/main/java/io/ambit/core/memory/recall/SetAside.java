package io.ambit.core.memory.recall;

import io.ambit.core.record.RecordId;

/** A record that could not be used, and why. The answer goes on without it. */
public record SetAside(RecordId id, String reason) {}
