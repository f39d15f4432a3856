package io.ambit.server.dashboard.reconcile;

import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.Review.Entry;
import io.ambit.core.record.RecordId;
import io.ambit.core.session.Space;
import io.ambit.server.dashboard.page.Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was captured for an epic, to be decided on.
 *
 * @param csrf the visitor's, for the form
 */
public record ReviewView(Space space, Review review, String csrf) implements ReconcileView {
    @Override
    public String template() {
        return "review.jte";
    }

    @Override
    public String title() {
        return "Reconcile " + review.epic();
    }

    /** Titles of the entries, to say which is meant. */
    public Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        review.entries().forEach(entry -> titles.put(entry.id(), entry.title()));
        return titles;
    }

    /** What another entry can be merged into: the likely ones first. */
    public List<Entry> others(Entry entry) {
        List<String> near = entry.duplicates().stream().map(Review.Near::id).toList();
        return review.entries().stream()
                .filter(other -> !other.id().equals(entry.id()))
                .sorted((one, two) -> Boolean.compare(near.contains(two.id()), near.contains(one.id())))
                .toList();
    }

    /** The place of an entry on the page. */
    public static String anchor(String id) {
        return "entry-" + id.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** Where an entry is shown in full. */
    public String address(String id) {
        return RecordId.isValid(id)
                ? Address.of("/memory").step(space.id()).step(id).toString()
                : Address.of("/backlog/item")
                        .with("space", space.id())
                        .with("id", id)
                        .toString();
    }
}
