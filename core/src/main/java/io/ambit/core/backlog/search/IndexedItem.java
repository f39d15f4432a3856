package io.ambit.core.backlog.search;

import io.ambit.core.item.Item;
import io.ambit.core.text.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What search keeps of one version of an item: its terms, packed, its passages, and their vectors once they are there. */
final class IndexedItem {
    private final Hash version;
    private final String name;
    private final List<ItemPassage> passages;
    private final List<String> terms;
    private final List<String> words;
    private final List<String> title;
    private final int[] offsets;
    private final int[] data;
    private final int[] fieldLengths;
    private final int[] passageLengths;
    private final List<Hash> hashes;
    private volatile @Nullable PassageVectors vectors;

    /**
     * An item as {@link ItemReading} read it.
     *
     * @param words as they are written, for those who misspell them
     * @param title the words of the title
     * @param offsets of each term's use in {@code data}, see {@link TermUse#pack}
     */
    IndexedItem(
            Item item,
            List<ItemPassage> passages,
            List<String> terms,
            List<String> words,
            List<String> title,
            int[] offsets,
            int[] data,
            int[] fieldLengths,
            int[] passageLengths) {
        this.version = item.version();
        this.passages = passages;
        this.terms = List.copyOf(terms);
        this.words = List.copyOf(words);
        this.title = List.copyOf(title);
        this.offsets = offsets;
        this.data = data;
        this.fieldLengths = fieldLengths;
        this.passageLengths = passageLengths;
        this.name = item.title();
        this.hashes = passages.stream().map(passage -> passage.hash(name)).toList();
    }

    Hash version() {
        return version;
    }

    /** The title as it is written. */
    String name() {
        return name;
    }

    List<ItemPassage> passages() {
        return passages;
    }

    List<String> terms() {
        return terms;
    }

    List<String> words() {
        return words;
    }

    List<String> title() {
        return title;
    }

    int[] data() {
        return data;
    }

    int offset(int term) {
        return offsets[term];
    }

    int length(ItemField field) {
        return fieldLengths[field.place()];
    }

    int passageLength(int passage) {
        return passageLengths[passage];
    }

    /** Of the texts that are embedded, one for each passage. */
    List<Hash> hashes() {
        return hashes;
    }

    @Nullable PassageVectors vectors() {
        return vectors;
    }

    void vectors(PassageVectors made) {
        vectors = made;
    }

    /** The vectors it has, by the hashes of their texts. */
    Map<Hash, byte[]> vectorsByHash() {
        PassageVectors made = vectors;
        Map<Hash, byte[]> byHash = new HashMap<>();
        if (made != null) {
            for (int p = 0; p < made.size(); p++) {
                byHash.put(hashes.get(p), made.vector(p));
            }
        }
        return byHash;
    }
}
