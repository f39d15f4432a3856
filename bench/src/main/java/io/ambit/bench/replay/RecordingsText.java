package io.ambit.bench.replay;

import io.ambit.wire.logs.Lack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader has to know about the recordings to read the figures rightly, a line each. */
public final class RecordingsText {
    private RecordingsText() {}

    /** The lines; none where there is nothing to say. */
    public static List<String> of(ReplayReport report) {
        List<String> lines = new ArrayList<>();
        bill(report, lines);
        lacks(report, lines);
        if (report.recordings().forks() > 0) {
            lines.add(counted(report.recordings().forks(), "turn that was", "turns that were")
                    + " taken back or tried again, with "
                    + counted(report.recordings().leftOut(), "message", "messages")
                    + ", not replayed: each session is the branch that its log ends on.");
        }
        Timed timed = report.timed();
        if (timed.expiries() > 0) {
            StringBuilder line = new StringBuilder(counted(timed.expiries(), "request", "requests"))
                    .append(" came after a pause longer than the provider's cache keeps. With that, priced:");
            for (PolicyReport policy : report.policies()) {
                line.append(' ')
                        .append(policy.policy())
                        .append(' ')
                        .append(HtmlText.percent(
                                ReplayReport.ratio(policy.timed().priced(), timed.priced())))
                        .append(';');
            }
            line.setCharAt(line.length() - 1, '.');
            lines.add(line.toString());
        }
        return lines;
    }

    private static void bill(ReplayReport report, List<String> lines) {
        Money money = report.money();
        if (money.isKnown()) {
            long cached = money.usage().cacheRead();
            lines.add(String.format(
                    Locale.ROOT,
                    "The bill is that of %s of %s, by the provider's own count: %s tokens in, %s of them read from its "
                            + "cache, %s out. After: what the same requests would have cost with the context that each "
                            + "policy sends.",
                    counted(money.requests(), "request", "requests"),
                    counted(money.sessions(), "session", "sessions"),
                    HtmlText.number(money.usage().request()),
                    HtmlText.number(cached),
                    HtmlText.number(money.usage().output())));
        } else if (money.sessionsWithoutUsage() == report.trajectories()) {
            lines.add("No bill in dollars: the recordings hold no count of tokens by the provider.");
        }
        if (!money.unpricedModels().isEmpty()) {
            lines.add("No price is known for " + String.join(", ", money.unpricedModels())
                    + ": give one with --price 'MODEL=IN,CACHED,WRITE,OUT' or as [[price]] in config.toml.");
        }
    }

    private static void lacks(ReplayReport report, List<String> lines) {
        List<String> all = new ArrayList<>();
        List<String> some = new ArrayList<>();
        report.recordings().lacks().forEach((lack, sessions) -> {
            if (lack == Lack.USAGE && !report.money().isKnown()) {
                return; // said already
            }
            if (sessions == report.trajectories()) {
                all.add(lack.words());
            } else {
                some.add(lack.words() + " (" + sessions + ")");
            }
        });
        if (!all.isEmpty()) {
            lines.add("Not in the recordings, so not in the figures: " + String.join(", ", all) + ".");
        }
        if (!some.isEmpty()) {
            lines.add("Not in some of them (sessions): " + String.join(", ", some) + ".");
        }
    }

    private static String counted(long count, String one, String many) {
        return HtmlText.number(count) + " " + (count == 1 ? one : many);
    }
}
