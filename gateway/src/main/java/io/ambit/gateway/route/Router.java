package io.ambit.gateway.route;

import io.ambit.core.routing.Sampling;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.session.Route;
import io.ambit.core.session.Usage;
import io.ambit.gateway.route.Holders.Held;
import io.ambit.wire.WireFormat;
import io.ambit.wire.WireRequest;
import io.ambit.wire.translate.Translations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the upstream of each request. Thread-safe. */
public final class Router {
    /** A token is rarely shorter than this, in bytes of a request: what fits by this measure fits. */
    private static final int LEAST_BYTES_A_TOKEN = 2;

    private final List<UpstreamSettings> upstreams;
    private final ModelLists lists;
    private final Holders holders;
    private final Breakers breakers;
    private final Windows windows;
    private final @Nullable AutoChoice auto;
    private final Aliases aliases;
    private final ProfileFill profiles;

    /** One that asks nobody for models and finds all upstreams well. */
    public Router(List<UpstreamSettings> upstreams) {
        this(
                upstreams,
                new ModelLists(ModelQuestion.none(), InstantSource.system()),
                new Breakers(Resilience.DEFAULT, InstantSource.system()),
                Windows.UNKNOWN,
                Profiles.NONE,
                ProfileFill.NONE,
                null);
    }

    /**
     * Chooses among {@code upstreams}.
     *
     * @param upstreams the first is where everything goes that no other has
     * @param windows asked last, for every destination
     * @param known what clients ask for by an alias
     * @param fill what profiles add to a destination
     * @param auto chooses the model where Ambit is asked to; null where it never is
     */
    public Router(
            List<UpstreamSettings> upstreams,
            ModelLists lists,
            Breakers breakers,
            Windows windows,
            Profiles known,
            ProfileFill fill,
            @Nullable AutoChoice auto) {
        if (upstreams.isEmpty()) {
            throw new IllegalArgumentException("no upstream, expected at least one");
        }
        this.upstreams = List.copyOf(upstreams);
        this.lists = lists;
        this.breakers = breakers;
        this.windows = windows;
        this.auto = auto;
        aliases = new Aliases(known, lists);
        profiles = fill;
        holders = new Holders(this.upstreams, lists);
        if (isRouting()) {
            this.upstreams.forEach(lists::prepare);
        }
    }

    /** Whether there is anything to choose; else everything goes to the only upstream as it came. */
    public boolean isRouting() {
        return upstreams.size() > 1 || !upstreams.get(0).name().isEmpty();
    }

    public List<UpstreamSettings> upstreams() {
        return upstreams;
    }

    public Breakers breakers() {
        return breakers;
    }

    public ModelLists lists() {
        return lists;
    }

    /**
     * Where a request goes.
     *
     * @throws UnroutableException where it can go nowhere, or only by a key that its client may not use
     */
    public Destination route(Asked asked) {
        UpstreamSettings own = asked.own();
        Optional<List<Held>> alias = aliases.of(asked.request().model(), own == null ? upstreams : List.of(own));
        if (alias.isPresent()) {
            return inOrder(asked, ways(asked, alias.get()));
        }
        if (own != null) {
            return known(asked, Destination.asItCame(own));
        }
        if (!isRouting()) {
            return known(asked, Destination.asItCame(upstreams.get(0)));
        }
        if (auto != null && isAuto(asked.request())) {
            List<Destination> chosen = auto.of(asked, this::towards);
            return withOthers(asked, chosen.get(0), chosen.stream().skip(1));
        }
        List<Held> held = holders.of(asked.request().model());
        return held.isEmpty() ? unknown(asked) : inOrder(asked, ways(asked, held));
    }

    /**
     * Where a request goes that asks no model for an answer: to who has the model that it names, else to who speaks its
     * format, else to the first.
     *
     * @param model "" where it names none
     * @throws UnroutableException where that is asked by a key that the client may not use
     */
    public UpstreamSettings other(WireFormat format, String model, boolean trusted) {
        UpstreamSettings chosen = holdersOf(model).stream()
                .map(Held::upstream)
                .filter(upstream -> upstream.speaks(format))
                .findFirst()
                .orElseGet(() -> upstreams.stream()
                        .filter(upstream -> upstream.speaks(format))
                        .findFirst()
                        .orElse(upstreams.get(0)));
        if (chosen.key().isOwn() && !trusted) {
            throw UnroutableException.tokenRequired(chosen);
        }
        return chosen;
    }

