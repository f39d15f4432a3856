package io.ambit.bench.replay;

/**
 * The priced cost of the sessions whose recordings have times, with what a pause does to the provider's cache: after
 * one longer than the cache keeps, everything is uncached.
 *
 * @param sessions that have times
 * @param requests of these sessions
 * @param expiries requests that found nothing left in the cache
 * @param priced in plain input tokens
 */
public record Timed(int sessions, long requests, long expiries, double priced) {
    public static final Timed NONE = new Timed(0, 0, 0, 0);

    Timed plus(Timed more) {
        return new Timed(
                sessions + more.sessions, requests + more.requests, expiries + more.expiries, priced + more.priced);
    }
}
