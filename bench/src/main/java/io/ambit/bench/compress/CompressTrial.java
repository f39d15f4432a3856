package io.ambit.bench.compress;

import io.ambit.core.compress.Compressed;
import io.ambit.core.context.Conditions;
import io.ambit.core.context.ContextPolicy;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.spi.TokenCounter;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import io.ambit.wire.chat.OpenAiChatCodec;
import java.util.List;

/**
 * What a policy shows of a text that a tool has just answered, in a session that holds nothing else.
 *
 * @param name of the text, its file say
 * @param kind by which it was compressed
 * @param how it is shown: "whole", "same values, shorter form", "cut"
 * @param charactersBefore of the text
 * @param charactersAfter of what is shown
 * @param tokensBefore of the text
 * @param tokensAfter of what is shown
 * @param shown what the model sees
 * @param kept what stands in it and why, by the compressor's own account; none where it stands whole
 */
public record CompressTrial(
        String name,
        String kind,
        String how,
        int charactersBefore,
        int charactersAfter,
        int tokensBefore,
        int tokensAfter,
        String shown,
        List<Compressed.Kept> kept) {
    public CompressTrial {
        kept = List.copyOf(kept);
    }

    /** Tries a policy on a text. */
    public static CompressTrial of(String name, String text, ContextPolicy policy, TokenCounter tokens) {
        Transcript transcript = new OpenAiChatCodec().parse(body(text)).transcript();
        Decisions decisions = policy.plan(transcript, Decisions.none(), Conditions.typical(tokens));
        int last = transcript.size() - 1;
        Decision decision = decisions.get(new PartKey(transcript.chain().get(last), 0));
        boolean shorter = decision instanceof Decision.Replacement;
        String shown = decision instanceof Decision.Replacement replacement ? replacement.shown() : text;
        int budget = Math.max(1, shown.length());
        Compressed compressed = OutputKind.within(text, decision instanceof Decision.Cut ? budget : text.length() + 1);
        return new CompressTrial(
                name,
                compressed.kind(),
                decision instanceof Decision.Cut ? "cut" : shorter ? "same values, shorter form" : "whole",
                text.length(),
                shown.length(),
                tokens.count(text),
                tokens.count(shown),
                shown,
                decision instanceof Decision.Cut ? compressed.kept() : List.of());
    }

    private static byte[] body(String text) {
        return Utf8.encode("{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"go on\"},"
                + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\","
                + "\"function\":{\"name\":\"tool\",\"arguments\":\"{}\"}}]},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":" + JsonStrings.quote(text) + "}],"
                + "\"tools\":[]}");
    }
}
