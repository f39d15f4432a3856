package io.ambit.core.memory.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.time.TimeHint.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReaderTest {
    /** A Wednesday. */
    private static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did we decide yesterday?              | 2026-03-17 | 2026-03-18
            the day before yesterday                   | 2026-03-16 | 2026-03-17
            what happened today                        | 2026-03-18 | 2026-03-19
            what did I eat this morning?               | 2026-03-18 | 2026-03-19
            Which bugs came up last week?              | 2026-03-09 | 2026-03-16
            work of this week                          | 2026-03-16 | 2026-03-23
            over the past week                         | 2026-03-11 | 2026-03-19
            in the last three days                     | 2026-03-15 | 2026-03-19
            the last couple of weeks                   | 2026-03-04 | 2026-03-19
            last month                                 | 2026-02-01 | 2026-03-01
            last year                                  | 2025-01-01 | 2026-01-01
            three days ago                             | 2026-03-15 | 2026-03-16
            a week ago                                 | 2026-03-09 | 2026-03-16
            a couple of months ago                     | 2026-01-01 | 2026-02-01
            2 years ago                                | 2024-01-01 | 2025-01-01
            what was said on Monday                    | 2026-03-16 | 2026-03-17
            last Wednesday                             | 2026-03-11 | 2026-03-12
            on the Sunday before October 25, 2022      | 2022-10-23 | 2022-10-24
            the Monday after the 3rd of March          | 2026-03-09 | 2026-03-10
            next Friday                                | 2026-03-20 | 2026-03-21
            last weekend                               | 2026-03-14 | 2026-03-16
            What did she do in May?                    | 2025-05-01 | 2025-06-01
            what was built in February                 | 2026-02-01 | 2026-03-01
            last March                                 | 2025-03-01 | 2025-04-01
            in June 2023                               | 2023-06-01 | 2023-07-01
            on 7 May 2023                              | 2023-05-07 | 2023-05-08
            on May 7th, 2023                           | 2023-05-07 | 2023-05-08
            the 3rd of March                           | 2026-03-03 | 2026-03-04
            the 24th of December                       | 2025-12-24 | 2025-12-25
            release of 2024-02-29                      | 2024-02-29 | 2024-03-01
            at 2024-02-29T10:00 sharp                  | 2024-02-29 | 2024-03-01
            the notes of 2024/02/29                    | 2024-02-29 | 2024-03-01
            am 29.2.2024                               | 2024-02-29 | 2024-03-01
            the plan for 2024-02                       | 2024-02-01 | 2024-03-01
            in 2023                                    | 2023-01-01 | 2024-01-01
            in the summer of 2022                      | 2022-06-01 | 2022-09-01
            last summer                                | 2025-06-01 | 2025-09-01
            last winter                                | 2025-12-01 | 2026-03-01
            between May and July 2025                  | 2025-05-01 | 2025-08-01
            from 2025-01-10 to 2025-01-12              | 2025-01-10 | 2025-01-13
            before 2023                                |            | 2023-01-01
            until the 3rd of March                     |            | 2026-03-04
            after yesterday                            | 2026-03-18 |
            since last week                            | 2026-03-09 |
            """)
    void read_dateOrSpan_isItsDays(String question, String from, String to) {
        TimeHint.Named hint = (TimeHint.Named) read(question).orElseThrow();

        assertThat(hint.span().from()).isEqualTo(from == null ? null : Instant.parse(from + "T00:00:00Z"));
        assertThat(hint.span().to()).isEqualTo(to == null ? null : Instant.parse(to + "T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did we buy before the trip to Rome?          | BEFORE | the trip to Rome
            What did she say after moving to Berlin, exactly? | AFTER  | moving to Berlin
            during our hackathon, who won?                    | DURING | our hackathon
            What changed since Kim left the team?             | AFTER  | Kim left the team
            After the outage what did we change?              | AFTER  | the outage
            """)
    void read_event_isTheAnchor(String question, Side side, String anchor) {
        TimeHint.Beside hint = (TimeHint.Beside) read(question).orElseThrow();

        assertThat(hint.side()).isEqualTo(side);
        assertThat(hint.anchor()).isEqualTo(anchor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "May I use the cache?",
                "we may march on",
                "How do I fix error 2023?",
                "the second option",
                "look after all of it",
                "it must be done before.",
                "version 1.2.3 of the tool",
                "the id 2024-13-45",
                "a few days of work",
                "fall back to the default",
                "spring boot starter",
                "it",
                ""
            })
    void read_noTime_isNone(String question) {
        assertThat(read(question)).isEmpty();
    }

    @Test
    void read_otherZone_countsItsDays() {
        Instant lateInUtc = Instant.parse("2026-03-18T23:30:00Z");

        TimeHint.Named hint = (TimeHint.Named)
                TimeReader.read("today", lateInUtc, ZoneId.of("Asia/Tokyo")).orElseThrow();

        assertThat(hint.span().from()).isEqualTo(Instant.parse("2026-03-18T15:00:00Z"));
    }

    @Test
    void read_anyWords_neverThrows() {
        String[] words = {
            "last",
            "May",
            "31",
            "February",
            "2024",
            "-",
            "13",
            ".",
            "ago",
            "two",
            "weeks",
            "before",
            "the",
            "between",
            "and",
            "0",
            "9999",
            "this",
            "winter",
            "of",
            "29",
            "from",
            "to",
            "since",
            "T",
            "a",
            ","
        };
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            for (int w = random.nextInt(12); w >= 0; w--) {
                text.append(words[random.nextInt(words.length)]).append(random.nextInt(3) == 0 ? "" : " ");
            }
            assertThat(read(text.toString())).as("seed %s: %s", seed, text).isNotNull();
        }
    }

    @Test
    void fit_outsideTheSpan_fallsToNothing() {
        TimeSpan week = new TimeSpan(Instant.parse("2026-03-09T00:00:00Z"), Instant.parse("2026-03-16T00:00:00Z"));

        assertThat(week.fit(Instant.parse("2026-03-10T00:00:00Z"))).isEqualTo(1);
        assertThat(week.fit(Instant.parse("2026-03-17T00:00:00Z"))).isBetween(0.3, 0.5);
        assertThat(week.fit(Instant.parse("2026-03-24T00:00:00Z"))).isZero();
        assertThat(new TimeSpan(null, NOW).fit(NOW)).isZero();
        assertThat(new TimeSpan(null, NOW).fit(NOW.minusSeconds(1))).isEqualTo(1);
    }

    private static Optional<TimeHint> read(String question) {
        return TimeReader.read(question == null ? "" : question, NOW, ZoneOffset.UTC);
    }
}
