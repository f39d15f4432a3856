package io.ambit.wire.chat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** Jazzer's way in: replays its corpus in a normal build, searches with {@code JAZZER_FUZZ=1}. */
class WireFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void request_anyBytes_isReadOrRefused(byte[] data) {
        FuzzCases.request(data);
    }

    @FuzzTest(maxDuration = "10m")
    void answer_anyBytes_passWithoutHiddenCalls(byte[] data) {
        int control = data.length > 0 ? data[0] : 0;
        int from = Math.min(1, data.length);
        // Two rounds, with a zero byte between them.
        int border = from;
        while (border < data.length && data[border] != 0) {
            border++;
        }
        FuzzCases.answer(
                control,
                Arrays.copyOfRange(data, from, border),
                Arrays.copyOfRange(data, Math.min(border + 1, data.length), data.length));
    }
}
