package io.ambit.core.tool;

import java.util.Locale;

/**
 * What a call failed of. Where an error fits several, the one that is named first here is meant: what is more
 * particular comes before what is more general.
 */
public enum FailureClass {
    /** Asked too often, or more than an allowance holds. */
    RATE("rate"),
    /** Nothing came within the time allowed. */
    TIMEOUT("time-out"),
    /** The far side was not reached, or the connection to it broke: address, name, TLS, a gateway between. */
    TRANSPORT("transport"),
    /** What was asked for may not be done by who asked, or not there. */
    PERMISSION("permission"),
    /** It is there already, has changed meanwhile, or somebody else holds it. */
    CONFLICT("conflict"),
    /** Something that the call must say is not said. */
    MISSING_ARGUMENT("arguments missing"),
    /** A name of the interface is unknown: tool, command, option, parameter, function. */
    UNKNOWN_NAME("name"),
    /** A value of another kind than the one that is taken: text for a number, say. */
    WRONG_TYPE("wrong type"),
    /** What the call names is not there: file, record, table, branch, package, page. */
    NOT_FOUND("not found"),
    /** The tool cannot do this at all, or not with a thing of this kind; another one may. */
    WRONG_TOOL("wrong tool"),
    /** A value of the right kind that is not accepted: spelling, range, syntax, state. */
    WRONG_VALUE("wrong value"),
    /** The tool itself broke, or had not what it needs to work. */
    TOOL_FAULT("tool's own fault");

    private final String label;

    FailureClass(String label) {
        this.label = label;
    }

    /** As it is written for people and in data. */
    public String label() {
        return label;
    }

    /**
     * The class of a label, however it is punctuated; the constant's own name will do.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static FailureClass of(String label) {
        String asked = plain(label);
        for (FailureClass each : values()) {
            if (plain(each.label).equals(asked) || plain(each.name()).equals(asked)) {
                return each;
            }
        }
        throw new IllegalArgumentException("unknown class of failure " + label);
    }

    private static String plain(String label) {
        StringBuilder out = new StringBuilder();
        label.toLowerCase(Locale.ROOT).chars().filter(Character::isLetter).forEach(c -> out.append((char) c));
        return out.toString();
    }
}
