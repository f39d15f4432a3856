package io.ambit.core.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines that some agents put before everything else and that differ from session to session. A model server on this
 * machine finds nothing of an earlier session's prompt in its cache again because of them.
 */
public enum VolatilePrefix {
    /** Claude Code's note of its version and of the first prompt's hash. */
    BILLING_LINE(
            "x-anthropic-billing-header:",
            "set CLAUDE_CODE_ATTRIBUTION_HEADER=0; 'ambit run -- claude' does so "
                    + "where the model is on this machine or in its network");

    private final String mark;
    private final String advice;

    VolatilePrefix(String mark, String advice) {
        this.mark = mark;
        this.advice = advice;
    }

    /** The one that a conversation begins with. */
    public static Optional<VolatilePrefix> of(Transcript transcript) {
        for (Message message : transcript.messages()) {
            if (message.role() != Role.SYSTEM) {
                break;
            }
            String text = message.text();
            for (VolatilePrefix prefix : values()) {
                if (text.startsWith(prefix.mark)) {
                    return Optional.of(prefix);
                }
            }
        }
        return Optional.empty();
    }

    /** The one that a step's notes name. */
    public static Optional<VolatilePrefix> noted(List<String> notes) {
        return Arrays.stream(values())
                .filter(prefix -> notes.contains(prefix.note()))
                .findFirst();
    }

    /** What is noted of a step that a model server nearby got with it. */
    public String note() {
        return "the prompt begins with a " + title()
                + ", which differs from session to session: a model nearby reads all " + "of it anew";
    }

    /** Its name for people. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How it is switched off. */
    public String advice() {
        return advice;
    }
}
