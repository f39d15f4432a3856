package io.ambit.gateway.route;

import io.ambit.core.economics.PriceTable;
import io.ambit.core.routing.Chooser;
import io.ambit.core.routing.Conditions;
import io.ambit.core.routing.CostTarget;

/**
 * How requests are sent where they are sent.
 *
 * @param resilience what is done when an upstream does not answer
 * @param chooser decides where Ambit is asked to
 * @param target what it aims at
 * @param exploration the chance, in [0, 0.5], that it takes the choice that seems the worse
 * @param dollarsADay the most that its choices of upstreams which are not local may cost
 * @param prices of models
 */
public record RoutingSettings(
        Resilience resilience,
        Chooser chooser,
        CostTarget target,
        double exploration,
        double dollarsADay,
        PriceTable prices) {
    public static final RoutingSettings DEFAULT = new RoutingSettings(
            Resilience.DEFAULT,
            Chooser.byRules(),
            CostTarget.DEFAULT,
            Conditions.DEFAULT.exploration(),
            5,
            PriceTable.published());

    public RoutingSettings withResilience(Resilience other) {
        return new RoutingSettings(other, chooser, target, exploration, dollarsADay, prices);
    }

    public RoutingSettings withChooser(Chooser other) {
        return new RoutingSettings(resilience, other, target, exploration, dollarsADay, prices);
    }

    public RoutingSettings withPrices(PriceTable table) {
        return new RoutingSettings(resilience, chooser, target, exploration, dollarsADay, table);
    }

    /** The same with other aims. */
    public RoutingSettings withChoice(CostTarget aim, double explored, double dollars) {
        return new RoutingSettings(resilience, chooser, aim, explored, dollars, prices);
    }
}
