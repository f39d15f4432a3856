package io.ambit.core.memory.care;

import java.time.Duration;

/**
 * When care acts.
 *
 * @param similar goals of episodes at least this similar may be of one pattern
 * @param duplicate records at least this similar say the same
 * @param confidence a pattern is made once it is this sure
 * @param skillSources a pattern that so many independent episodes have confirmed is a skill
 * @param full how long an episode is left as it is, counted from its storage or its last use
 * @param summarised how long it then stays, with a summary beside it, before it is archived
 * @param unused a pattern that was not used for so long is named for review
 */
public record CareSettings(
        double similar,
        double duplicate,
        double confidence,
        int skillSources,
        Duration full,
        Duration summarised,
        Duration unused) {
    public static final CareSettings DEFAULT =
            new CareSettings(0.6, 0.9, 0.8, 5, Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(30));
}
