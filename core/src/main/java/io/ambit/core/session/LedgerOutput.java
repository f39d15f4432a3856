package io.ambit.core.session;

import io.ambit.core.text.Hash;

/**
 * A tool output that the ledger holds, with the call that it answers.
 *
 * @param iteration of the call in its branch, counted from 0; 0 is valid
 * @param toolName "" where the call is not known
 * @param arguments "" where the call is not known
 * @param id under which markers name it
 */
public record LedgerOutput(
        int iteration,
        String callId,
        String toolName,
        String arguments,
        OutputId id,
        Hash content,
        String text,
        boolean failed) {}
