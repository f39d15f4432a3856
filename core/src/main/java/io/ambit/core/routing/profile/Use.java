package io.ambit.core.routing.profile;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;

/** What an answer is wanted for, as far as it changes how a model should sample. */
public enum Use {
    CODE,
    TALK;

    private static final String FENCE = "```";

    /**
     * What a request is about: a tool to call, a call in its history or a fence of code in what users and the model say
     * makes it work on code.
     *
     * @param carriesTools whether the request has tools to call
     */
    public static Use of(Transcript transcript, boolean carriesTools) {
        if (carriesTools || !transcript.exchanges().isEmpty()) {
            return CODE;
        }
        for (Message message : transcript.messages()) {
            if (message.role() != Role.SYSTEM && hasFence(message)) {
                return CODE;
            }
        }
        return TALK;
    }

    private static boolean hasFence(Message message) {
        return message.parts().stream()
                .anyMatch(part -> part instanceof Part.Text text && text.text().contains(FENCE));
    }
}
