package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import java.util.List;

/**
 * Policies by name. A name may be followed by options, {@code classic:cut=500:window=5:summary_interval=10:
 * summary_tokens=500:summaries=off} say; what is not given has its default.
 */
public final class Policies {
    private static final String CUT = "cut";
    private static final String WINDOW = "window";
    private static final String SUMMARY_INTERVAL = "summary_interval";
    private static final String SUMMARY_TOKENS = "summary_tokens";
    private static final String SUMMARIES = "summaries";

    private Policies() {}

    /** The names there are. */
    public static List<String> names() {
        return List.of(OffPolicy.NAME, SafePolicy.NAME, ClassicPolicy.NAME);
    }

    /**
     * The policy of that name and with those options.
     *
     * @throws AmbitException where there is no such name or option, or an option's value is none
     */
    public static ContextPolicy parse(String spec) {
        String[] fields = spec.strip().split(":", -1);
        return switch (fields[0]) {
            case OffPolicy.NAME -> withoutOptions(new OffPolicy(), fields);
            case SafePolicy.NAME -> withoutOptions(new SafePolicy(), fields);
            case ClassicPolicy.NAME -> new ClassicPolicy(classic(fields));
            default ->
                throw new AmbitException(
                        "policy '" + fields[0] + "' is unknown, expected one of " + String.join(", ", names()));
        };
    }

    /** The name and those options that are not the default: what {@link #parse} reads back. */
    static String nameOf(ClassicSettings settings) {
        ClassicSettings usual = ClassicSettings.DEFAULT;
        StringBuilder name = new StringBuilder(ClassicPolicy.NAME);
        option(name, CUT, settings.cutCharacters(), usual.cutCharacters());
        option(name, WINDOW, settings.windowIterations(), usual.windowIterations());
        option(name, SUMMARY_INTERVAL, settings.summaryInterval(), usual.summaryInterval());
        option(name, SUMMARY_TOKENS, settings.summaryTokens(), usual.summaryTokens());
        if (settings.summaries() != usual.summaries()) {
            name.append(':').append(SUMMARIES).append('=').append(settings.summaries() ? "on" : "off");
        }
        return name.toString();
    }

    private static void option(StringBuilder name, String option, int value, int usual) {
        if (value != usual) {
            name.append(':').append(option).append('=').append(value);
        }
    }

    private static ContextPolicy withoutOptions(ContextPolicy policy, String[] fields) {
        if (fields.length > 1) {
            throw new AmbitException("policy " + policy.name() + " takes no options, found '" + fields[1] + "'");
        }
        return policy;
    }

    private static ClassicSettings classic(String[] fields) {
        ClassicSettings settings = ClassicSettings.DEFAULT;
        for (String field : List.of(fields).subList(1, fields.length)) {
            int equals = field.indexOf('=');
            String option = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            settings = switch (option) {
                case CUT -> settings.withCutCharacters(number(option, value));
                case WINDOW -> settings.withWindowIterations(number(option, value));
                case SUMMARY_INTERVAL -> settings.withSummaryInterval(number(option, value));
                case SUMMARY_TOKENS -> settings.withSummaryTokens(number(option, value));
                case SUMMARIES -> settings.withSummaries(onOrOff(option, value));
                default ->
                    throw new AmbitException("option '" + option + "' of policy classic is unknown, expected one of "
                            + String.join(", ", CUT, WINDOW, SUMMARY_INTERVAL, SUMMARY_TOKENS, SUMMARIES));
            };
        }
        return settings;
    }

    private static int number(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number that is too small
        }
        throw new AmbitException(
                "option " + option + " of policy classic is '" + value + "', expected a whole number from 1");
    }

    private static boolean onOrOff(String option, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new AmbitException(
                        "option " + option + " of policy classic is '" + value + "', expected on or off");
        };
    }
}
