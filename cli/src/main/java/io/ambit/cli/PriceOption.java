package io.ambit.cli;

import io.ambit.cli.config.PriceSetting;
import io.ambit.core.economics.ModelPrice;
import io.ambit.core.economics.PriceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --price}: what a model's tokens cost, before what the settings and the published lists say. */
final class PriceOption {
    @Option(
            names = "--price",
            paramLabel = "MODEL=IN,CACHED,WRITE,OUT",
            description = "What a model costs, in dollars for a million tokens: computed, read from the cache, written "
                    + "to it, output. May be given more than once; MODEL may end in *.")
    private List<String> given = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Those given here, then those of the settings, then the published ones. */
    PriceTable table(List<PriceSetting> configured) {
        List<ModelPrice> own = new ArrayList<>();
        for (String text : given) {
            PriceSetting price = PriceSetting.parse(text);
            if (price == null) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--price: expected MODEL=IN,CACHED,WRITE,OUT in dollars for a million tokens, found '" + text
                                + "'");
            }
            own.add(price(price));
        }
        configured.forEach(price -> own.add(price(price)));
        return PriceTable.published().with(own);
    }

    /** Those of the settings, then the published ones. */
    static PriceTable configured(List<PriceSetting> prices) {
        return prices.isEmpty()
                ? PriceTable.published()
                : PriceTable.published()
                        .with(prices.stream().map(PriceOption::price).toList());
    }

    private static ModelPrice price(PriceSetting price) {
        return new ModelPrice(
                "your own",
                price.model(),
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                price.input(),
                price.cached(),
                price.write(),
                price.writeHour(),
                price.output());
    }
}
