package io.ambit.core.routing;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import java.util.List;
import java.util.Locale;

/**
 * What of a request decides which model answers.
 *
 * @param tools whether it brings tools to call
 * @param images whether there is something to see in it
 * @param tokens how long it is
 * @param language of the code that the last message of the user is about, in lower case, "" for none
 * @param prompt the last text of the user
 */
public record Features(boolean tools, boolean images, int tokens, String language, String prompt) {
    /** Text beyond this many characters of a prompt says little more about it. */
    public static final int PROMPT_CHARACTERS = 16_384;

    /** What is to be known of a request. */
    public static Features of(Transcript transcript, boolean tools, int tokens) {
        String prompt = prompt(transcript.messages());
        return new Features(tools, images(transcript.messages()), tokens, CodeLanguage.of(prompt), prompt);
    }

    private static String prompt(List<Message> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            Message message = messages.get(i);
            if (message.role() == Role.USER) {
                String text = text(message);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Clients send tool results in messages of the user too: those are no prompt. */
    private static String text(Message message) {
        StringBuilder text = new StringBuilder();
        for (Part part : message.parts()) {
            if (part instanceof Part.Text said && text.length() < PROMPT_CHARACTERS) {
                text.append(text.isEmpty() ? "" : "\n");
                text.append(said.text(), 0, Math.min(said.text().length(), PROMPT_CHARACTERS - text.length()));
            }
        }
        return text.toString().strip();
    }

    private static boolean images(List<Message> messages) {
        for (Message message : messages) {
            for (Part part : message.parts()) {
                if (part instanceof Part.Opaque opaque
                        && opaque.kind().toLowerCase(Locale.ROOT).contains("image")) {
                    return true;
                }
            }
        }
        return false;
    }
}
