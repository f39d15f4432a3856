package io.ambit.cli.config;

import static io.ambit.cli.config.BadValueException.require;

import io.ambit.core.context.CurationOption;
import io.ambit.core.context.CurationSettings;
import java.util.Map;

/** The numbers of the policy {@code custom}, in characters, percent and steps. */
public record Custom(
        @ConfigKey("Characters that a tool output may have whatever its size.")
        int floor,

        @ConfigKey("What it may have beyond, in % of its size.")
        int slope,

        @ConfigKey("The most that it may have; twice that for code.")
        int ceiling,

        @ConfigKey("Characters up to which code is shown whole when it arrives.")
        int code,

        @ConfigKey("Characters for the identifiers of what was cut.")
        int digest,

        @ConfigKey("More for them, in % of what was cut.") int digestShare,

        @ConfigKey("The first step at which old outputs may be masked; 0: never.")
        int maskFrom,

        @ConfigKey("Characters that a masked output keeps.") int maskYoung,

        @ConfigKey("Characters that it keeps when it is old.")
        int maskOld,

        @ConfigKey("Steps after which it is old.") int maskOldAfter,

        @ConfigKey("What masking has to gain, in % of what writing the cache again costs.")
        int maskGain) {

    static final Custom BALANCED = of(CurationSettings.BALANCED);

    public Custom {
        check(CurationOption.FLOOR, floor);
        check(CurationOption.SLOPE, slope);
        check(CurationOption.CEILING, ceiling);
        check(CurationOption.CODE, code);
        check(CurationOption.DIGEST, digest);
        check(CurationOption.DIGEST_SHARE, digestShare);
        check(CurationOption.MASK_FROM, maskFrom);
        check(CurationOption.MASK_YOUNG, maskYoung);
        check(CurationOption.MASK_OLD, maskOld);
        check(CurationOption.MASK_OLD_AFTER, maskOldAfter);
        check(CurationOption.MASK_GAIN, maskGain);
    }

    private static Custom of(CurationSettings settings) {
        return new Custom(
                settings.get(CurationOption.FLOOR),
                settings.get(CurationOption.SLOPE),
                settings.get(CurationOption.CEILING),
                settings.get(CurationOption.CODE),
                settings.get(CurationOption.DIGEST),
                settings.get(CurationOption.DIGEST_SHARE),
                settings.get(CurationOption.MASK_FROM),
                settings.get(CurationOption.MASK_YOUNG),
                settings.get(CurationOption.MASK_OLD),
                settings.get(CurationOption.MASK_OLD_AFTER),
                settings.get(CurationOption.MASK_GAIN));
    }

    private static void check(CurationOption option, int value) {
        require(
                value >= option.least() && value <= option.most(),
                option.option(),
                option.least() + " to " + option.most());
    }

    /** Each number under its option. */
    public Map<CurationOption, Integer> numbers() {
        return Map.ofEntries(
                Map.entry(CurationOption.FLOOR, floor),
                Map.entry(CurationOption.SLOPE, slope),
                Map.entry(CurationOption.CEILING, ceiling),
                Map.entry(CurationOption.CODE, code),
                Map.entry(CurationOption.DIGEST, digest),
                Map.entry(CurationOption.DIGEST_SHARE, digestShare),
                Map.entry(CurationOption.MASK_FROM, maskFrom),
                Map.entry(CurationOption.MASK_YOUNG, maskYoung),
                Map.entry(CurationOption.MASK_OLD, maskOld),
                Map.entry(CurationOption.MASK_OLD_AFTER, maskOldAfter),
                Map.entry(CurationOption.MASK_GAIN, maskGain));
    }
}
