package io.ambit.server.dashboard.session;

import io.ambit.core.economics.ModelPrice;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.SessionTotals;
import io.ambit.core.session.Usage;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A session in the list, with its sums.
 *
 * @param isRunning whether a step of it runs; one without an end that began long ago was cut off with its process
 */
public record SessionLine(SessionRecord session, SessionTotals totals, boolean isRunning) {
    /** No answer takes longer. */
    private static final Duration LONGEST = Duration.ofHours(1);

    static SessionLine of(SessionRecord session, SessionTotals totals, Instant now) {
        Instant begun = totals.lastBegun();
        return new SessionLine(
                session, totals, totals.running() > 0 && begun != null && begun.isAfter(now.minus(LONGEST)));
    }

    /** The id of its row in the page. */
    public String row() {
        return "s-" + session.space().id().replace('.', '_') + "-" + session.id();
    }

    /** Another one whenever the row would look otherwise. */
    public String version() {
        return row() + ":" + Integer.toHexString(Objects.hash(session, totals, isRunning));
    }

    public String address() {
        return address(session);
    }

    static String address(SessionRecord session) {
        return Address.of("/sessions")
                .step(session.space().id())
                .step(session.id().value())
                .toString();
    }

    /** "" where no token was counted. */
    public String saved() {
        return totals.tokensIn() == 0
                ? ""
                : Figures.brief(totals.tokensSaved()) + " (" + Figures.share(totals.tokensSaved(), totals.tokensIn())
                        + ")";
    }

    /** What it lost: what had to be fetched again, and what could not be summarised or planned. */
    public long losses() {
        return totals.retrievals() + session.summaryFailures() + totals.failedOpen();
    }

    /** The same in words; "none" where nothing was. */
    public String lost() {
        StringBuilder out = new StringBuilder();
        part(out, totals.retrievals(), " retrieved");
        part(out, session.summaryFailures(), " summaries failed");
        part(out, totals.failedOpen(), " not planned");
        return out.isEmpty() ? "none" : out.toString();
    }

    private static void part(StringBuilder out, long count, String what) {
        if (count > 0) {
            out.append(out.isEmpty() ? "" : ", ").append(count).append(what);
        }
    }

    /** What the upstream's tokens cost by published prices; "" where a model's price is not known. */
    public String cost() {
        Optional<Double> dollars = dollars();
        return dollars.map(Figures::dollars).orElse("");
    }

    Optional<Double> dollars() {
        if (totals.usage().isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (Map.Entry<String, Usage> model : totals.usage().entrySet()) {
            Optional<ModelPrice> price = PriceTable.published()
                    .find(
                            "",
                            model.getKey(),
                            session.lastRequest().atZone(ZoneOffset.UTC).toLocalDate());
            if (price.isEmpty()) {
                return Optional.empty();
            }
            Usage usage = model.getValue();
            sum += price.get()
                    .dollars(Math.max(0, usage.input() - usage.cached()), usage.cached(), 0, 0, usage.output());
        }
        return Optional.of(sum);
    }
}
