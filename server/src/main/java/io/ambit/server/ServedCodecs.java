package io.ambit.server;

import io.ambit.wire.CachedCodec;
import io.ambit.wire.ResumableCodec;
import io.ambit.wire.WireCodec;
import io.ambit.wire.anthropic.AnthropicCodec;
import io.ambit.wire.chat.OpenAiChatCodec;
import io.ambit.wire.ollama.OllamaChatCodec;
import io.ambit.wire.ollama.OllamaGenerateCodec;
import io.ambit.wire.responses.ResponsesCodec;
import java.util.ArrayList;
import java.util.List;

/** The wire formats that are served; the first is that of requests that do not tell theirs. */
public final class ServedCodecs {
    /** Parsed requests of one format that are kept so that a history that is sent again is not parsed again. */
    private static final long PARSED_BYTES = 64L << 20;

    private ServedCodecs() {}

    /** Each as it is. */
    public static List<WireCodec> plain() {
        return List.of(
                new OpenAiChatCodec(),
                new ResponsesCodec(),
                new AnthropicCodec(),
                new OllamaChatCodec(),
                new OllamaGenerateCodec());
    }

    /** Each, where it can, with what it read last. */
    static List<WireCodec> remembering() {
        List<WireCodec> codecs = new ArrayList<>();
        for (WireCodec codec : plain()) {
            codecs.add(codec instanceof ResumableCodec resumable ? new CachedCodec(resumable, PARSED_BYTES) : codec);
        }
        return codecs;
    }
}
