package io.ambit.core.tooluse.check;

import io.ambit.core.tool.Invocation;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of a call before it is made.
 *
 * @param findings the cause first; empty where nothing is wrong
 * @param proposed the call that was meant, which holds where the given one does not; empty where none is known
 * @param certainty of {@code proposed}
 * @param corrections what makes the proposed call of the given one, in order; empty where none is proposed
 */
public record Checked(
        Invocation call,
        List<Finding> findings,
        Optional<Invocation> proposed,
        Certainty certainty,
        List<Correction> corrections) {
    public Checked {
        findings = List.copyOf(findings);
        corrections = List.copyOf(corrections);
    }

    static Checked right(Invocation call) {
        return new Checked(call, List.of(), Optional.empty(), Certainty.CERTAIN, List.of());
    }

    /** Whether the call may be made as it is. */
    public boolean isValid() {
        return findings.stream().noneMatch(finding -> finding.fault().breaksCall());
    }

    /** The corrected call where there is no doubt that it is the one that was meant. */
    public Optional<Invocation> certain() {
        return certainty == Certainty.CERTAIN ? proposed : Optional.empty();
    }

    /** {@code valid}, {@code repairable} where the corrected call is certain, else {@code invalid}. */
    public String verdict() {
        if (isValid()) {
            return "valid";
        }
        return certain().isPresent() ? "repairable" : "invalid";
    }

    /** What is wrong first of all; empty for a right call. */
    public Optional<Fault> cause() {
        return findings.stream().map(Finding::fault).filter(Fault::breaksCall).findFirst();
    }
}
