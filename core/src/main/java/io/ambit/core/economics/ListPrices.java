package io.ambit.core.economics;

import java.time.LocalDate;
import java.util.List;

/**
 * Prices that providers publish, in US dollars for a million tokens. Standard service, without discounts for batches;
 * where a price depends on the length of the request, that of the shorter one. Models whose prices differ by a factor
 * between lengths or hours are left out: a wrong price is worse than none.
 */
final class ListPrices {
    /** Provider, model, holds from, looked up, input, cache read, cache write, for an hour, output. */
    private static final String ROWS = """
            anthropic claude-fable-5-1     2026-01-01 2026-11-21 10    0.25   12.5   20   50
            anthropic claude-fable-5       2026-01-01 2026-11-21 10    1      12.5   20   50
            anthropic claude-opus-5-5      2026-01-01 2026-11-21 4     0.2    5      8    20
            anthropic claude-opus-5        2026-01-01 2026-11-21 5     0.5    6.25   10   25
            anthropic claude-opus-4-8      2026-01-01 2026-11-21 5     0.5    6.25   10   25
            anthropic claude-opus-4-7      2026-01-01 2026-11-21 5     0.5    6.25   10   25
            anthropic claude-opus-4-6      2026-01-01 2026-11-21 5     0.5    6.25   10   25
            anthropic claude-opus-4-5      2025-11-24 2026-11-21 5     0.5    6.25   10   25
            anthropic claude-opus-4-1      2025-08-05 2026-11-21 15    1.5    18.75  30   75
            anthropic claude-opus-4        2025-05-22 2026-11-21 15    1.5    18.75  30   75
            anthropic claude-3-opus        2024-03-04 2026-11-21 15    1.5    18.75  30   75
            anthropic claude-sonnet-5-5    2026-01-01 2026-11-21 2     0.2    2.5    4    10
            anthropic claude-sonnet-5-5    2026-10-07 2026-11-21 2     0.1    2.5    4    10
            anthropic claude-sonnet-5      2026-01-01 2026-11-21 2     0.2    2.5    4    10
            anthropic claude-sonnet-4-6    2026-01-01 2026-11-21 3     0.3    3.75   6    15
            anthropic claude-sonnet-4-5    2025-09-29 2026-11-21 3     0.3    3.75   6    15
            anthropic claude-sonnet-4      2025-05-22 2026-11-21 3     0.3    3.75   6    15
            anthropic claude-3-7-sonnet    2025-02-24 2026-11-21 3     0.3    3.75   6    15
            anthropic claude-3-5-sonnet    2024-06-20 2026-11-21 3     0.3    3.75   6    15
            anthropic claude-haiku-4-5     2025-10-15 2026-11-21 1     0.1    1.25   2    5
            anthropic claude-3-5-haiku     2024-11-04 2026-11-21 0.8   0.08   1      1.6  4
            anthropic claude-3-haiku       2024-03-13 2026-11-21 0.25  0.03   0.3    0.5  1.25
            openai    gpt-5.4              2026-01-01 2026-11-21 2.5   0.25   2.5    2.5  15
            openai    gpt-5.3-codex        2026-01-01 2026-11-21 1.75  0.175  1.75   1.75 14
            openai    gpt-5.2              2025-12-11 2026-11-21 1.75  0.175  1.75   1.75 14
            openai    gpt-5.2-codex        2025-12-11 2026-11-21 1.75  0.175  1.75   1.75 14
            openai    gpt-5.1              2025-11-13 2026-11-21 1.25  0.125  1.25   1.25 10
            openai    gpt-5.1-codex        2025-11-13 2025-12-01 1.25  0.125  1.25   1.25 10
            openai    gpt-5.1-codex-max    2025-11-19 2025-12-01 1.25  0.125  1.25   1.25 10
            openai    gpt-5.1-codex-mini   2025-11-13 2025-12-01 0.25  0.025  0.25   0.25 2
            openai    gpt-5                2025-08-07 2026-11-21 1.25  0.125  1.25   1.25 10
            openai    gpt-5-codex          2025-09-23 2026-11-21 1.25  0.125  1.25   1.25 10
            openai    gpt-5-mini           2025-08-07 2026-11-21 0.25  0.025  0.25   0.25 2
            openai    gpt-5-nano           2025-08-07 2026-11-21 0.05  0.005  0.05   0.05 0.4
            openai    gpt-5-pro            2025-10-06 2026-11-21 15    15     15     15   120
            openai    gpt-4.1              2025-04-14 2026-11-21 2     0.5    2      2    8
            openai    gpt-4.1-mini         2025-04-14 2026-11-21 0.4   0.1    0.4    0.4  1.6
            openai    gpt-4.1-nano         2025-04-14 2026-11-21 0.1   0.025  0.1    0.1  0.4
            openai    gpt-4o               2024-08-06 2026-11-21 2.5   1.25   2.5    2.5  10
            openai    gpt-4o-mini          2024-07-18 2026-11-21 0.15  0.075  0.15   0.15 0.6
            openai    o1                   2024-12-17 2025-12-01 15    7.5    15     15   60
            openai    o1-mini              2025-01-31 2025-12-01 1.1   0.55   1.1    1.1  4.4
            openai    o3                   2025-04-16 2025-12-01 10    2.5    10     10   40
            openai    o3                   2025-06-10 2026-11-21 2     0.5    2      2    8
            openai    o3-pro               2025-06-10 2025-12-01 20    20     20     20   80
            openai    o3-mini              2025-01-31 2026-11-21 1.1   0.55   1.1    1.1  4.4
            openai    o4-mini              2025-04-16 2026-11-21 1.1   0.275  1.1    1.1  4.4
            openai    codex-mini           2025-05-16 2025-12-01 1.5   0.375  1.5    1.5  6
            google    gemini-2.5-pro       2025-06-17 2025-12-01 1.25  0.125  1.25   1.25 10
            google    gemini-2.5-flash     2025-06-17 2025-12-01 0.3   0.03   0.3    0.3  2.5
            google    gemini-2.5-flash-lite 2025-07-22 2025-12-01 0.1  0.01   0.1    0.1  0.4
            google    gemini-2.0-flash     2025-02-05 2025-12-01 0.1   0.025  0.1    0.1  0.4
            google    gemini-2.0-flash-lite 2025-02-25 2025-12-01 0.075 0.075 0.075 0.075 0.3
            deepseek  deepseek-chat        2025-02-08 2026-11-21 0.27  0.07   0.27   0.27 1.1
            deepseek  deepseek-chat        2025-09-05 2025-12-01 0.56  0.07   0.56   0.56 1.68
            deepseek  deepseek-chat        2025-09-29 2026-11-21 0.28  0.028  0.28   0.28 0.42
            deepseek  deepseek-reasoner    2025-02-08 2026-11-21 0.55  0.14   0.55   0.55 2.19
            deepseek  deepseek-reasoner    2025-09-05 2025-12-01 0.56  0.07   0.56   0.56 1.68
            deepseek  deepseek-reasoner    2025-09-29 2026-11-21 0.28  0.028  0.28   0.28 0.42
            alibaba   qwen-max             2025-01-25 2025-12-01 1.6   0.32   1.6    1.6  6.4
            alibaba   qwen-plus            2025-01-25 2025-12-01 0.4   0.08   0.4    0.4  1.2
            alibaba   qwen-turbo           2025-01-25 2025-12-01 0.05  0.01   0.05   0.05 0.2
            moonshot  kimi-k2              2025-07-11 2025-12-01 0.6   0.15   0.6    0.6  2.5
            """;

    private ListPrices() {}

    static List<ModelPrice> rows() {
        return ROWS.lines().map(ListPrices::row).toList();
    }

    private static ModelPrice row(String line) {
        String[] cells = line.strip().split(" +", -1);
        if (cells.length != 9) {
            throw new IllegalStateException(line + ": " + cells.length + " cells, expected 9");
        }
        return new ModelPrice(
                cells[0],
                cells[1],
                LocalDate.parse(cells[2]),
                LocalDate.parse(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]),
                Double.parseDouble(cells[7]),
                Double.parseDouble(cells[8]));
    }
}
