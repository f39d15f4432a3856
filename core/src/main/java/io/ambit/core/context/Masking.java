package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Old outputs reduced to little more than their identifiers, many at once, at a boundary. Each token that goes is no
 * longer read in the steps to come, and each token behind the first one that goes has to be written to the cache again:
 * the boundary is made when what is gained, with what waiting has wasted already, is well above what it costs. As many
 * steps are expected as half of those so far.
 */
final class Masking {
    /** What is hardly longer than its masked form stays. */
    private static final int MIN_SAVING = 200;

    /** Whether it pays is looked at once in so many steps. */
    private static final int EVERY = 4;

    /** By relevance: the nearest tenth stays whole, the nearer half keeps more. */
    private static final double WHOLE = 0.9;

    private static final double HALF = 0.5;

    private static final int CHARACTERS_A_TOKEN = 4;

    private final Transcript transcript;
    private final Decisions decisions;
    private final Conditions conditions;
    private final CurationSettings settings;
    private final int steps;
    /** First output that is masked, or the number of outputs for none. */
    private final int first;

    private final int[] age;
    /** Per output its rank by relevance; none where age decides. */
    private final double[] relevance;

    Masking(
            Transcript transcript,
            Arrivals.Arrived arrived,
            Conditions conditions,
            CurationSettings settings,
            boolean byRelevance) {
        this.transcript = transcript;
        this.decisions = arrived.decisions();
        this.conditions = conditions;
        this.settings = settings;
        this.steps = transcript.iterationCount();
        List<ToolExchange> exchanges = transcript.exchanges();
        int from = settings.get(CurationOption.MASK_FROM);
        if (from == 0 || steps < from || steps % EVERY != 0 || exchanges.isEmpty()) {
            this.age = new int[0];
            this.relevance = new double[0];
            this.first = exchanges.size();
        } else {
            this.age = References.ages(transcript, decisions, arrived.ids());
            this.relevance = byRelevance ? Relevance.ranks(transcript) : new double[0];
            this.first = best();
        }
    }

    /** Whether a boundary now gains more than it costs. */
    boolean pays() {
        return first < transcript.exchanges().size();
    }

    /** Characters that the output may keep, or -1 where it is too young. */
    private int level(int exchange) {
        if (isDropped(exchanges().get(exchange).messageIndex())) {
            return -1;
        }
        if (relevance.length > 0 && age[exchange] > 1) {
            return relevance[exchange] > WHOLE
                    ? -1
                    : settings.get(relevance[exchange] > HALF ? CurationOption.MASK_YOUNG : CurationOption.MASK_OLD);
        }
        if (age[exchange] > settings.get(CurationOption.MASK_OLD_AFTER)) {
            return settings.get(CurationOption.MASK_OLD);
        }
        return age[exchange] > 1 ? settings.get(CurationOption.MASK_YOUNG) : -1;
    }

    /** The place from which masking gains most, beyond what is asked of it. */
    private int best() {
        List<ToolExchange> exchanges = transcript.exchanges();
        double read = conditions.cache().readPrice();
        double rewrite = (conditions.cache().writePrice() - read) * settings.get(CurationOption.MASK_GAIN) / 100.0;
        double gain = 0;
        double tail = 0;
        double bestNet = 0;
        int best = exchanges.size();
        int e = exchanges.size() - 1;
        for (int m = transcript.size() - 1; m >= 0; m--) {
            Message message = transcript.messages().get(m);
            for (int p = message.parts().size() - 1; p >= 0; p--) {
                Part part = message.parts().get(p);
                if (!(part instanceof Part.ToolResult)) {
                    tail += tokens(part.text().length());
                    continue;
                }
                String text = shown(exchanges.get(e));
                int shown = text.length();
                int level = level(e);
                int saving = level < 0 ? 0 : saving(text, level);
                if (saving >= MIN_SAVING) {
                    gain += tokens(saving) * read * steps(e);
                    double net = gain - rewrite * (tail + tokens(shown - saving));
                    if (net > bestNet) {
                        bestNet = net;
                        best = e;
                    }
                }
                tail += tokens(shown - saving);
                e--;
            }
        }
        return best;
    }

