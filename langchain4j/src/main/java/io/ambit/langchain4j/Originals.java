package io.ambit.langchain4j;

import io.ambit.core.context.Retrieval;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.ToolFailure;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.LedgerOutput;
import io.ambit.core.session.OutputId;
import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code context_retrieve} from the tool outputs of a conversation as they came. */
final class Originals {
    private Originals() {}

    static String answer(String arguments, Transcript transcript) {
        List<LedgerOutput> outputs = new ArrayList<>();
        for (ToolExchange exchange : transcript.exchanges()) {
            String text = exchange.result().text();
            Hash content = Hash.of(text);
            outputs.add(new LedgerOutput(
                    Math.max(0, exchange.iteration()),
                    exchange.result().callId(),
                    exchange.toolName(),
                    exchange.call() == null ? "" : exchange.call().arguments(),
                    OutputId.of(content, OutputId.MIN_LENGTH),
                    content,
                    text,
                    ToolFailure.isFailure(text)));
        }
        return Retrieval.answer(arguments, outputs);
    }
}
