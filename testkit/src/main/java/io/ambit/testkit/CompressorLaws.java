package io.ambit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Shown;
import io.ambit.core.compress.lines.BlockComments;
import io.ambit.core.compress.lines.LineText;
import io.ambit.core.compress.lines.LosslessForm;
import io.ambit.core.compress.shared.EditEcho;
import io.ambit.core.compress.shared.IdentifierDigest;
import io.ambit.core.compress.shared.NumberedView;
import io.ambit.core.compress.shared.SharedLines;
import io.ambit.core.compress.shared.ShownText;
import io.ambit.core.compress.structured.StructuredText;
import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.context.Policies;
import io.ambit.core.context.RetrieveTool;
import io.ambit.core.economics.Chars4TokenCounter;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What must hold of every compressor for any text: it never throws, never grows, and does the same each time. */
public final class CompressorLaws {
    private static final TokenCounter TOKENS = new Chars4TokenCounter();
    private static final List<String> POLICIES = List.of(
            "safe",
            "balanced",
            "tight",
            "custom:floor=20:slope=0:ceiling=100:code=0:digest=60:maskFrom=1:maskYoung=50:maskOld=50:maskOldAfter=1:maskGain=1");

    private CompressorLaws() {}

    /**
     * Tries each compressor.
     *
     * @param before what the model saw earlier
     * @param budget in characters
     */
    public static void check(String text, String before, int budget) {
        Asked asked =
                new Asked("read", "{\"path\":\"" + (before.length() > 9 ? before.substring(0, 9) : before) + "\"}");
        notLonger(text, () -> LosslessForm.of(copy(text)));
        notLonger(text, () -> BlockComments.shorten(copy(text)));
        notLonger(text, () -> NumberedView.withoutBlankLines(copy(text)));
        notLonger(text, () -> EditEcho.around(copy(text), List.of(before)));
        notLonger(
                text,
                () -> LineText.within(copy(text), budget, asked, shown(before)).text());
        notLonger(text, () -> {
            SharedLines lines = new SharedLines();
            lines.add(copy(before));
            return lines.replace(copy(text), SharedLines.Limits.USUAL, number -> "#a1b2c3");
        });
        same(() -> {
            StructuredText structured = StructuredText.read(copy(text));
            return structured == null
                    ? ""
                    : structured.whole(shown(before))
                            + structured.plainText()
                            + structured.within(budget, asked, shown(before)).text();
        });
        List<String> lost = same(() -> IdentifierDigest.of(copy(text), before, shown(before), budget));
        assertThat(String.join(" ", lost).length()).as("digest").isLessThanOrEqualTo(budget);
        for (String policy : POLICIES) {
            plans(policy, List.of(before, text, before, text));
        }
    }

    private static Shown shown(String before) {
        ShownText shown = new ShownText();
        shown.add(before);
        return shown;
    }

    private static void notLonger(String text, Supplier<String> form) {
        assertThat(same(form).length()).as("length").isLessThanOrEqualTo(text.length());
    }

    private static <T> T same(Supplier<T> form) {
        T first = form.get();
        assertThat(form.get()).as("done again").isEqualTo(first);
        return first;
    }

    /** A text of the same characters that shares nothing with the first one. */
    private static String copy(String text) {
        return new String(text.toCharArray());
    }

    /** What a policy makes of a conversation with these outputs, step by step and at once. */
    private static void plans(String name, List<String> outputs) {
        List<Message> messages = new ArrayList<>();
        messages.add(Message.of(Role.USER, List.of(new Part.Text("go on", Span.NONE))));
        ContextPolicy policy = Policies.parse(name);
        Conditions conditions = Conditions.typical(TOKENS);
        Decisions decisions = Decisions.none();
        for (int n = 0; n < outputs.size(); n++) {
            Part call = new Part.ToolCall("c" + n, "read", "{\"n\":" + n + "}", Span.NONE);
            messages.add(Message.of(Role.ASSISTANT, List.of(call)));
            messages.add(Message.of(Role.TOOL, List.of(new Part.ToolResult("c" + n, outputs.get(n), Span.NONE))));
            Transcript transcript = Transcript.of(messages);
            Decisions earlier = decisions;
            decisions = policy.plan(transcript, earlier, conditions);
            assertThat(Policies.parse(name).plan(transcript, earlier, conditions))
                    .as("%s, planned by another process", name)
                    .isEqualTo(decisions);
            for (ToolExchange exchange : transcript.exchanges()) {
                check(name, exchange.result().text(), decisions.get(PartKey.of(transcript, exchange)));
            }
        }
    }

    private static void check(String policy, String text, @Nullable Decision decision) {
        if (decision instanceof Decision.Replacement replacement) {
            assertThat(TOKENS.count(replacement.shown())).as(policy).isLessThan(TOKENS.count(text));
        }
        if (decision instanceof Decision.Cut cut) {
            assertThat(cut.id())
                    .as(policy)
                    .isEqualTo(OutputId.of(Hash.of(text), cut.id().value().length()));
            assertThat(cut.shown()).as(policy).contains(RetrieveTool.NAME + " id=" + cut.id());
        }
    }
}
