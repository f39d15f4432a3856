package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.Planned;
import io.ambit.core.context.Retrieval;
import io.ambit.core.context.RetrieveQuery;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The laws of the request path that bind what a policy decides, each as a check of one step. */
final class ContextLaws {
    private ContextLaws() {}

    /** One step: the request, what was decided before it and for it, and on what conditions. */
    record Step(Transcript transcript, Decisions earlier, Decisions decisions, Conditions conditions) {

        List<Forwarded> forwarded() {
            return Forwarded.of(transcript, decisions);
        }

        Decision of(ToolExchange exchange) {
            return decisions.get(PartKey.of(transcript, exchange));
        }

        boolean isDropped(int messageIndex) {
            return decisions.get(PartKey.whole(transcript.chain().get(messageIndex))) instanceof Decision.Drop;
        }
    }

    /** Every block of tool output is decided. */
    static void complete(Step step) {
        for (ToolExchange exchange : step.transcript().exchanges()) {
            assertThat(step.of(exchange)).as("decision on %s", exchange).isNotNull();
        }
    }

    /** Law 2: what was forwarded is forwarded the same, until a boundary. */
    static void stablePrefix(Step step, List<Forwarded> before) {
        if (!step.decisions().boundary()) {
            List<Forwarded> now = step.forwarded();
            assertThat(now.subList(0, Math.min(before.size(), now.size()))).isEqualTo(before);
            assertThat(step.decisions().byKey())
                    .containsAllEntriesOf(step.earlier().byKey());
        }
    }

    /** Law 2: what a pointer points at is shown, whole or under an id, while the pointer stands. */
    static void pointersLead(Step step) {
        Map<PartKey, ToolExchange> shown = new HashMap<>();
        for (ToolExchange exchange : step.transcript().exchanges()) {
            if (step.isDropped(exchange.messageIndex())) {
                continue;
            }
            if (step.of(exchange) instanceof Decision.Point point) {
                assertThat(shown).as("what %s points at", exchange).containsKey(point.to());
                assertThat(shown.get(point.to()).result().text())
                        .isEqualTo(exchange.result().text());
            } else {
                shown.put(PartKey.of(step.transcript(), exchange), exchange);
            }
        }
    }

    /** Law 3: only tool results change; what the system and users say stays; summaries come at a boundary. */
    static void onlyToolResultsChange(Step step) {
        Transcript transcript = step.transcript();
        Set<Integer> kept = new HashSet<>();
        for (Forwarded forwarded : step.forwarded()) {
            if (forwarded.from() < 0) {
                assertThat(step.decisions().boundary()).isTrue();
                continue;
            }
            kept.add(forwarded.from());
            Message message = transcript.messages().get(forwarded.from());
            for (int p = 0; p < message.parts().size(); p++) {
                if (!(message.parts().get(p) instanceof Part.ToolResult)) {
                    assertThat(forwarded.texts().get(p))
                            .isEqualTo(message.parts().get(p).text());
                }
            }
        }
        for (int m = 0; m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            boolean isOfAgent = message.role() == Role.ASSISTANT
                    || message.role() == Role.TOOL
                    || message.parts().stream().allMatch(Part.ToolResult.class::isInstance);
            assertThat(isOfAgent || kept.contains(m)).as("message %s stays", m).isTrue();
        }
    }

    /** Law 3: a call and its results go or stay together. */
    static void pairsStayTogether(Step step) {
        Map<String, Integer> callers = new HashMap<>();
        for (int m = 0; m < step.transcript().size(); m++) {
            for (Part part : step.transcript().messages().get(m).parts()) {
                if (part instanceof Part.ToolCall call) {
                    callers.put(call.id(), m);
                } else if (part instanceof Part.ToolResult result && callers.containsKey(result.callId())) {
                    assertThat(step.isDropped(m))
                            .as("message %s goes with message %s", m, callers.get(result.callId()))
                            .isEqualTo(step.isDropped(callers.get(result.callId())));
                }
            }
        }
    }

    /** Law 4: each id that a cut prints leads to the original; without a way to retrieve nothing is missing. */
    static void cutsAreReversible(Step step) {
        List<LedgerOutput> ledger = ledger(step);
        for (ToolExchange exchange : step.transcript().exchanges()) {
            if (step.of(exchange) instanceof Decision.Cut cut && !step.isDropped(exchange.messageIndex())) {
                assertThat(step.conditions().canRetrieve())
                        .as("a way to retrieve")
                        .isTrue();
                assertThat(cut.shown()).contains(cut.id().value());
                assertThat(Retrieval.answer(
                                new RetrieveQuery(cut.id().value(), null, null, null, null, null, null), ledger))
                        .isEqualTo(exchange.result().text());
            }
        }
        if (!step.conditions().canRetrieve()) {
            assertThat(step.forwarded()).hasSize(step.transcript().size());
        }
    }

    /** What the ledger holds of a step: each output under as many digits of its hash as the decision took. */
    private static List<LedgerOutput> ledger(Step step) {
        List<LedgerOutput> ledger = new ArrayList<>();
        for (ToolExchange exchange : step.transcript().exchanges()) {
            Hash content = Hash.of(exchange.result().text());
            // By the content, not by what the marker claims: a wrong id must lead nowhere.
            int digits = step.of(exchange) instanceof Decision.Cut cut
                    ? cut.id().value().length()
                    : OutputId.MIN_LENGTH;
            OutputId id = OutputId.of(content, digits);
            ledger.add(new LedgerOutput(
                    exchange.iteration(),
                    exchange.result().callId(),
                    exchange.toolName(),
                    "",
                    id,
                    content,
                    exchange.result().text(),
                    false));
        }
        return ledger;
    }

    /** Law 5: no replacement is larger than what it replaces, and what it says of its saving is true. */
    static void nothingGrows(Step step) {
        TokenCounter tokens = step.conditions().tokens();
        for (ToolExchange exchange : step.transcript().exchanges()) {
            if (step.of(exchange) instanceof Decision.Replacement replacement) {
                int before = tokens.count(exchange.result().text());
                int after = tokens.count(replacement.shown());
                assertThat(after).as("tokens of %s", replacement).isLessThan(before);
                assertThat(replacement.tokensSaved()).isEqualTo(before - after);
            }
        }
        long dropped = 0;
        long inserted = 0;
        for (int m = 0; m < step.transcript().size(); m++) {
            if (step.isDropped(m)) {
                for (Part part : step.transcript().messages().get(m).parts()) {
                    dropped += tokens.count(part.text());
                }
            }
        }
        for (Forwarded forwarded : step.forwarded()) {
            inserted += forwarded.from() < 0 ? tokens.count(forwarded.texts().get(0)) : 0;
        }
        assertThat(inserted).as("tokens of summaries").isLessThanOrEqualTo(dropped);
    }

    /** Law 6: a plan that failed applies what was decided, leaves all else whole, and says so. */
    static void failsOpen(Transcript transcript, Decisions earlier, Planned planned) {
        assertThat(planned.failure()).isNotEmpty();
        assertThat(planned.decisions().byKey()).containsAllEntriesOf(earlier.byKey());
        for (ToolExchange exchange : transcript.exchanges()) {
            PartKey key = PartKey.of(transcript, exchange);
            if (earlier.get(key) == null) {
                assertThat(planned.decisions().get(key)).isEqualTo(Decision.KEEP);
            }
        }
        assertThat(planned.decisions().changedSince(earlier).values()).allMatch(Decision.KEEP::equals);
    }
}
