package io.ambit.mcp.tool.backlog;

import io.ambit.core.context.assembly.reconcile.Review;
import io.ambit.core.item.ItemId;
import io.ambit.core.memory.recall.QuotedRecord;
import io.ambit.mcp.tool.schema.Arguments;
import io.ambit.mcp.tool.schema.Forms;
import io.ambit.mcp.tool.schema.Parameter;
import io.ambit.mcp.tool.schema.Parameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model would decide on the entries of a review: a proposal to the person, never a decision. */
final class Proposals {
    static final String MERGE = "merge";
    static final String EDIT = "edit";
    static final String KEEP = "keep";
    static final String DROP = "drop";

    private static final Parameter<String> ID =
            Parameter.required("id", Forms.text(), "").such("\"ins-004\"");
    private static final Parameter<String> ACTION =
            Parameter.required("action", Forms.choice(KEEP, EDIT, MERGE, DROP), "");
    private static final Parameter<String> INTO = Parameter.optional("into", Forms.text(), "For merge: an id");
    private static final Parameter<String> TEXT = Parameter.optional("text", Forms.longText(), "For edit");
    static final Parameters MEMBERS = Parameters.of(ID, ACTION, INTO, TEXT);

    private final Map<String, Review.Proposal> byKey = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    private Proposals() {}

    /** @throws io.ambit.core.error.InvalidInputException where one is of an entry that is not in the review */
    static Proposals of(List<Arguments> given, Review review, Arguments call) {
        Proposals proposals = new Proposals();
        for (Arguments one : given) {
            String id = entry(one.get(ID), "id", review, call);
            String action = one.get(ACTION);
            String into = "";
            if (action.equals(MERGE)) {
                into = entry(one.find(INTO).orElse(""), "into", review, call);
                if (into.equals(id)) {
                    throw call.wrong("`decisions.into` expected another entry than " + id);
                }
            }
            if (action.equals(EDIT)) {
                proposals.texts.put(
                        ItemId.key(id),
                        one.find(TEXT)
                                .orElseThrow(() ->
                                        call.wrong("`decisions.text` is missing, expected what " + id + " shall say")));
            }
            proposals.byKey.put(ItemId.key(id), new Review.Proposal(action, into, "proposed by the agent"));
        }
        return proposals;
    }

    private static String entry(String written, String member, Review review, Arguments call) {
        return review.entries().stream()
                .map(Review.Entry::id)
                .filter(id -> ItemId.key(id).equals(ItemId.key(written)))
                .findFirst()
                .orElseThrow(() -> call.wrong("`decisions." + member + "` expected the id of an entry of this review"
                        + " such as "
                        + review.entries().stream()
                                .findFirst()
                                .map(Review.Entry::id)
                                .orElse("ins-004")
                        + ", got \"" + QuotedRecord.line(written) + "\""));
    }

    /** What is proposed for an entry: by the model, else by the review itself. */
    Review.Proposal of(Review.Entry entry) {
        return byKey.getOrDefault(ItemId.key(entry.id()), entry.proposed());
    }

    /** The text that is proposed for an entry, or its own. */
    String text(Review.Entry entry) {
        return texts.getOrDefault(ItemId.key(entry.id()), entry.text());
    }
}
