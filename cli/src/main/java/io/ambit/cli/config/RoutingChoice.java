package io.ambit.cli.config;

import static io.ambit.cli.config.BadValueException.require;

import io.ambit.core.routing.Conditions;
import io.ambit.core.routing.CostTarget;
import io.ambit.gateway.route.Resilience;
import io.ambit.gateway.route.RoutingSettings;
import java.time.Duration;

/** What is done where there are several upstreams. */
public record RoutingChoice(
        @ConfigKey("What `ambit/auto` aims at: `strong:50` gives the hardest 50 % of the prompts to upstreams of tier "
                + "`complex`; `cost:50` as many as cost half of what it would cost to give them all.")
        String target,

        @ConfigKey(
                "Of the choices of `ambit/auto`, how many % take the other tier, so that there is something to learn "
                        + "from.")
        int exploration,

        @ConfigKey("The most that upstreams which are not `local` may cost a day where `ambit/auto` chooses, in US "
                + "cents by the known prices; beyond that it chooses local ones.")
        int dailyCents,

        @ConfigKey("How often a request that an upstream did not take is sent again at most, before its client has "
                + "had a byte.")
        int retries,

        @ConfigKey("The longest `Retry-After` of an upstream that is waited out.")
        Duration maxWait,

        @ConfigKey("Failures in a row after which an upstream is left alone.")
        int failures,

        @ConfigKey("For how long it is, until one request tries it again.")
        Duration rest) {

    static final RoutingChoice DEFAULT = new RoutingChoice(
            "strong:50",
            (int) Math.round(Conditions.DEFAULT.exploration() * 100),
            500,
            Resilience.DEFAULT.retries(),
            Resilience.DEFAULT.maxWait(),
            Resilience.DEFAULT.failures(),
            Resilience.DEFAULT.rest());

    public RoutingChoice {
        require(
                target.matches("(strong|cost):([0-9]|[1-9][0-9]|100)"),
                "target",
                "strong:N or cost:N, N from 0 to 100");
        require(exploration >= 0 && exploration <= 50, "exploration", "0 to 50");
        require(dailyCents >= 0, "dailyCents", "0 or more");
        require(retries >= 0 && retries <= 10, "retries", "0 to 10");
        require(!maxWait.isNegative(), "maxWait", "0 or more");
        require(failures >= 1, "failures", "1 or more");
        require(!rest.isNegative(), "rest", "0 or more");
    }

    /** As the gateway takes it. */
    public RoutingSettings settings() {
        double share = Integer.parseInt(target.substring(target.indexOf(':') + 1)) / 100.0;
        CostTarget aim =
                target.startsWith("cost") ? new CostTarget.CostShare(share) : new CostTarget.StrongShare(share);
        return RoutingSettings.DEFAULT
                .withResilience(new Resilience(retries, maxWait, failures, rest))
                .withChoice(aim, exploration / 100.0, dailyCents / 100.0);
    }
}
