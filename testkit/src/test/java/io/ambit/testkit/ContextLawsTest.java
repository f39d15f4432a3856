package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.ExtractiveSummarizer;
import io.ambit.core.context.FailOpen;
import io.ambit.core.context.Planned;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.spi.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws 2 to 6 of the request path, on generated conversations, for each policy that they bind. */
class ContextLawsTest {
    private static final TokenCounter CHARS4 = new Chars4TokenCounter();
    private static final TokenCounter BPE = new BpeTokenCounter();
    /** Cuts whatever it can, and masks as soon as it may. */
    private static final String HARSH =
            "custom:floor=20:slope=0:ceiling=100:code=0:digest=60:maskFrom=1:maskYoung=50:maskOld=50:maskOldAfter=1:maskGain=1";

    private static final List<String> ALL = List.of(
            "off",
            "safe",
            "balanced",
            HARSH,
            "semantic:maskFrom=2:maskGain=1",
            "classic",
            "classic:cut=40:window=1:summary_interval=2");
    /** Masking looks at how far the session is, and so hangs on when it was planned. */
    private static final List<String> WITHOUT_MASKING =
            List.of("off", "safe", "balanced:maskFrom=0", HARSH + ":maskFrom=0", "classic");

    private static final List<String> STABLE = List.of("off", "safe");

