package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return List.of(
                OffPolicy.NAME,
                SafePolicy.NAME,
                CuratedPolicy.BALANCED,
                CuratedPolicy.TIGHT,
                ClassicPolicy.NAME,
                CuratedPolicy.SEMANTIC,
                CuratedPolicy.CUSTOM);
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
            case CuratedPolicy.BALANCED -> curated(fields, CurationSettings.BALANCED);
            case CuratedPolicy.TIGHT -> curated(fields, CurationSettings.TIGHT);
            case CuratedPolicy.SEMANTIC -> curated(fields, CurationSettings.BALANCED);
            case CuratedPolicy.CUSTOM -> curated(fields, CurationSettings.BALANCED);
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

    /** The options of {@code custom} that can be searched, each with the values worth trying. */
    public static Map<String, List<Integer>> sweepable() {
        Map<String, List<Integer>> options = new LinkedHashMap<>();
        for (CurationOption option : CurationOption.values()) {
            if (!option.candidates().isEmpty()) {
                options.put(option.option(), option.candidates());
            }
        }
        return options;
    }

    private static ContextPolicy curated(String[] fields, CurationSettings usual) {
        CurationSettings settings = usual;
        for (String field : List.of(fields).subList(1, fields.length)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            settings = settings.with(
                    option(fields[0], name), number(fields[0], name, equals < 0 ? "" : field.substring(equals + 1), 0));
        }
        return new CuratedPolicy(fields[0] + settings.differencesFrom(usual), settings);
    }

    private static CurationOption option(String policy, String name) {
        List<String> names = new ArrayList<>();
        for (CurationOption option : CurationOption.values()) {
            if (option.option().equals(name)) {
                return option;
            }
            names.add(option.option());
        }
        throw new AmbitException("option '" + name + "' of policy " + policy + " is unknown, expected one of "
                + String.join(", ", names));
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
                case CUT -> settings.withCutCharacters(number(ClassicPolicy.NAME, option, value, 1));
                case WINDOW -> settings.withWindowIterations(number(ClassicPolicy.NAME, option, value, 1));
                case SUMMARY_INTERVAL -> settings.withSummaryInterval(number(ClassicPolicy.NAME, option, value, 1));
                case SUMMARY_TOKENS -> settings.withSummaryTokens(number(ClassicPolicy.NAME, option, value, 1));
                case SUMMARIES -> settings.withSummaries(onOrOff(option, value));
                default ->
                    throw new AmbitException("option '" + option + "' of policy classic is unknown, expected one of "
                            + String.join(", ", CUT, WINDOW, SUMMARY_INTERVAL, SUMMARY_TOKENS, SUMMARIES));
            };
        }
        return settings;
    }

    private static int number(String policy, String option, String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, in the same words as a number that is too small
        }
        throw new AmbitException("option " + option + " of policy " + policy + " is '" + value
                + "', expected a whole number from " + least);
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
