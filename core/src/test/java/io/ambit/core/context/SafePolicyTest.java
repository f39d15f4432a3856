package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafePolicyTest {
    private static final String LONG = "a line of output that is not short\n" + "x".repeat(300);
    private static final Conditions CONDITIONS =
            Conditions.typical(new Chars4TokenCounter()).withRetrieval(false);

    private final SafePolicy policy = new SafePolicy();

    private Decisions plan(Transcript transcript) {
        return policy.plan(transcript, Decisions.none(), CONDITIONS);
    }

    private static Decision of(Transcript transcript, Decisions decisions, int exchange) {
        return decisions.get(PartKey.of(transcript, transcript.exchanges().get(exchange)));
    }

    @Test
    void plan_sameCallSameOutput_pointsAtTheFirst() {
        Transcript transcript = new Conversation()
                .user("go")
                .call("bash", "{\"command\":\"git status\"}", LONG)
                .call("bash", "{\"command\":\"ls\"}", "short")
                .call("bash", "{ \"command\": \"git status\" }", LONG)
                .call("bash", "{\"command\":\"git status\"}", LONG)
                .transcript();

        Decisions decisions = plan(transcript);

        PartKey first = PartKey.of(transcript, transcript.exchanges().get(0));
        assertThat(of(transcript, decisions, 0)).isEqualTo(Decision.KEEP);
        assertThat(of(transcript, decisions, 2)).isInstanceOfSatisfying(Decision.Point.class, point -> {
            assertThat(point.to()).isEqualTo(first);
            assertThat(point.shown())
                    .isEqualTo("[Same output, to the character, as 2 tool results earlier, the same call]");
        });
        // A pointer to a pointer would send the model on a walk.
        assertThat(of(transcript, decisions, 3))
                .isInstanceOfSatisfying(
                        Decision.Point.class, point -> assertThat(point.to()).isEqualTo(first));
    }

    @Test
    void plan_otherCallSameOutput_namesTheOtherCall() {
        Transcript transcript = new Conversation()
                .call("read", "{\"path\":\"a.txt\"}", LONG)
                .call("bash", "{\"command\":\"cat a.txt\"}", LONG)
                .transcript();

        assertThat(of(transcript, plan(transcript), 1))
                .isInstanceOfSatisfying(
                        Decision.Point.class,
                        point -> assertThat(point.shown())
                                .isEqualTo(
                                        "[Same output, to the character, as the tool result before, read {\"path\":\"a.txt\"}]"));
    }

    @Test
    void plan_sameCallOtherOutput_isNoRepeat() {
        Transcript transcript = new Conversation()
                .call("bash", "{\"command\":\"git status\"}", LONG)
                .call("bash", "{\"command\":\"git status\"}", LONG + "!")
                .transcript();

        assertThat(plan(transcript).byKey().values()).containsOnly(Decision.KEEP);
    }

    @Test
    void plan_blocksOfOneResult_areToldApart() {
        Transcript transcript = new Conversation()
                .add(Role.ASSISTANT, new Part.ToolCall("c", "read", "{}", Span.NONE))
                .add(
                        Role.TOOL,
                        new Part.ToolResult("c", "head", Span.NONE),
                        new Part.ToolResult("c", LONG, Span.NONE),
                        new Part.ToolResult("c", LONG, Span.NONE))
                .call("read", "{}", LONG)
                .transcript();

        Decisions decisions = plan(transcript);

        assertThat(of(transcript, decisions, 2))
                .isInstanceOfSatisfying(
                        Decision.Point.class,
                        point -> assertThat(point.shown())
                                .isEqualTo("[Same output, to the character, as block 2 of this result]"));
        assertThat(of(transcript, decisions, 3))
                .isInstanceOfSatisfying(
                        Decision.Point.class,
                        point -> assertThat(point.shown())
                                .isEqualTo(
                                        "[Same output, to the character, as block 2 of the tool result before, the same call]"));
    }

    @Test
    void plan_privateText_staysAsItCame() {
        String secret = "{ \"a\": \"<private>key</private>\",     \"b\":     [ ] }";
        Transcript transcript = new Conversation()
                .call("read", "{}", secret + " ".repeat(200))
                .call("read", "{}", secret + " ".repeat(200))
                .transcript();

        assertThat(plan(transcript).byKey().values()).containsOnly(Decision.KEEP);
    }

    @Test
    void plan_sessionThatClassicHadCut_isWholeAgainAtABoundary() {
        Conversation conversation = new Conversation().user("go");
        for (int i = 0; i < 8; i++) {
            conversation.call("read", "{\"n\":" + i + "}", i + "y".repeat(900));
        }
        Transcript transcript = conversation.transcript();
        Decisions classic =
                new ClassicPolicy().plan(transcript, Decisions.none(), Conditions.typical(new Chars4TokenCounter()));
        assertThat(Conversation.forwarded(transcript, classic)).hasSizeLessThan(transcript.size());

        Decisions safe = policy.plan(transcript, classic, CONDITIONS);
        Decisions off = new OffPolicy().plan(transcript, classic, CONDITIONS);

        assertThat(safe.boundary()).isTrue();
        assertThat(off.boundary()).isTrue();
        assertThat(Conversation.forwarded(transcript, safe))
                .isEqualTo(Conversation.forwarded(transcript, off))
                .isEqualTo(Conversation.forwarded(transcript, Decisions.none()));
        assertThat(policy.plan(transcript, safe, CONDITIONS).boundary()).isFalse();
    }

    @Test
    void plan_keptOnFailure_staysWhole() {
        Transcript transcript = new Conversation()
                .call("read", "{}", LONG)
                .call("read", "{}", LONG)
                .transcript();
        Decisions failedOpen = Decisions.none()
                .with(
                        Map.of(
                                PartKey.of(transcript, transcript.exchanges().get(0)), Decision.KEEP,
                                PartKey.of(transcript, transcript.exchanges().get(1)), Decision.KEEP),
                        false);

        assertThat(policy.plan(transcript, failedOpen, CONDITIONS)).isEqualTo(failedOpen);
    }
}
