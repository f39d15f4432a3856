package io.ambit.core.economics;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores the requests that a policy forwarded for one trajectory, step by step, in order. Used by one thread.
 *
 * <p>The charged cost prices each lost identifier as it would come in life: one more round trip (the context read again
 * from the cache) and the original output, which then stays in the context as long as the message that it followed.
 */
public final class StepScorer {
    private final CountedTexts texts;
    private final CachedPrefix plain = new CachedPrefix();
    private final CachedPrefix charged = new CachedPrefix();
    private final Retrievals retrievals = new Retrievals();

    /** @param texts the maker of all texts that are scored */
    public StepScorer(CountedTexts texts) {
        this.texts = texts;
    }

    /**
     * Scores the next request.
     *
     * @param evidence what the step after the request used
     * @param raw the messages before the step, unchanged
     * @param forwarded what was sent of them
     * @param added tokens that the policy adds before the messages, a tool's definition say
     */
    public StepScore next(StepEvidence evidence, List<CountedText> raw, List<CountedText> forwarded, int added) {
        CachedPrefix.Size size = plain.next(forwarded, added);
        List<String> lost = missing(evidence.identifiers(), forwarded);

        List<CountedText> brought = retrievals.broughtInto(forwarded);
        List<CountedText> withBrought = retrievals.in(forwarded);
        CachedPrefix.Size chargedSize = charged.next(withBrought, added);
        double price = Prices.USUAL.of(chargedSize.total(), chargedSize.cached());
        List<String> blocks = Retrievals.of(lost, raw, brought);
        boolean retrieves = !blocks.isEmpty() && !forwarded.isEmpty();
        if (retrieves) {
            CountedText back = texts.of(String.join("\n", blocks));
            retrievals.add(forwarded.get(forwarded.size() - 1), back);
            List<CountedText> longer = new ArrayList<>(withBrought);
            longer.add(back);
            charged.remember(longer);
            price += Prices.USUAL.cached() * chargedSize.total() + Prices.USUAL.uncached() * back.tokens();
        }
        return new StepScore(
                size.total(),
                size.cached(),
                price,
                !evidence.identifiers().isEmpty(),
                lost,
                evidence.words().size(),
                missing(evidence.words(), forwarded).size(),
                retrieves);
    }

    private static List<String> missing(List<String> words, List<CountedText> request) {
        List<String> missing = new ArrayList<>();
        for (String word : words) {
            boolean held = false;
            // What a step uses was mostly said lately.
            for (int i = request.size() - 1; i >= 0 && !held; i--) {
                held = request.get(i).holds(word);
            }
            if (!held) {
                missing.add(word);
            }
        }
        return missing;
    }
}
