package io.ambit.cli.backlog;

import io.ambit.cli.terminal.Terminal;
import io.ambit.cli.terminal.When;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.Review.Entry;
import java.util.Locale;

/** A review as a person reads it. */
record ShownReview(Terminal terminal, Review review) {

    /** All of it. */
    void print() {
        head();
        review.groups().forEach(group -> {
            terminal.out().println();
            terminal.out().println("# " + ShownText.line(group.type()));
            group.entries().forEach(this::print);
        });
        terminal.out().flush();
    }

    void head() {
        terminal.out().println(ShownText.line(review.epic()) + "  " + ShownText.line(review.title()));
        terminal.out()
                .println(review.entries().size() + " entries, " + review.news() + " of them nobody has decided on");
    }

    /** One entry, with what it repeats and what it contradicts. */
    void print(Entry entry) {
        terminal.out().println();
        terminal.out()
                .println(ShownText.line(entry.id()) + "  " + ShownText.line(entry.title())
                        + (entry.isNew() ? "  (new)" : ""));
        terminal.out()
                .println("  " + ShownText.line(entry.type()) + ", " + ShownText.line(entry.author()) + ", "
                        + When.text(entry.at()));
        ShownText.lines(entry.text()).lines().forEach(line -> terminal.out().println("  | " + line));
        entry.duplicates()
                .forEach(near -> terminal.out()
                        .println("  says nearly the same: " + ShownText.line(near.id()) + " ("
                                + String.format(Locale.ROOT, "%.2f", near.similarity()) + ")"));
        entry.conflicts()
                .forEach(conflict -> terminal.out()
                        .println("  contradicts " + ShownText.line(conflict.id()) + ": "
                                + ShownText.line(conflict.why(), 200)));
        if (!entry.proposed().action().isEmpty()) {
            terminal.out()
                    .println("  proposed: " + entry.proposed().action()
                            + (entry.proposed().into().isEmpty()
                                    ? ""
                                    : " into " + ShownText.line(entry.proposed().into()))
                            + (entry.proposed().why().isEmpty()
                                    ? ""
                                    : ", since "
                                            + ShownText.line(entry.proposed().why(), 200)));
        }
        terminal.out().flush();
    }
}
