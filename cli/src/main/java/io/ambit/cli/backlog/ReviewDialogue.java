package io.ambit.cli.backlog;

import io.ambit.cli.terminal.Terminal;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.Review.Entry;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.error.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Goes through a review with the person at the terminal. Nothing is decided without an answer. */
final class ReviewDialogue {
    private final Terminal terminal;
    private final Review review;
    private final List<ReviewDecision> decisions = new ArrayList<>();
    private boolean ended;

    ReviewDialogue(Terminal terminal, Review review) {
        this.terminal = terminal;
        this.review = review;
    }

    /** The decisions; none where the person did not confirm them. */
    List<ReviewDecision> ask() throws IOException {
        ShownReview shown = new ShownReview(terminal, review);
        shown.head();
        List<Entry> entries = review.entries();
        for (int i = 0; i < entries.size() && !ended; i++) {
            shown.print(entries.get(i));
            decide(entries.get(i), i + 1, entries.size());
        }
        if (decisions.isEmpty()) {
            return List.of();
        }
        String answer = read("Write the context of " + ShownText.line(review.epic()) + " by " + decisions.size()
                        + (decisions.size() == 1 ? " decision" : " decisions") + "? [y/N] ")
                .toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes") ? List.copyOf(decisions) : List.of();
    }

    private void decide(Entry entry, int number, int of) throws IOException {
        while (!ended) {
            String answer =
                    read("[" + number + "/" + of + "] (k)eep, (e)dit, (m)erge, (d)rop, (q)uit, Enter to leave: ");
            try {
                Optional<ReviewDecision> decision = switch (answer.toLowerCase(Locale.ROOT)) {
                    case "" -> Optional.empty();
                    case "k", "keep" -> Optional.of(new ReviewDecision.Keep(entry.id()));
                    case "d", "drop" -> Optional.of(new ReviewDecision.Drop(entry.id()));
                    case "e", "edit" -> Optional.of(new ReviewDecision.Edit(entry.id(), text()));
                    case "m", "merge" -> Optional.of(new ReviewDecision.Merge(entry.id(), into(entry)));
                    case "q", "quit" -> {
                        ended = true;
                        yield Optional.empty();
                    }
                    default -> throw new InvalidInputException("'" + answer + "', expected k, e, m, d, q or Enter");
                };
                decision.ifPresent(decisions::add);
                return;
            } catch (InvalidInputException e) {
                terminal.say(String.valueOf(e.getMessage()));
            }
        }
    }

    private String text() throws IOException {
        terminal.say("What it shall say; a line with a single dot ends it:");
        StringBuilder text = new StringBuilder();
        String line = terminal.in().readLine();
        while (line != null && !line.equals(".")) {
            text.append(line).append('\n');
            line = terminal.in().readLine();
        }
        return text.toString().strip();
    }

    private String into(Entry entry) throws IOException {
        String proposed = entry.proposed().into();
        String answer = read("Into which entry?" + (proposed.isEmpty() ? " " : " [" + ShownText.line(proposed) + "] "));
        String id = answer.isEmpty() ? proposed : answer;
        if (review.entries().stream().noneMatch(other -> other.id().equals(id))) {
            throw new InvalidInputException("no entry '" + id + "' in this review");
        }
        return id;
    }

    /** An answer; the end of input ends the review. */
    private String read(String question) throws IOException {
        terminal.out().flush();
        terminal.err().print(question);
        terminal.err().flush();
        String answer = terminal.in().readLine();
        if (answer == null) {
            ended = true;
            return "";
        }
        return answer.strip();
    }
}
