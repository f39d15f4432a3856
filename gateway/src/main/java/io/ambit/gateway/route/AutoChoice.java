package io.ambit.gateway.route;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.routing.Candidate;
import io.ambit.core.routing.Choice;
import io.ambit.core.routing.Chooser;
import io.ambit.core.routing.Conditions;
import io.ambit.core.routing.Features;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.session.Route;
import io.ambit.core.session.SessionState;
import io.ambit.core.session.Usage;
import io.ambit.gateway.route.AutoModels.Choosable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the model of a request for {@value #NAME}: one that may be asked in the client's name or by the configured keys,
 * that is well, and that costs no more than the day allows; then what {@link Chooser} makes of it. The session keeps its
 * model until an answer of it was broken.
 */
public final class AutoChoice {
    static final String NAME = "ambit/auto";

    /** A token is about so many bytes of a request: enough to see whether it is a long one. */
    private static final int BYTES_A_TOKEN = 4;

    private final AutoModels models;
    private final RoutingSettings settings;
    private final Breakers breakers;
    private final DailyBudget budget;
    private final DoubleSupplier random;

    AutoChoice(
            AutoModels models, RoutingSettings settings, Breakers breakers, DailyBudget budget, DoubleSupplier random) {
        this.models = models;
        this.settings = settings;
        this.breakers = breakers;
        this.budget = budget;
        this.random = random;
    }

    /** Among all models of {@code upstreams} that are named one by one. */
    public static AutoChoice among(
            List<UpstreamSettings> upstreams,
            ModelLists lists,
            Profiles profiles,
            RoutingSettings settings,
            Breakers breakers,
            InstantSource clock) {
        return new AutoChoice(
                new AutoModels(upstreams, lists, profiles, settings.prices()),
                settings,
                breakers,
                new DailyBudget(settings.prices(), settings.dollarsADay(), clock),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** How a request would go to a model; empty where it cannot. */
    interface Ways {
        Optional<Destination> to(Asked asked, Holders.Held held);
    }

    /**
     * Where it goes, and where else in turn, stronger models first.
     *
     * @throws UnroutableException where there is nothing to choose from, with the reason
     */
    List<Destination> of(Asked asked, Ways ways) {
        List<Choosable> open = open(asked, ways);
        Features features = Features.of(
                asked.request().transcript(),
                asked.request().carriesTools(),
                asked.request().body().length / BYTES_A_TOKEN);
        Conditions conditions = conditions(asked.session());
        List<Destination> chosen = new ArrayList<>();
        while (!open.isEmpty()) {
            List<Candidate> candidates = open.stream().map(Choosable::candidate).toList();
            Choice choice;
            try {
                choice = settings.chooser().choose(features, candidates, conditions, random.getAsDouble());
            } catch (InvalidInputException e) {
                if (chosen.isEmpty()) {
                    throw new UnroutableException(400, "no_model", String.valueOf(e.getMessage()));
                }
                break;
            }
            Choosable taken = open.get(candidates.indexOf(choice.candidate()));
            ways.to(asked, taken.held())
                    .map(way -> way.withRoute(route(way.route(), choice)))
                    .ifPresent(chosen::add);
            open = open.stream().filter(other -> !other.equals(taken)).toList();
            // Whatever comes after the first comes after a failure of it.
            conditions = conditions.after("", true);
        }
        return chosen;
    }

    /** Takes note of what an answer cost. */
    void answered(Destination sentTo, List<Usage> rounds) {
        if (!sentTo.upstream().local()) {
            budget.spend(sentTo.route().model(), rounds);
        }
    }

    private List<Choosable> open(Asked asked, Ways ways) {
        List<Choosable> all = models.all();
        if (all.isEmpty()) {
            throw new UnroutableException(
                    404,
                    "no_model",
                    NAME + " has nothing to choose from: no upstream tells its models; name them in its" + " models");
        }
        List<Choosable> usable = new ArrayList<>();
        UpstreamSettings locked = null;
        for (Choosable one : all) {
            UpstreamSettings upstream = one.held().upstream();
            Optional<Destination> way = ways.to(asked, one.held());
            if (way.isEmpty() || (upstream.key().isClients() && !bringsKey(asked, way.get()))) {
                continue;
            }
            if (upstream.key().isOwn() && !asked.trusted()) {
                locked = upstream;
            } else {
                usable.add(one);
            }
        }
        if (usable.isEmpty()) {
            if (locked != null) {
                throw UnroutableException.tokenRequired(locked);
            }
            throw UnroutableException.noTranslation("no model that " + NAME + " may choose takes a request of "
                    + asked.format().title() + " in this client's name");
        }
        List<Choosable> affordable = budget.isSpent()
                ? usable.stream().filter(one -> one.held().upstream().local()).toList()
                : usable;
        if (affordable.isEmpty()) {
            throw new UnroutableException(
                    429,
                    "daily_limit",
                    NAME + " has spent what routing.dailyCents allows for today, and no local model is configured");
        }
        List<Choosable> well =
                affordable.stream().filter(one -> !isOpen(one.held())).toList();
        return well.isEmpty() ? affordable : well;
    }

    private boolean isOpen(Holders.Held held) {
        return breakers.of(held.upstream().name()).isOpen();
    }

    /** A client's key is for its own vendor, and goes nowhere in another format. */
    private static boolean bringsKey(Asked asked, Destination way) {
        return way.translation() == null && Credentials.areIn(asked.headers());
    }

    private Conditions conditions(@Nullable SessionState session) {
        Conditions fresh = new Conditions(settings.target(), settings.exploration(), "", false);
        if (session == null || session.route().model().isEmpty()) {
            return fresh;
        }
        Route last = session.route();
        return fresh.after(
                Candidate.of(last.upstream(), last.model(), false, false).name(),
                !last.failure().isEmpty());
    }

    private static Route route(Route way, Choice choice) {
        return new Route(way.upstream(), way.model(), choice.reason(), choice.propensity(), way.notes());
    }
}
