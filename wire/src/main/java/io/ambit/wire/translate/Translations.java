package io.ambit.wire.translate;

import io.ambit.wire.Translation;
import io.ambit.wire.WireFormat;
import io.ambit.wire.translate.anthropic.AnthropicToChat;
import io.ambit.wire.translate.ollama.ChatToOllama;
import io.ambit.wire.translate.responses.ResponsesToChat;
import java.util.List;
import java.util.Optional;

/** The translations that there are. */
public final class Translations {
    private static final List<Translation> ALL =
            List.of(new AnthropicToChat(), new ResponsesToChat(), new ChatToOllama(0));

    private Translations() {}

    /** The one between two formats; empty where there is none. */
    public static Optional<Translation> of(WireFormat from, WireFormat to) {
        return ALL.stream()
                .filter(translation -> translation.from() == from && translation.to() == to)
                .findFirst();
    }
}
