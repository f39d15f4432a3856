package io.ambit.testkit;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Sources of seeds for parameterized tests: {@code @MethodSource("io.ambit.testkit.Seeds#hundred")}. */
public final class Seeds {
    private Seeds() {}

    public static Stream<Seed> twenty() {
        return first(20);
    }

    public static Stream<Seed> hundred() {
        return first(100);
    }

    public static Stream<Seed> thousand() {
        return first(1000);
    }

    /** The first {@code count} seeds, the same in every run. */
    public static Stream<Seed> first(int count) {
        return LongStream.range(0, count).mapToObj(Seed::new);
    }
}
