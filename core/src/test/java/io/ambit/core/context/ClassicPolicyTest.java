package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Summary;
import io.ambit.core.text.Hash;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassicPolicyTest {
    private static final Conditions CONDITIONS = Conditions.typical(new Chars4TokenCounter());

    private final ClassicPolicy policy = new ClassicPolicy();

    private static Decision of(Transcript transcript, Decisions decisions, int exchange) {
        return decisions.get(PartKey.of(transcript, transcript.exchanges().get(exchange)));
    }

    private static Conversation iterations(int count) {
        Conversation conversation = new Conversation().system("be good").user("go");
        IntStream.range(0, count).forEach(i -> conversation.call("read", "{\"n\":" + i + "}", "result " + i));
        return conversation;
    }

    @Test
    void plan_longOutput_showsHeadAndTailAroundTheHint() {
        String text = "🙂".repeat(400) + "z".repeat(700);
        Transcript transcript = new Conversation().call("read", "{}", text).transcript();

        Decisions decisions = policy.plan(transcript, Decisions.none(), CONDITIONS);

        OutputId id = OutputId.of(Hash.of(text), 6);
        assertThat(of(transcript, decisions, 0)).isInstanceOfSatisfying(Decision.Cut.class, cut -> {
            assertThat(cut.id()).isEqualTo(id);
            assertThat(cut.shown())
                    .isEqualTo("🙂".repeat(200) + "\n...[600 characters cut; context_retrieve id=" + id + "]...\n"
                            + "z".repeat(300));
            assertThat(cut.tokensSaved()).isEqualTo(275 - 139);
        });
    }

    @Test
    void plan_outputOf500_isKept() {
        Transcript transcript =
                new Conversation().call("read", "{}", "🙂".repeat(500)).transcript();

        assertThat(of(transcript, policy.plan(transcript, Decisions.none(), CONDITIONS), 0))
                .isEqualTo(Decision.KEEP);
    }

    @Test
    void plan_privateOutput_isNotCut() {
        Transcript transcript = new Conversation()
                .call("read", "{}", "<private>" + "k".repeat(900) + "</private>")
                .transcript();

        assertThat(of(transcript, policy.plan(transcript, Decisions.none(), CONDITIONS), 0))
                .isEqualTo(Decision.KEEP);
    }

    @Test
    void plan_twoContentsWithTheSameFirstDigits_getDifferentIds() {
        // Found by search: the last six digits of their hashes are the same.
        String one = 117758 + "-".repeat(600);
        String other = 68221 + "-".repeat(600);
        Transcript transcript = new Conversation()
                .call("read", "{\"n\":1}", other)
                .call("read", "{\"n\":2}", one)
                .transcript();

        Decisions together = policy.plan(transcript, Decisions.none(), CONDITIONS);
        Decisions inTurn =
                policy.plan(transcript, policy.plan(transcript.first(2), Decisions.none(), CONDITIONS), CONDITIONS);

        assertThat(inTurn).isEqualTo(together);
        assertThat(((Decision.Cut) of(transcript, together, 0)).id()).isEqualTo(OutputId.of(Hash.of(other), 6));
        assertThat(((Decision.Cut) of(transcript, together, 1)).id()).isEqualTo(OutputId.of(Hash.of(one), 7));
    }

    @Test
    void plan_moreIterationsThanTheWindow_dropsTheOldestButUsersAndSystem() {
        Transcript transcript = iterations(3)
                .user("and now?")
                .call("read", "{\"n\":3}", "result 3")
                .says("done")
                .user("again")
                .call("read", "{\"n\":5}", "result 5")
                .call("read", "{\"n\":6}", "result 6")
                .transcript();

        assertThat(Conversation.forwarded(transcript, policy.plan(transcript, Decisions.none(), CONDITIONS)))
                .containsExactly(
                        "be good",
                        "go",
                        "{\"n\":2}",
                        "result 2",
                        "and now?",
                        "{\"n\":3}",
                        "result 3",
                        "done",
                        "again",
                        "{\"n\":5}",
                        "result 5",
                        "{\"n\":6}",
                        "result 6");
    }

    @Test
    void plan_resultThatCameInALaterIteration_keepsItsCall() {
        Transcript transcript = new Conversation()
                .add(Role.ASSISTANT, new Part.ToolCall("late", "run", "{}", Span.NONE))
                .says("waiting")
                .add(Role.TOOL, new Part.ToolResult("late", "the late result", Span.NONE))
                .says("2")
                .says("3")
                .says("4")
                .says("5")
                .transcript();

        assertThat(Conversation.forwarded(transcript, policy.plan(transcript, Decisions.none(), CONDITIONS)))
                .containsExactly("{}", "waiting", "the late result", "2", "3", "4", "5");
    }

    @Test
    void plan_rewoundConversation_showsAgainWhatIsInTheWindow() {
        Transcript whole = iterations(12).transcript();
        Decisions far = policy.plan(whole, Decisions.none(), CONDITIONS);
        Transcript rewound = whole.first(2 + 2 * 6);

        assertThat(Conversation.forwarded(rewound, policy.plan(rewound, far, CONDITIONS)))
                .isEqualTo(Conversation.forwarded(rewound, policy.plan(rewound, Decisions.none(), CONDITIONS)))
                .hasSize(2 + 2 * 5);
    }

    @Test
    void plan_pointerWhoseTargetLeavesTheWindow_showsItsOwnContent() {
        String text = "w".repeat(2000);
        Conversation conversation = new Conversation()
                .call("read", "{\"n\":1}", text)
                .call("read", "{\"n\":1}", text)
                .says("1")
                .says("2")
                .says("3");
        Transcript before = conversation.transcript();
        Decisions pointed = policy.plan(before, Decisions.none(), CONDITIONS);
        Transcript after = conversation.says("4").transcript();

        Decisions shown = policy.plan(after, pointed, CONDITIONS);

        assertThat(of(before, pointed, 1)).isInstanceOf(Decision.Point.class);
        assertThat(of(after, shown, 1)).isInstanceOf(Decision.Cut.class);
    }

    @Test
    void plan_equalOutputOfAnotherCall_isNoRepeat() {
        String text = "w".repeat(400);
        Transcript transcript = new Conversation()
                .call("read", "{\"a\":{\"b\":1}}", text)
                .call("read", "{\"a\":{\"b\":2}}", text)
                .call("read", "{ \"a\": { \"b\": 1 } }", text)
                .transcript();

        Decisions decisions = policy.plan(transcript, Decisions.none(), CONDITIONS);

        assertThat(of(transcript, decisions, 1)).isEqualTo(Decision.KEEP);
        assertThat(of(transcript, decisions, 2)).isInstanceOf(Decision.Point.class);
    }

    @Test
    void plan_noWayToRetrieve_losesNothing() {
        Transcript transcript = iterations(30)
                .call("read", "{}", "v".repeat(3000))
                .call("read", "{}", "v".repeat(3000))
                .transcript();
        Decisions cut = policy.plan(transcript, Decisions.none(), CONDITIONS);

        Decisions whole = policy.plan(transcript, cut, CONDITIONS.withRetrieval(false));

        assertThat(of(transcript, whole, 31)).isInstanceOf(Decision.Point.class);
        assertThat(Conversation.forwarded(transcript, whole).subList(0, transcript.size() - 1))
                .isEqualTo(Conversation.forwarded(transcript, Decisions.none()).subList(0, transcript.size() - 1));
    }

    @Test
    void summariesDue_completeIntervals_areAskedForInOrderAndOnce() {
        assertThat(policy.summariesDue(iterations(10).transcript(), List.of(), CONDITIONS))
                .isEmpty();
        Transcript transcript = iterations(25).transcript();

        List<ContextPolicy.SummaryRequest> due = policy.summariesDue(transcript, List.of(), CONDITIONS);

        assertThat(due)
                .extracting(request -> request.from() + "-" + request.to() + " of "
                        + request.snapshot().size() + " messages, " + request.maxTokens() + " tokens")
                .containsExactly("0-9 of 22 messages, 500 tokens", "10-19 of 42 messages, 500 tokens");
        Summary first = new Summary(0, 9, due.get(0).snapshot().tip(), "first");
        assertThat(policy.summariesDue(transcript, List.of(first), CONDITIONS)).hasSize(1);
        assertThat(Policies.parse("classic:summaries=off").summariesDue(transcript, List.of(), CONDITIONS))
                .isEmpty();
        assertThat(Policies.parse("classic:summary_interval=4:summary_tokens=90")
                        .summariesDue(transcript, List.of(), CONDITIONS))
                .hasSize(6)
                .allMatch(request -> request.maxTokens() == 90);
    }

    @Test
    void plan_iterationsThatTheWindowDropped_areNamedWithTheWayBack() {
        Transcript transcript = iterations(15).transcript();

        assertThat(Conversation.forwarded(transcript, policy.plan(transcript, Decisions.none(), CONDITIONS)))
                .startsWith(
                        "be good",
                        "go",
                        "[Iterations 0 to 9 are left out; context_retrieve(iteration=N) returns the tool output of one]",
                        "{\"n\":10}");
        assertThat(Conversation.forwarded(
                        transcript.first(12), policy.plan(transcript.first(12), Decisions.none(), CONDITIONS)))
                .as("nothing was dropped")
                .noneMatch(text -> text.contains("left out"));
    }

    @Test
    void plan_summaryOfWhatTheWindowDropped_standsInItsPlace() {
        Transcript transcript = iterations(15).transcript();
        Summary summary = new Summary(0, 9, transcript.first(22).tip(), "ten files were read");

        List<String> forwarded = Conversation.forwarded(
                transcript, policy.plan(transcript, Decisions.none(), CONDITIONS.withSummaries(List.of(summary))));

        assertThat(forwarded)
                .startsWith(
                        "be good",
                        "go",
                        "[Summary of iterations 0 to 9, which are no longer shown]\nten files were read",
                        "{\"n\":10}")
                .hasSize(2 + 1 + 10);
    }

    @Test
    void plan_summaryOfWhatIsStillShownOrOfAnotherBranchOrTooLong_isNotShown() {
        Transcript transcript = iterations(14).transcript();
        Transcript later = iterations(15).transcript();
        Summary summary = new Summary(0, 9, transcript.first(22).tip(), "ten files were read");
        Summary elsewhere = new Summary(0, 9, Hash.of("elsewhere"), "ten files were read");
        Summary tooLong = new Summary(0, 9, transcript.first(22).tip(), "word ".repeat(900));
        List<String> without = Conversation.forwarded(later, policy.plan(later, Decisions.none(), CONDITIONS));

        assertThat(policy.plan(transcript, Decisions.none(), CONDITIONS.withSummaries(List.of(summary))))
                .isEqualTo(policy.plan(transcript, Decisions.none(), CONDITIONS));
        for (Summary useless : List.of(elsewhere, tooLong)) {
            assertThat(Conversation.forwarded(
                            later, policy.plan(later, Decisions.none(), CONDITIONS.withSummaries(List.of(useless)))))
                    .isEqualTo(without);
        }
    }
}
