package io.ambit.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.ambit.core.text.Utf8;
import io.ambit.testkit.CompressorLaws;

/** Jazzer's way into the compressors: it looks for a text that one of them fails at. */
class CompressorFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void compressors_anyText_neitherThrowNorGrow(byte[] data) {
        if (data.length < 2) {
            return;
        }
        int budget = (data[0] & 0xff) * (data[0] & 0xff);
        int border = 2 + (data[1] & 0xff) * (data.length - 2) / 256;
        CompressorLaws.check(Utf8.decode(data, border, data.length), Utf8.decode(data, 2, border), budget);
    }
}