    /**
     * Where a request for an alias goes that is none for an answer in a format.
     *
     * @throws UnroutableException where no upstream has such a model, or only by a key that the client may not use
     */
    public Destination ofAlias(String model, @Nullable UpstreamSettings own, boolean trusted) {
        List<Held> held = aliases.of(model, own == null ? upstreams : List.of(own))
                .orElseThrow(() -> new IllegalArgumentException(model + " is no alias"));
        return held.stream()
                .filter(one -> trusted || !one.upstream().key().isOwn())
                .findFirst()
                .map(one -> new Destination(one.upstream(), one.model(), null, Sampling.OPEN, 0, Route.NONE))
                .orElseThrow(() -> UnroutableException.tokenRequired(held.get(0).upstream()));
    }

    /** With what is known of the model there. */
    private Destination known(Asked asked, Destination way) {
        return profiles.of(asked, windows.of(asked, way));
    }

    private List<Held> holdersOf(String model) {
        return isRouting() ? holders.of(model) : List.of();
    }

    /** Whether Ambit is asked to choose the model. */
    public static boolean isAuto(WireRequest request) {
        return request.model().equals(AutoChoice.NAME);
    }

    /** Takes note of how an answer ended, where Ambit chose who gave it. */
    public void answered(WireRequest request, Destination sentTo, List<Usage> rounds) {
        if (auto != null && isAuto(request)) {
            auto.answered(sentTo, rounds);
        }
    }

    /** A model that none is known to have: who speaks the format may know it all the same. */
    private Destination unknown(Asked asked) {
        String model = asked.request().model();
        List<Held> natives = new ArrayList<>();
        List<Held> others = new ArrayList<>();
        for (UpstreamSettings upstream : upstreams) {
            (upstream.speaks(asked.format()) ? natives : others).add(new Held(upstream, model));
        }
        natives.addAll(others);
        // The first that can take it; the others are no second choice, since nothing says that they have it.
        return inOrder(asked, ways(asked, natives).subList(0, 1));
    }

    /** Each way that the request can take, at least one. */
    private List<Destination> ways(Asked asked, List<Held> held) {
        List<Destination> ways = new ArrayList<>();
        UpstreamSettings locked = null;
        for (Held one : held) {
            Optional<Destination> way = towards(asked, one);
            if (way.isPresent() && one.upstream().key().isOwn() && !asked.trusted()) {
                locked = locked == null ? one.upstream() : locked;
            } else {
                way.ifPresent(ways::add);
            }
        }
        if (!ways.isEmpty()) {
            return ways;
        }
        if (locked != null) {
            throw UnroutableException.tokenRequired(locked);
        }
        Held first = held.get(0);
        throw UnroutableException.noTranslation("model " + first.model() + " is at upstream "
                + first.upstream().name() + ", which speaks " + first.upstream().spoken()
                + "; a request of " + asked.format().title() + " cannot be translated to that");
    }

    private Optional<Destination> towards(Asked asked, Held held) {
        UpstreamSettings upstream = held.upstream();
        String given = asked.request().model();
        Route route = new Route(upstream.name(), held.model(), "", 1, List.of());
        Destination there = new Destination(
                upstream,
                held.model().equals(given) ? "" : held.model(),
                null,
                Sampling.OPEN,
                upstream.windowTokens(),
                route);
        if (upstream.speaks(asked.format())) {
            return Optional.of(known(asked, there));
        }
        return Arrays.stream(WireFormat.values())
                .filter(upstream::speaks)
                .flatMap(format -> Translations.of(asked.format(), format).stream())
                .findFirst()
                .map(translation -> there.withTranslation(translation)
                        .withRoute(
                                route.with("translated from " + asked.format().title() + " to "
                                        + translation.to().title())))
                .map(way -> known(asked, way));
    }

    /** Those that are well first. */
    private Destination inOrder(Asked asked, List<Destination> ways) {
        Destination first = ways.stream()
                .filter(way -> ways.size() == 1 || !breaker(way).isOpen())
                .findFirst()
                .orElse(ways.get(0));
        return withOthers(
                asked,
                first,
                ways.stream()
                        .filter(way -> !way.equals(first))
                        .sorted(Comparator.comparing(way -> breaker(way).state())));
    }

    /** What cannot take the request after the first is no way. */
    private static Destination withOthers(Asked asked, Destination first, Stream<Destination> ways) {
        int most = asked.request().body().length / LEAST_BYTES_A_TOKEN;
        return first.withOthers(ways.filter(way -> way.windowTokens() == 0
                        || way.windowTokens() >= most
                        || (first.windowTokens() > 0 && way.windowTokens() >= first.windowTokens()))
                .toList());
    }

    private CircuitBreaker breaker(Destination way) {
        return breakers.of(way.upstream().name());
    }
}