    /** Whether an output is old enough, and long enough for its level, to be masked. */
    private boolean isWorth(int exchange) {
        int level = level(exchange);
        return level >= 0 && saving(shown(exchanges().get(exchange)), level) >= MIN_SAVING;
    }

    /** Characters that masking takes from an output, as far as can be told without doing it. */
    private int saving(String shown, int level) {
        int body = CutMarker.start(shown);
        int removed = body - level;
        // Where an earlier cut left a digest, the new one is hardly longer.
        int digest = body < shown.length() ? removed / 20 : Math.min(settings.digest(removed), removed / 5);
        return removed - digest;
    }

    private static double tokens(int characters) {
        return (double) characters / CHARACTERS_A_TOKEN;
    }

    /** The decisions with the old outputs masked; they begin a new prefix. */
    Decisions apply() {
        SessionView view = new SessionView();
        List<ToolExchange> exchanges = transcript.exchanges();
        for (int e = first; e < exchanges.size(); e++) {
            if (level(e) < 0) {
                view.shown().add(shown(exchanges.get(e)));
            }
        }
        for (int m = 0; m < transcript.size(); m++) {
            for (Part part : transcript.messages().get(m).parts()) {
                if (!(part instanceof Part.ToolResult) && !isDropped(m)) {
                    view.shown().add(part.text());
                }
            }
        }
        CuratedOutput curated = new CuratedOutput(transcript, view, conditions);
        Map<PartKey, Decision> changes = new LinkedHashMap<>();
        int e = 0;
        for (int m = 0; m < transcript.size(); m++) {
            for (Part part : transcript.messages().get(m).parts()) {
                if (!(part instanceof Part.ToolResult)) {
                    if (!isDropped(m)) {
                        view.add(part);
                    }
                    continue;
                }
                ToolExchange output = exchanges.get(e);
                PartKey key = PartKey.of(transcript, output);
                Decision before = decisions.get(key);
                Decision now = before == null ? Decision.KEEP : before;
                if (e >= first && isWorth(e) && !(before instanceof Decision.Point)) {
                    Decision masked = curated.decide(e, settings.masked(level(e)));
                    if (saved(masked) > saved(now)) {
                        now = masked;
                        changes.put(key, now);
                    }
                }
                view.add(output, e, now, isDropped(m));
                e++;
            }
        }
        return changes.isEmpty() || net(changes) <= 0 ? decisions : decisions.with(changes, true);
    }

    /** What the changes really gain beyond what is asked of them. */
    private double net(Map<PartKey, Decision> changes) {
        double read = conditions.cache().readPrice();
        double rewrite = (conditions.cache().writePrice() - read) * settings.get(CurationOption.MASK_GAIN) / 100.0;
        double gain = 0;
        double tail = 0;
        boolean changed = false;
        int e = 0;
        for (Message message : transcript.messages()) {
            for (Part part : message.parts()) {
                String text = part.text();
                if (part instanceof Part.ToolResult) {
                    ToolExchange output = exchanges().get(e);
                    Decision change = changes.get(PartKey.of(transcript, output));
                    text = shown(output);
                    if (change instanceof Decision.Replacement masked) {
                        changed = true;
                        gain += tokens(text.length() - masked.shown().length()) * read * steps(e);
                        text = masked.shown();
                    }
                    e++;
                }
                tail += changed ? tokens(text.length()) : 0;
            }
        }
        return gain - rewrite * tail;
    }

    /** Steps for which a token of the output counts: those expected, and those it was carried for in vain. */
    private double steps(int exchange) {
        return steps / 2.0 + Math.min(Math.max(0, age[exchange] - 1), steps / 2.0);
    }

    private boolean isDropped(int message) {
        return decisions.get(PartKey.whole(transcript.chain().get(message))) instanceof Decision.Drop;
    }

    private List<ToolExchange> exchanges() {
        return transcript.exchanges();
    }

    private String shown(ToolExchange output) {
        return decisions.get(PartKey.of(transcript, output)) instanceof Decision.Replacement replacement
                ? replacement.shown()
                : output.result().text();
    }

    private static int saved(Decision decision) {
        return decision instanceof Decision.Replacement replacement ? replacement.tokensSaved() : 0;
    }
}
