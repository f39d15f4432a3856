package io.ambit.core.economics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The prices of models: a user's own before those that providers publish. */
public final class PriceTable {
    /** Programs that serve models on the user's own machine: a token costs no money. */
    private static final Set<String> LOCAL =
            Set.of("ollama", "lmstudio", "lm-studio", "llama.cpp", "llamacpp", "llama-cpp", "vllm", "mlx", "local");

    private static final PriceTable PUBLISHED = new PriceTable(ListPrices.rows());

    private final List<ModelPrice> rows;

    private PriceTable(List<ModelPrice> rows) {
        this.rows = List.copyOf(rows);
    }

    /** What providers publish. Prices change: each row has the day on which it was looked up. */
    public static PriceTable published() {
        return PUBLISHED;
    }

    /** This table with other prices before it. */
    public PriceTable with(List<ModelPrice> own) {
        List<ModelPrice> all = new ArrayList<>(own);
        all.addAll(rows);
        return new PriceTable(all);
    }

    /** Its rows: of those that cover a model, the first with the latest day counts. */
    public List<ModelPrice> rows() {
        return rows;
    }

    /**
     * The price of a model.
     *
     * @param provider as a log names it, "" where not known
     * @param day on which it was used, null where not known: then today's price
     * @return empty where it is not known
     */
    public Optional<ModelPrice> find(String provider, String model, @Nullable LocalDate day) {
        if (model.isBlank()) {
            return Optional.empty();
        }
        ModelPrice found = null;
        for (ModelPrice row : rows) {
            if (!row.covers(model) || (day != null && row.from().isAfter(day))) {
                continue;
            }
            if (found == null
                    || (row.from().isAfter(found.from()) && row.provider().equals(found.provider()))) {
                found = row;
            }
        }
        if (found == null && LOCAL.contains(provider.toLowerCase(Locale.ROOT))) {
            return Optional.of(new ModelPrice(provider, model, LocalDate.EPOCH, LocalDate.EPOCH, 0, 0, 0, 0, 0));
        }
        return Optional.ofNullable(found);
    }
}