    private static void eachStep(
            List<String> policies, Seed seed, BiConsumer<ContextLaws.Step, List<Forwarded>> check) {
        Transcript whole = OddTranscripts.random(seed);
        for (int i = 0; i < policies.size(); i++) {
            if (policies.size() > 3 && (seed.value() + i) % 3 == 0) {
                continue; // two thirds of the seeds are plenty for each
            }
            String policy = policies.get(i);
            boolean canRetrieve = seed.value() % 5 > 0;
            new PolicyRun(Policies.parse(policy), CHARS4, canRetrieve).each(whole, (step, before) -> {
                try {
                    check.accept(step, before);
                } catch (AssertionError e) {
                    throw new AssertionError(policy + ", " + seed + ", " + step.transcript(), e);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void law2_extendedConversation_keepsForwardedPrefixUntilBoundary(Seed seed) {
        eachStep(ALL, seed, ContextLaws::stablePrefix);
        eachStep(
                STABLE,
                seed,
                (step, before) ->
                        assertThat(step.decisions().boundary()).as("boundary").isFalse());
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void law2_pointers_leadToWhatIsShown(Seed seed) {
        eachStep(ALL, seed, (step, before) -> ContextLaws.pointersLead(step));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void law3_clientsWords_areNotEditedAndPairsStayTogether(Seed seed) {
        eachStep(ALL, seed, (step, before) -> {
            ContextLaws.onlyToolResultsChange(step);
            ContextLaws.pairsStayTogether(step);
        });
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void law4_cuts_areReversible(Seed seed) {
        eachStep(ALL, seed, (step, before) -> ContextLaws.cutsAreReversible(step));
        eachStep(
                STABLE,
                seed,
                (step, before) -> assertThat(step.decisions().byKey().values())
                        .noneMatch(d -> d instanceof Decision.Cut || d instanceof Decision.Drop));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void law5_replacements_areSmaller(Seed seed) {
        eachStep(ALL, seed, (step, before) -> ContextLaws.nothingGrows(step));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#hundred")
    void law5_replacementsByRealTokens_areSmaller(Seed seed) {
        Transcript whole = OddTranscripts.random(seed);
        for (String policy : ALL) {
            new PolicyRun(Policies.parse(policy), BPE, true)
                    .each(whole, (step, before) -> ContextLaws.nothingGrows(step));
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void law6_planThatFails_appliesEarlierDecisionsAndStaysSo(Seed seed) {
        Transcript whole = OddTranscripts.random(seed);
        SplittableRandom random = seed.random();
        for (String name : ALL) {
            FaultyPolicy policy = new FaultyPolicy(Policies.parse(name));
            FailOpen guard = new FailOpen(policy);
            Decisions earlier = Decisions.none();
            List<Forwarded> before = List.of();
            for (Transcript soFar : Transcripts.byStep(whole)) {
                boolean fails = random.nextInt(3) == 0;
                policy.failNext(fails);
                Conditions conditions = Conditions.typical(CHARS4);
                Planned planned = guard.plan(soFar, earlier, conditions);
                ContextLaws.Step step = new ContextLaws.Step(soFar, earlier, planned.decisions(), conditions);
                if (fails) {
                    ContextLaws.failsOpen(soFar, earlier, planned);
                } else {
                    assertThat(planned.failure()).isEmpty();
                }
                ContextLaws.complete(step);
                ContextLaws.stablePrefix(step, before);
                ContextLaws.pointersLead(step);
                earlier = planned.decisions();
                before = step.forwarded();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void plan_sameInput_givesTheSameCompletePlan(Seed seed) {
        Transcript again = OddTranscripts.random(seed);
        eachStep(ALL, seed, (step, before) -> ContextLaws.complete(step));
        for (String policy : ALL) {
            new PolicyRun(Policies.parse(policy), CHARS4, true)
                    .each(
                            OddTranscripts.random(seed),
                            (step, before) -> assertThat(Policies.parse(policy)
                                            .plan(
                                                    again.first(
                                                            step.transcript().size()),
                                                    step.earlier(),
                                                    step.conditions()))
                                    .isEqualTo(step.decisions()));
        }
    }

    /** Nothing hangs on how a conversation came to be planned: at once, or a step at a time. */
    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void plan_atOnce_forwardsWhatStepsDo(Seed seed) {
        for (String policy : WITHOUT_MASKING) {
            new PolicyRun(Policies.parse(policy), CHARS4, true)
                    .each(
                            OddTranscripts.random(seed),
                            (step, before) -> assertThat(Forwarded.of(
                                            step.transcript(),
                                            Policies.parse(policy)
                                                    .plan(step.transcript(), Decisions.none(), step.conditions())))
                                    .as("%s, %s", policy, seed)
                                    .isEqualTo(step.forwarded()));
        }
    }

    /** The window against its plain twin; the conversations of this generator have no late results. */
    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void classic_window_holdsTheLastIterationsAndWhatUsersSaid(Seed seed) {
        new PolicyRun(Policies.parse("classic:summaries=off"), CHARS4, true)
                .each(Transcripts.random(seed), (step, before) -> {
                    List<Integer> expected = new ArrayList<>();
                    long iterations = step.transcript().messages().stream()
                            .filter(m -> m.role() == Role.ASSISTANT)
                            .count();
                    long iteration = 0;
                    for (int m = 0; m < step.transcript().size(); m++) {
                        Message message = step.transcript().messages().get(m);
                        iteration += message.role() == Role.ASSISTANT ? 1 : 0;
                        if (message.role() == Role.SYSTEM
                                || message.role() == Role.USER
                                || iteration > iterations - 5) {
                            expected.add(m);
                        }
                    }
                    List<Integer> shown =
                            step.forwarded().stream().map(Forwarded::from).toList();
                    assertThat(shown.stream().filter(from -> from >= 0).toList())
                            .as("%s", seed)
                            .isEqualTo(expected);
                    // One note at most stands for what was left out, and none where nothing was.
                    assertThat(shown.size() - expected.size())
                            .as("notes, %s", seed)
                            .isBetween(0, expected.size() < step.transcript().size() ? 1 : 0);
                });
    }

    /** Two conversations with one past: what is asked to be summarised of it does not tell them apart. */
    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void classic_summary_holdsNothingOfTheFuture(Seed seed) {
        ContextPolicy classic = Policies.parse("classic:summary_interval=3");
        ExtractiveSummarizer summarizer = new ExtractiveSummarizer(CHARS4);
        Transcript one = Transcripts.random(seed.random(), 20);
        Transcript past = one.first(seed.random().nextInt(1, one.size()));
        Transcript other = past.append(
                Transcripts.random(new SplittableRandom(~seed.value()), 9).messages());

        int common = 0;
        for (ContextPolicy.SummaryRequest request : classic.summariesDue(one, List.of(), Conditions.typical(CHARS4))) {
            assertThat(request.snapshot().iterationCount()).isEqualTo(request.to() + 1);
            assertThat(request.snapshot())
                    .isEqualTo(one.first(request.snapshot().size()));
            assertThat(one.messages().get(request.snapshot().size()).role()).isEqualTo(Role.ASSISTANT);
            if (request.snapshot().size() < past.size()) {
                ContextPolicy.SummaryRequest same = classic.summariesDue(other, List.of(), Conditions.typical(CHARS4))
                        .get(common++);
                assertThat(same).isEqualTo(request);
                assertThat(summarizer.summarize(same.snapshot(), same.from(), same.to(), 500))
                        .isEqualTo(summarizer.summarize(request.snapshot(), request.from(), request.to(), 500));
            }
        }
    }

    /** Throws when told to: an exception, or the error of a stack that is full. */
    private static final class FaultyPolicy implements ContextPolicy {
        private final ContextPolicy policy;
        private boolean fails;

        FaultyPolicy(ContextPolicy policy) {
            this.policy = policy;
        }

        void failNext(boolean next) {
            fails = next;
        }

        @Override
        public String name() {
            return policy.name();
        }

        @Override
        public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
            if (fails && transcript.size() % 2 == 0) {
                throw new StackOverflowError();
            }
            if (fails) {
                throw new IllegalStateException("told to fail");
            }
            return policy.plan(transcript, earlier, conditions);
        }
    }
}
