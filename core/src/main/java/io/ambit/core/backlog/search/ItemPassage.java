package io.ambit.core.backlog.search;

import io.ambit.core.item.Item;
import io.ambit.core.retrieval.Passages;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of an item's text, with the headings it stands under.
 *
 * @param headings outermost first
 */
record ItemPassage(List<String> headings, String text) {

    ItemPassage {
        headings = List.copyOf(headings);
    }

    /** The passages of an item, in their order; one at least. */
    static List<ItemPassage> of(Item item) {
        List<ItemPassage> passages = new ArrayList<>();
        for (Section section : Section.of(item.body())) {
            for (String text : Passages.of(section.text())) {
                passages.add(new ItemPassage(section.headings(), text));
            }
        }
        return passages.isEmpty() ? List.of(new ItemPassage(List.of(), "")) : passages;
    }

    /** What a model is given to know what the passage is about: alone it seldom says. */
    String meaning(String title) {
        StringBuilder whole = new StringBuilder(title);
        for (String heading : headings) {
            if (!heading.equals(title)) {
                whole.append('\n').append(heading);
            }
        }
        return whole.append('\n').append(text).toString();
    }

    Hash hash(String title) {
        return Hash.of(meaning(title));
    }

    /** The passage as it is shown: with the heading it stands under. */
    String shown() {
        String heading = headings.isEmpty() ? "" : headings.getLast();
        return heading.isEmpty() ? text : text.isEmpty() ? heading : heading + "\n" + text;
    }
}
