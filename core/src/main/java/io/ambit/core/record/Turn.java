package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;

/**
 * One message of a conversation, verbatim.
 *
 * @param session the conversation; messages of one are neighbours by {@code position}
 * @param position its place in the conversation, from 0, unique in it
 * @param speaker who said it, by name or role: "Caroline", "user"
 * @param voice what kind of speaker that is
 */
public record Turn(String session, int position, String speaker, Voice voice, String text) implements Content {

    public Turn {
        Texts.required("session of a turn", session);
        Texts.required("speaker of a turn", speaker);
        Texts.required("text of a turn", text);
        if (position < 0) {
            throw new InvalidInputException("position of a turn is " + position + ", expected 0 or more");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TURN;
    }

    @Override
    public String title() {
        return Texts.title(speaker + ": " + text.strip());
    }
}
