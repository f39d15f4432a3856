package io.ambit.mcp.tool.backlog;

import io.ambit.core.context.assembly.reconcile.Curated;
import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.text.JsonTree;
import io.ambit.mcp.tool.DeclaredTool;
import io.ambit.mcp.tool.ToolCall;
import io.ambit.mcp.tool.ToolResult;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import io.ambit.mcp.tool.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code backlog_reconcile_context}: a person's review of what was captured for an epic. Where the client can ask a
 * person, the person decides in it; a model only proposes. Elsewhere the review is told, and where a person decides.
 */
public final class ReconcileTool extends DeclaredTool {
    private static final String PERSON = "user";
    private static final int MAX_TITLE = 200;

    private static final Parameter<String> EPIC_ID =
            Parameter.required("epic_id", Forms.text(), "").such("\"EPIC-0002\"");
    private static final Parameter<List<Arguments>> DECISIONS = Parameter.optional(
                    "decisions",
                    Forms.list(Forms.record(Proposals.MEMBERS)),
                    "Proposals: shown to the person, who decides on each")
            .such("[{\"id\":\"ins-004\",\"action\":\"drop\"}]");

    public ReconcileTool() {
        super(new Declaration(
                "backlog_reconcile_context",
                "Reconcile an epic",
                "Has a person review what was captured for an epic: keep, edit, merge or drop. Call it when the user"
                        + " wants that, or when an epic is done. Nothing is decided without a person. Example:"
                        + " {\"epic_id\":\"EPIC-0002\"}",
                new Hints(false, false, false),
                Parameters.of(EPIC_ID, DECISIONS),
                Schema.object()
                        .with("epic", Schema.text())
                        .with("decided", Schema.whole())
                        .with("undecided", Schema.whole())
                        .with("entries", Schema.list(Schema.any()))
                        .maybe("curated", Schema.text())));
    }

    @Override
    protected ToolResult answer(Arguments arguments, ToolCall call) {
        String epic = arguments.get(EPIC_ID);
        reach(0, 1, "reading what was captured", call);
        Review review = call.project().reconcile(epic);
        Proposals proposals = Proposals.of(arguments.find(DECISIONS).orElse(List.of()), review, arguments);
        List<ReviewDecision> decisions = call.canAsk()
                ? new PersonReview(call, review, proposals)
                        .decisions((done, total) -> reach(done, total, "asking a person", call))
                : List.of();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("epic", review.epic());
        tree.put("decided", decisions.size());
        StringBuilder text = new StringBuilder();
        Review after = review;
        if (!decisions.isEmpty()) {
            Curated curated = call.project().reconcile(epic, decisions, PERSON);
            after = call.project().reconcile(epic);
            tree.put("curated", curated.text());
            text.append("A person decided on ")
                    .append(decisions.size())
                    .append(": kept ")
                    .append(curated.kept());
            text.append(", edited ")
                    .append(curated.edited())
                    .append(", merged ")
                    .append(curated.merged());
            text.append(", dropped ").append(curated.dropped()).append(".\n");
        }
        tree.put("undecided", after.news());
        List<Review.Entry> open =
                after.entries().stream().filter(Review.Entry::isNew).toList();
        tree.put("entries", open.stream().map(entry -> tree(entry, proposals)).toList());
        rest(text, review, open, proposals, call);
        return new ToolResult(tree, text.toString());
    }

    private static void rest(
            StringBuilder text, Review review, List<Review.Entry> open, Proposals proposals, ToolCall call) {
        String epic = ItemPage.plain(review.epic(), MAX_TITLE);
        if (open.isEmpty()) {
            text.append("Nothing that was captured for ").append(epic).append(" waits for a decision.\n");
            return;
        }
        text.append(open.size()).append(" captured for ").append(epic).append(" wait for a person's decision:\n");
        int left = USUAL_TOKENS;
        int shown = 0;
        for (Review.Entry entry : open) {
            String row = row(entry, proposals);
            left -= call.project().memory().tokens().count(row);
            if (left < 0) {
                break;
            }
            text.append(row);
            shown++;
        }
        if (shown < open.size()) {
            text.append("and ").append(open.size() - shown).append(" more\n");
        }
        text.append("Only a person decides: `ambit backlog reconcile ")
                .append(epic)
                .append("` in a terminal, or the dashboard (`ambit open`). Tell the user.\n");
    }

    private static String row(Review.Entry entry, Proposals proposals) {
        Review.Proposal proposal = proposals.of(entry);
        return ItemPage.plain(entry.id(), MAX_TITLE) + " | " + ItemPage.plain(entry.type(), MAX_TITLE) + " by "
                + ItemPage.plain(entry.author(), MAX_TITLE) + " | " + ItemPage.plain(entry.title(), MAX_TITLE)
                + " | proposed: " + ItemPage.plain(said(proposal), MAX_TITLE)
                + (entry.conflicts().isEmpty()
                        ? ""
                        : " | conflicts with "
                                + ItemPage.plain(
                                        entry.conflicts().stream()
                                                .map(Review.Conflict::id)
                                                .collect(Collectors.joining(", ")),
                                        MAX_TITLE))
                + "\n";
    }

    private static String said(Review.Proposal proposal) {
        return proposal.action()
                + (proposal.into().isEmpty() ? "" : " into " + proposal.into())
                + (proposal.why().isEmpty() ? "" : " (" + proposal.why() + ")");
    }

    private static Map<String, Object> tree(Review.Entry entry, Proposals proposals) {
        Review.Proposal proposal = proposals.of(entry);
        return JsonTree.object(
                "id", entry.id(),
                "type", entry.type(),
                "title", entry.title(),
                "author", entry.author(),
                "at", entry.at().toString(),
                "duplicates", entry.duplicates().stream().map(Review.Near::id).toList(),
                "conflicts",
                        entry.conflicts().stream()
                                .map(conflict -> JsonTree.object("id", conflict.id(), "why", conflict.why()))
                                .toList(),
                "proposed",
                        JsonTree.object("action", proposal.action(), "into", proposal.into(), "why", proposal.why()));
    }
}
