package io.ambit.gateway.route;

import io.ambit.core.session.Route;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.http.UpstreamException;
import io.ambit.wire.WireFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is sent next when an upstream did not take it, before a byte has reached the client. What may have
 * arrived goes out again only where it cannot have acted. Used by one thread, for one request.
 */
public final class Attempts {
    private final Breakers breakers;
    private final Outcomes outcomes;
    private final WireFormat format;
    private final byte[] body;
    private final Deque<Destination> others;
    private Destination current;
    private int left;
    private boolean waited;

    /** Who is told what happened. */
    public interface Outcomes {
        /** It goes out again, to the same upstream. */
        void retried();

        /** It goes to another. */
        void fellBack();

        /** An upstream is left alone from now on. */
        void opened();
    }

    /** @param body the client's, in its {@code format} */
    public Attempts(Breakers breakers, Outcomes outcomes, Destination first, WireFormat format, byte[] body) {
        this.breakers = breakers;
        this.outcomes = outcomes;
        this.format = format;
        this.body = body;
        this.current = first;
        breaker().asked();
        this.others = new ArrayDeque<>(first.others());
        // The only upstream is the client's own choice, and so is what it does about a failure.
        this.left =
                first.upstream().name().isEmpty() ? 0 : breakers.resilience().retries();
    }

    /** After an answer's head: where to send the request again, empty where this answer is the one for the client. */
    public Optional<Destination> after(int status, Headers headers) {
        if (!isRefusal(status) && status != 502) {
            breaker().succeeded();
            return Optional.empty();
        }
        if (status == 429) {
            breaker().succeeded();
        } else {
            failed();
        }
        if (left == 0 || (status == 502 && mayHaveActed())) {
            return Optional.empty();
        }
        Duration wait = retryAfter(headers);
        if (isRefusal(status)
                && wait != null
                && !waited
                && wait.compareTo(breakers.resilience().maxWait()) <= 0) {
            LockSupport.parkNanos(wait.toNanos());
            waited = true;
            left--;
            outcomes.retried();
            return Optional.of(noted(current, "answered " + status + ", asked again"));
        }
        return next("answered " + status);
    }

    /** After a failure without an answer. */
    public Optional<Destination> after(UpstreamException e) {
        failed();
        return left == 0 || (e.reached() && mayHaveActed())
                ? Optional.empty()
                : next(e.reached() ? "gave no answer" : "could not be reached");
    }

    private Optional<Destination> next(String why) {
        if (others.isEmpty()) {
            return Optional.empty();
        }
        left--;
        waited = false;
        outcomes.fellBack();
        return Optional.of(noted(others.removeFirst(), why));
    }

    private Destination noted(Destination next, String why) {
        Route route = next.route();
        // What happened before stands first.
        for (String note : current.route().notes()) {
            route = route.notes().contains(note) ? route : route.with(note);
        }
        current = next.withRoute(route.with(current.upstream().name() + " " + why));
        breaker().asked();
        return current;
    }

    private void failed() {
        if (breaker().failed()) {
            outcomes.opened();
        }
    }

    private CircuitBreaker breaker() {
        return breakers.of(current.upstream().name());
    }

    private boolean mayHaveActed() {
        return ServerEffects.arePossible(format, body);
    }

    /** It says that it did nothing. */
    private static boolean isRefusal(int status) {
        return status == 429 || status == 503 || status == 529;
    }

    private @Nullable Duration retryAfter(Headers headers) {
        Duration millis = number(headers.get("retry-after-ms"), 1);
        String after = headers.get("retry-after");
        Duration seconds = millis != null ? millis : number(after, 1000);
        return seconds != null ? seconds : until(after);
    }

    /** Until a date as HTTP writes it, zero for one that is past. */
    private @Nullable Duration until(String date) {
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            Duration wait = Duration.between(breakers.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Duration number(String text, double millis) {
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value < 1e6 ? Duration.ofNanos((long) (value * millis * 1e6)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
