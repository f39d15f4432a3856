package io.ambit.core.routing.profile;

import io.ambit.core.text.JsonStrings;
import java.util.Locale;
import java.util.Optional;

/** The form in which a model is best given several named texts. */
public enum Structure {
    /** Each under a line with its name. */
    PLAIN,
    /** Each between tags of its name. */
    XML,
    /** Members of an object. */
    JSON;

    /** The structure of that name in a profile's file. */
    public static Optional<Structure> ofTitle(String title) {
        for (Structure structure : values()) {
            if (structure.title().equals(title)) {
                return Optional.of(structure);
            }
        }
        return Optional.empty();
    }

    /** Its name in a profile's file. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A text under a name. Nothing in the text can end it: what looks like its closing tag is broken up, and JSON quotes.
     *
     * @param name a word of lower-case letters
     */
    public String named(String name, String text) {
        return switch (this) {
            case PLAIN -> name + ":\n" + line(text);
            case XML -> "<" + name + ">\n" + line(text.replace("</" + name, "<\\/" + name)) + "</" + name + ">\n";
            case JSON -> "{" + JsonStrings.quote(name) + ":" + JsonStrings.quote(text) + "}\n";
        };
    }

    private static String line(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
