package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedMessage;
import io.ambit.core.economics.CountedText;
import io.ambit.core.economics.CountedTexts;
import io.ambit.core.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of one trajectory, as recorded and as forwarded, each distinct one read and counted once: requests
 * repeat nearly all of what the one before them held.
 */
final class ScoredMessages {
    private final CountedTexts texts;
    private final Map<String, ScoredMessage> byBytes = new HashMap<>();

    /** A message with its size. */
    record ScoredMessage(RecordedMessage message, CountedText text, String hash) {}

    ScoredMessages(CountedTexts texts) {
        this.texts = texts;
    }

    ScoredMessage of(RecordedMessage message) {
        return byBytes.computeIfAbsent(key(message.raw(), 0, message.raw().length), key -> scored(message));
    }

    /** The messages of a request body. */
    List<ScoredMessage> ofBody(byte[] body) {
        Json messages = Json.parse(body).get("messages");
        List<ScoredMessage> all = new ArrayList<>();
        if (messages == null) {
            return all;
        }
        for (Json item : messages.items()) {
            all.add(byBytes.computeIfAbsent(
                    key(body, item.start(), item.end()),
                    key -> scored(RecordedMessage.read(Arrays.copyOfRange(body, item.start(), item.end())))));
        }
        return all;
    }

    private ScoredMessage scored(RecordedMessage message) {
        return new ScoredMessage(message, texts.of(message.text()), message.hash());
    }

    /** Bytes as a key: one character a byte, which is the fastest form that Java compares. */
    private static String key(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
