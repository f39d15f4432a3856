package io.ambit.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemovedCountTest {
    private static final String TEXT = "x".repeat(100);
    private static final OutputId ID = OutputId.of(Hash.of(TEXT), OutputId.MIN_LENGTH);

    private final Transcript transcript = Transcript.of(List.of(
            Message.of(Role.USER, List.of(new Part.Text("do it", Span.NONE))),
            call("c1"),
            result("c1"),
            call("c2"),
            result("c2")));
    private final RemovedCount count = new RemovedCount();

    @Test
    void in_cutThatPrintsItsId_isRecovered() {
        assertThat(count.in(transcript, cut("short, id=" + ID))).isEqualTo(new Removed(84, 84, 0, 0, 0));
    }

    @Test
    void in_cutThatPrintsNoId_isNot() {
        assertThat(count.in(transcript, cut("short"))).isEqualTo(new Removed(95, 0, 0, 0, 0));
    }

    @Test
    void in_cutThatPrintsAnIdInsideAWord_isNot() {
        assertThat(count.in(transcript, cut("short x" + ID + "y")).cutRecovered())
                .isZero();
    }

    @Test
    void in_pointerToAWholeOutput_removesNothing() {
        Decisions decisions = decided(Map.of(key(4), point("same as before")));
        assertThat(count.in(transcript, decisions)).isEqualTo(Removed.NONE);
    }

    @Test
    void in_pointerToACutOutput_isRecoveredByTheIdThatStandsThere() {
        Decisions decisions =
                decided(Map.of(key(4), point("same as before"), key(2), new Decision.Cut(ID, "short, id=" + ID, 9)));
        assertThat(count.in(transcript, decisions)).isEqualTo(new Removed(84 + 86, 84 + 86, 0, 0, 0));
    }

    @Test
    void in_pointerToADroppedOutput_isNotRecovered() {
        Decisions decisions = decided(Map.of(
                key(4),
                point("same as before"),
                PartKey.whole(transcript.chain().get(2)),
                Decision.DROP));
        Removed removed = count.in(transcript, decisions);
        assertThat(removed.cut()).isEqualTo(86);
        assertThat(removed.cutRecovered()).isZero();
    }

    @Test
    void in_droppedOutput_comesBackOnlyByAnIdThatWasPrinted() {
        Decisions dropped = decided(Map.of(
                PartKey.whole(transcript.chain().get(1)),
                Decision.DROP,
                PartKey.whole(transcript.chain().get(2)),
                Decision.DROP));

        // The call's arguments are 2 characters, and no call brings them back.
        assertThat(count.in(transcript, dropped)).isEqualTo(new Removed(0, 0, 100, 0, 2));
        count.in(transcript, cut("short, id=" + ID));
        assertThat(count.in(transcript, dropped)).isEqualTo(new Removed(0, 0, 100, 100, 2));
    }

    @Test
    void in_rewrite_removesNothing() {
        Decisions decisions = decided(Map.of(key(2), new Decision.Rewrite("same values", 3)));
        assertThat(count.in(transcript, decisions)).isEqualTo(Removed.NONE);
    }

    private Decisions cut(String shown) {
        return decided(Map.of(key(2), new Decision.Cut(ID, shown, 9)));
    }

    private Decision point(String shown) {
        return new Decision.Point(ID, key(2), shown, 9);
    }

    private static Decisions decided(Map<PartKey, Decision> decisions) {
        return Decisions.none().with(decisions, true);
    }

    private PartKey key(int message) {
        return new PartKey(transcript.chain().get(message), 0);
    }

    private static Message call(String id) {
        return Message.of(Role.ASSISTANT, List.of(new Part.ToolCall(id, "read", "{}", Span.NONE)));
    }

    private static Message result(String id) {
        return Message.of(Role.TOOL, List.of(new Part.ToolResult(id, TEXT, Span.NONE)));
    }
}
