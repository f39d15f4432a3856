package io.ambit.core.tooluse.check;

import java.util.Optional;

/**
 * One thing that is wrong with a call.
 *
 * @param path where, as a JSON Pointer into the arguments, "" for the call itself
 * @param reason for who made the call, on one line: what was expected, what came
 * @param correction what would mend it; a likely one is for the caller to judge
 */
public record Finding(Fault fault, String path, String reason, Optional<Correction> correction) {}
