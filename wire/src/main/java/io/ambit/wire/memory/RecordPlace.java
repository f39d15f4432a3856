package io.ambit.wire.memory;

import io.ambit.core.record.Provenance;
import io.ambit.core.session.Space;

/** What tells an imported record from all others: its space, and the source and key of its {@link Provenance}. */
public record RecordPlace(Space space, String source, String key) {}
