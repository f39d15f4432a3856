package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.ClassicPolicy;
import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.OffPolicy;
import io.ambit.core.context.Planned;
import io.ambit.core.context.SafePolicy;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Each law's check finds a policy that breaks the law: without that the law tests would prove nothing. */
class BrokenPoliciesTest {
    private static final int SEEDS = 60;

    /** Adds decisions of its own to those of a policy that keeps the laws. */
    private record Broken(ContextPolicy sound, boolean canRetrieve, Fault fault) implements ContextPolicy {
        interface Fault {
            void commit(Transcript transcript, Decisions sound, Map<PartKey, Decision> changes);
        }

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
            Decisions decisions = sound.plan(transcript, earlier, conditions.withRetrieval(true));
            Map<PartKey, Decision> changes = new HashMap<>();
            fault.commit(transcript, decisions, changes);
            return decisions.with(changes, decisions.boundary());
        }
    }

    private static void assertFound(
            ContextPolicy policy, boolean canRetrieve, BiConsumer<ContextLaws.Step, List<Forwarded>> check) {
        int found = 0;
        for (Seed seed : Seeds.first(SEEDS).toList()) {
            try {
                new PolicyRun(policy, new Chars4TokenCounter(), canRetrieve).each(OddTranscripts.random(seed), check);
            } catch (AssertionError e) {
                found++;
            }
        }
        assertThat(found).as("conversations of %s that show the fault", SEEDS).isGreaterThan(SEEDS / 10);
    }

    private static Broken broken(ContextPolicy sound, Broken.Fault fault) {
        return new Broken(sound, true, fault);
    }

    private static PartKey whole(Transcript transcript, int message) {
        return PartKey.whole(transcript.chain().get(message));
    }

    @Test
    void law2_windowWithoutBoundary_isFound() {
        ContextPolicy secret = new ContextPolicy() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
                Decisions decisions = new ClassicPolicy().plan(transcript, earlier, conditions);
                return new Decisions(decisions.byKey(), false);
            }
        };
        assertFound(secret, true, ContextLaws::stablePrefix);
    }

    @Test
    void law2_revisedDecision_isFound() {
        assertFound(
                broken(new OffPolicy(), (transcript, sound, changes) -> {
                    for (ToolExchange exchange : transcript.exchanges()) {
                        if (exchange.iteration() < transcript.iterationCount() - 3
                                && exchange.result().text().length() > 40) {
                            changes.put(PartKey.of(transcript, exchange), new Decision.Rewrite("masked", 1));
                        }
                    }
                }),
                true,
                ContextLaws::stablePrefix);
    }

    @Test
    void law2_pointerWhoseTargetIsGone_isFound() {
        assertFound(
                broken(
                        new SafePolicy(),
                        (transcript, sound, changes) -> sound.byKey().forEach((key, decision) -> {
                            if (decision instanceof Decision.Point point) {
                                changes.put(new PartKey(point.to().chain(), PartKey.WHOLE), Decision.DROP);
                            }
                        })),
                true,
                (step, before) -> ContextLaws.pointersLead(step));
    }

    @Test
    void law3_editedUser_isFound() {
        assertFound(
                broken(new OffPolicy(), (transcript, sound, changes) -> {
                    for (int m = 0; m < transcript.size(); m++) {
                        Message message = transcript.messages().get(m);
                        if (message.role() == Role.USER && message.parts().get(0) instanceof Part.Text) {
                            changes.put(new PartKey(transcript.chain().get(m), 0), new Decision.Rewrite("short", 1));
                        }
                    }
                }),
                true,
                (step, before) -> ContextLaws.onlyToolResultsChange(step));
    }

    @Test
    void law3_droppedSystemPrompt_isFound() {
        assertFound(
                broken(new OffPolicy(), (transcript, sound, changes) -> {
                    if (transcript.messages().get(0).role() == Role.SYSTEM) {
                        changes.put(whole(transcript, 0), Decision.DROP);
                    }
                }),
                true,
                (step, before) -> ContextLaws.onlyToolResultsChange(step));
    }

    @Test
    void law3_resultWithoutItsCall_isFound() {
        assertFound(
                broken(new ClassicPolicy(), (transcript, sound, changes) -> {
                    for (ToolExchange exchange : transcript.exchanges()) {
                        changes.put(whole(transcript, exchange.messageIndex()), Decision.KEEP);
                    }
                }),
                true,
                (step, before) -> ContextLaws.pairsStayTogether(step));
    }

    @Test
    void law4_idOfAnotherContent_isFound() {
        assertFound(
                broken(
                        new ClassicPolicy(),
                        (transcript, sound, changes) -> sound.byKey().forEach((key, decision) -> {
                            if (decision instanceof Decision.Cut cut) {
                                OutputId wrong = OutputId.of(Hash.of(cut.shown()), 6);
                                String shown = cut.shown().replace(cut.id().value(), wrong.value());
                                changes.put(key, new Decision.Cut(wrong, shown, cut.tokensSaved()));
                            }
                        })),
                true,
                (step, before) -> ContextLaws.cutsAreReversible(step));
    }

    @Test
    void law4_cutWithoutAWayToRetrieve_isFound() {
        assertFound(
                broken(new ClassicPolicy(), (transcript, sound, changes) -> {}),
                false,
                (step, before) -> ContextLaws.cutsAreReversible(step));
    }

    @Test
    void law5_replacementThatGrows_isFound() {
        assertFound(
                broken(new SafePolicy(), (transcript, sound, changes) -> {
                    for (ToolExchange exchange : transcript.exchanges()) {
                        if (exchange.result().text().length() < 40) {
                            changes.put(
                                    PartKey.of(transcript, exchange),
                                    new Decision.Rewrite("this output was shortened by " + exchange.messageIndex(), 1));
                        }
                    }
                }),
                true,
                (step, before) -> ContextLaws.nothingGrows(step));
    }

    @Test
    void law6_guardThatForgets_isFound() {
        int found = 0;
        for (Seed seed : Seeds.first(SEEDS).toList()) {
            Transcript transcript = OddTranscripts.random(seed);
            Conditions conditions = Conditions.typical(new Chars4TokenCounter());
            Decisions earlier =
                    new SafePolicy().plan(transcript.first(transcript.size() - 1), Decisions.none(), conditions);
            for (Planned forgetful : List.of(
                    new Planned(new OffPolicy().plan(transcript, Decisions.none(), conditions), "failed"),
                    new Planned(new OffPolicy().plan(transcript, earlier, conditions), ""))) {
                try {
                    ContextLaws.failsOpen(transcript, earlier, forgetful);
                } catch (AssertionError e) {
                    found++;
                }
            }
        }
        // The second says nothing of a failure, so it is always found; the first where there was something to forget.
        assertThat(found).isGreaterThan(SEEDS + SEEDS / 10);
    }
}
