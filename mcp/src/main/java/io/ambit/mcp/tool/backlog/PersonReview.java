package io.ambit.mcp.tool.backlog;

import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.memory.recall.SafeText;
import io.ambit.mcp.tool.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person through the client, some entries at a time. What the person leaves open, and all after a form that was
 * declined, stays undecided; the forms that were answered before count.
 */
final class PersonReview {
    /** Entries in one form: as many as fit a screen. */
    private static final int FORM = 5;

    private static final int MAX_FORMS = 10;
    private static final int MAX_TEXT = 600;
    private static final int MAX_TITLE = 120;
    private static final String LATER = "later";
    private static final String MERGE_INTO = "merge into ";
    private static final String NEW_TEXT = "text";

    private final ToolCall call;
    private final Review review;
    private final Proposals proposals;

    PersonReview(ToolCall call, Review review, Proposals proposals) {
        this.call = call;
        this.review = review;
        this.proposals = proposals;
    }

    /** Told before each form how many entries were asked about, of how many; may end all by throwing. */
    interface Progress {
        void at(int done, int total);
    }

    List<ReviewDecision> decisions(Progress progress) {
        List<Review.Entry> open =
                review.entries().stream().filter(Review.Entry::isNew).toList();
        List<ReviewDecision> decisions = new ArrayList<>();
        int most = Math.min(open.size(), FORM * MAX_FORMS);
        for (int from = 0; from < most; from += FORM) {
            progress.at(from, most);
            List<Review.Entry> page = open.subList(from, Math.min(from + FORM, most));
            Optional<Map<String, Object>> answer = call.ask(
                    "Review of " + line(review.epic() + " " + review.title(), MAX_TITLE) + ", " + (from + 1) + " to "
                            + (from + page.size()) + " of " + open.size() + ". What shall become of each?",
                    form(page));
            if (answer.isEmpty()) {
                break;
            }
            for (Review.Entry entry : page) {
                decision(entry, answer.get().get(entry.id())).ifPresent(decisions::add);
            }
        }
        return decisions;
    }

    private Map<String, Object> form(List<Review.Entry> page) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Review.Entry entry : page) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("type", "string");
            property.put("title", line(entry.id() + ": " + entry.title(), MAX_TITLE));
            property.put("description", description(entry));
            property.put("enum", List.copyOf(choices(entry)));
            property.put("default", proposed(entry));
            properties.put(entry.id(), property);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(properties.keySet()));
        return schema;
    }

    private String description(Review.Entry entry) {
        StringBuilder text = new StringBuilder(entry.type() + " by " + entry.author() + ": " + entry.text());
        entry.conflicts()
                .forEach(conflict -> text.append(" - conflicts with ")
                        .append(conflict.id())
                        .append(": ")
                        .append(conflict.why()));
        Review.Proposal proposal = proposals.of(entry);
        if (!proposal.why().isEmpty()) {
            text.append(" - proposed: ").append(proposal.action()).append(", ").append(proposal.why());
        }
        return line(text.toString(), MAX_TEXT);
    }

    private Set<String> choices(Review.Entry entry) {
        Set<String> choices = new LinkedHashSet<>(List.of(Proposals.KEEP, Proposals.DROP, Proposals.EDIT));
        Review.Proposal proposal = proposals.of(entry);
        if (proposal.action().equals(Proposals.MERGE)) {
            choices.add(MERGE_INTO + proposal.into());
        }
        entry.duplicates().forEach(near -> choices.add(MERGE_INTO + near.id()));
        entry.conflicts().forEach(conflict -> choices.add(MERGE_INTO + conflict.id()));
        choices.add(LATER);
        return choices;
    }

    private String proposed(Review.Entry entry) {
        Review.Proposal proposal = proposals.of(entry);
        String choice = proposal.action().equals(Proposals.MERGE) ? MERGE_INTO + proposal.into() : proposal.action();
        return choices(entry).contains(choice) ? choice : LATER;
    }

    private Optional<ReviewDecision> decision(Review.Entry entry, @Nullable Object answer) {
        if (!(answer instanceof String choice) || !choices(entry).contains(choice)) {
            return Optional.empty();
        }
        if (choice.startsWith(MERGE_INTO)) {
            return Optional.of(new ReviewDecision.Merge(entry.id(), choice.substring(MERGE_INTO.length())));
        }
        return switch (choice) {
            case Proposals.KEEP -> Optional.of(new ReviewDecision.Keep(entry.id()));
            case Proposals.DROP -> Optional.of(new ReviewDecision.Drop(entry.id()));
            case Proposals.EDIT -> edited(entry);
            default -> Optional.empty();
        };
    }

    private Optional<ReviewDecision> edited(Review.Entry entry) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        text.put("title", line("What " + entry.id() + " shall say", MAX_TITLE));
        text.put("default", proposals.text(entry));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", Map.of(NEW_TEXT, text));
        schema.put("required", List.of(NEW_TEXT));
        return call.ask("What shall " + entry.id() + " say?", schema)
                .map(answer -> answer.get(NEW_TEXT))
                .filter(said -> said instanceof String given && !given.isBlank())
                .map(said -> new ReviewDecision.Edit(entry.id(), (String) said));
    }

    private static String line(String text, int most) {
        return SafeText.line(text, most);
    }
}
