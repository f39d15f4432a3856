package io.ambit.store.backlog;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Jazzer's way in: replays its corpus in a normal build, searches with {@code JAZZER_FUZZ=1}. */
class BacklogFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void file_anyBytes_isReadOrNamed(byte[] data) {
        BacklogFuzzCases.file(data);
    }

    @FuzzTest(maxDuration = "10m")
    void path_anyBytes_isDecodedOnce(byte[] data) {
        BacklogFuzzCases.path(data);
    }
}
