package io.ambit.core.context;

import io.ambit.core.error.AmbitException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The numbers of a curating policy: {@link CurationOption} by {@link CurationOption}. */
public final class CurationSettings {
    /** Cut so that next to no evidence is lost. */
    public static final CurationSettings BALANCED = new CurationSettings(new EnumMap<>(CurationOption.class));

    /** For small windows. */
    public static final CurationSettings TIGHT = BALANCED.with(CurationOption.FLOOR, 350)
            .with(CurationOption.SLOPE, 28)
            .with(CurationOption.CEILING, 2200)
            .with(CurationOption.CODE, 3000);

    private final Map<CurationOption, Integer> values;

    private CurationSettings(Map<CurationOption, Integer> values) {
        this.values = values;
    }

    /** These settings but for one. @throws AmbitException where the value is out of its range */
    public CurationSettings with(CurationOption option, int value) {
        if (value < option.least() || value > option.most()) {
            throw new AmbitException("option " + option.option() + " is " + value + ", expected " + option.least()
                    + " to " + option.most());
        }
        Map<CurationOption, Integer> changed = new EnumMap<>(CurationOption.class);
        changed.putAll(values);
        changed.put(option, value);
        return new CurationSettings(changed);
    }

    /** The value of an option. */
    public int get(CurationOption option) {
        return values.getOrDefault(option, option.usual());
    }

    /** The options that differ from {@code other}, as a policy's name carries them: {@code :floor=300:slope=25}. */
    String differencesFrom(CurationSettings other) {
        StringBuilder out = new StringBuilder();
        for (CurationOption option : CurationOption.values()) {
            if (get(option) != other.get(option)) {
                out.append(':').append(option.option()).append('=').append(get(option));
            }
        }
        return out.toString();
    }

    /** The room of an output that arrives. */
    CuratedOutput.Room onArrival() {
        return new CuratedOutput.Room() {
            @Override
            public int of(int length, boolean isCode) {
                return budget(length, isCode);
            }

            @Override
            public int digest(int removed) {
                return CurationSettings.this.digest(removed);
            }
        };
    }

    /** The room of an output that is masked to so many characters. */
    CuratedOutput.Room masked(int characters) {
        return new CuratedOutput.Room() {
            @Override
            public int of(int length, boolean isCode) {
                return characters;
            }

            @Override
            public int digest(int removed) {
                return CurationSettings.this.digest(removed);
            }
        };
    }

    private int budget(int length, boolean isCode) {
        if (isCode && length <= get(CurationOption.CODE)) {
            return length;
        }
        long grown = get(CurationOption.FLOOR) + (long) length * get(CurationOption.SLOPE) / 100;
        int ceiling = get(CurationOption.CEILING);
        return (int) Math.min(isCode ? 2 * grown : grown, isCode ? 2L * ceiling : ceiling);
    }

    /** Characters for the identifiers that {@code removed} characters may have taken along. */
    int digest(int removed) {
        return (int) (get(CurationOption.DIGEST) + (long) removed * get(CurationOption.DIGEST_SHARE) / 100);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurationSettings that
                && Arrays.stream(CurationOption.values()).allMatch(o -> get(o) == that.get(o));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(
                Arrays.stream(CurationOption.values()).mapToInt(this::get).toArray());
    }

    @Override
    public String toString() {
        return differencesFrom(BALANCED);
    }
}
