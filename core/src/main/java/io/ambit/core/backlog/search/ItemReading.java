package io.ambit.core.backlog.search;

import io.ambit.core.item.Item;
import io.ambit.core.retrieval.Compound;
import io.ambit.core.retrieval.Tokens;
import io.ambit.core.spi.TermAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one item into what search keeps of it. */
final class ItemReading {
    /** What the names of an item and of its section count in its passages, in tenths. */
    private static final int TITLE_TENTHS = 3;

    private static final int HEADING_TENTHS = 6;
    private static final String EXTENSION = ".md";

    private final TermAnalysis analysis;
    private final Map<String, TermUse> uses = new LinkedHashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private final int[] lengths = new int[ItemField.values().length];

    private ItemReading(TermAnalysis analysis) {
        this.analysis = analysis;
    }

    static IndexedItem read(Item item, TermAnalysis analysis) {
        return new ItemReading(analysis).indexed(item);
    }

    private IndexedItem indexed(Item item) {
        List<String> title = add(ItemField.TITLE, item.title());
        add(ItemField.LABELS, String.join(" ", item.tags()) + " " + item.type() + " " + item.id());
        add(ItemField.PATH, path(item.path()));
        List<ItemPassage> all = ItemPassage.of(item);
        List<ItemPassage> passages = all.subList(0, Math.min(all.size(), TermUse.MOST_PASSAGES));
        int[] passageLengths = new int[passages.size()];
        List<String> heads = List.of();
        List<String> headTerms = List.of();
        for (int p = 0; p < passages.size(); p++) {
            ItemPassage passage = passages.get(p);
            if (!passage.headings().equals(heads)) {
                // Each heading counts once for the item, and for all passages that stand under it.
                String innermost =
                        passage.headings().isEmpty() ? "" : passage.headings().getLast();
                add(ItemField.HEADINGS, innermost);
                heads = passage.headings();
                headTerms = terms(String.join("\n", heads));
            }
            List<String> body = add(ItemField.BODY, passage.text());
            passageLengths[p] = body.size();
            place(p, body, TermUse.SCALE);
            place(p, headTerms, HEADING_TENTHS);
            place(p, title, TITLE_TENTHS);
        }
        return pack(item, passages, passageLengths);
    }

    private IndexedItem pack(Item item, List<ItemPassage> passages, int[] passageLengths) {
        int[] offsets = new int[uses.size()];
        int[] data =
                new int[uses.values().stream().mapToInt(TermUse::packedLength).sum()];
        int term = 0;
        int at = 0;
        for (TermUse use : uses.values()) {
            offsets[term++] = at;
            use.pack(data, at);
            at += use.packedLength();
        }
        return new IndexedItem(
                item,
                passages,
                new ArrayList<>(uses.keySet()),
                new ArrayList<>(words),
                Tokens.of(item.title()),
                offsets,
                data,
                lengths,
                passageLengths);
    }

    private List<String> add(ItemField field, String text) {
        List<String> terms = terms(text);
        terms.forEach(term -> use(term).add(field));
        lengths[field.place()] += terms.size();
        Vocabulary.words(text, words::add);
        return terms;
    }

    private void place(int passage, List<String> terms, int tenths) {
        terms.forEach(term -> use(term).add(passage, tenths));
    }

    private TermUse use(String term) {
        return uses.computeIfAbsent(term, any -> new TermUse());
    }

    /** The terms of a text, and names that are written of several words as one term beside their parts. */
    private List<String> terms(String text) {
        List<String> wholes = Compound.of(text).stream().map(Compound::whole).toList();
        List<String> terms = analysis.terms(Compound.spaced(text));
        if (wholes.isEmpty()) {
            return terms;
        }
        List<String> all = new ArrayList<>(terms);
        all.addAll(analysis.terms(String.join(" ", wholes)));
        return all;
    }

    private static String path(String path) {
        return (path.endsWith(EXTENSION) ? path.substring(0, path.length() - EXTENSION.length()) : path)
                .replace('/', ' ');
    }
}
