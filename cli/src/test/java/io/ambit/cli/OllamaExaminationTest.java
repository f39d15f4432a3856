package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.model.ScriptedOllama;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OllamaExaminationTest {
    private static final String VARIANT = "small:latest-ctx16384";

    @TempDir
    private Path home;

    private static Map<String, String> environment(ScriptedOllama ollama) {
        return Map.of(
                "AMBIT_UPSTREAM", ollama.baseUrl().toString(), "AMBIT_PORT", "0", "AMBIT_OLLAMA_NUM_CTX", "16384");
    }

    private static ScriptedOllama ollama() {
        return ScriptedOllama.start(4096)
                .with("small", 131_072, 0)
                .with("tiny", 2048, 0)
                .with("wide", 65_536, 32_768);
    }

    @Test
    void doctor_smallWindow_saysWhichAndWhatToDo() {
        try (ScriptedOllama ollama = ollama()) {
            Screen screen = Screen.of(home, environment(ollama));
            screen.run("doctor");
            assertThat(screen.out())
                    .contains("small:latest is loaded with a window of 4096 tokens and takes 16384")
                    .contains("'ambit doctor --fix' makes " + VARIANT)
                    .doesNotContain("tiny:latest is loaded")
                    .doesNotContain("wide:latest is loaded");
            assertThat(ollama.models()).doesNotContainKey(VARIANT);
        }
    }

    @Test
    void doctor_fixTwice_makesTheVariantOnce() {
        try (ScriptedOllama ollama = ollama()) {
            Screen.of(home, environment(ollama)).run("doctor", "--fix");
            assertThat(ollama.models().get(VARIANT).numCtx()).isEqualTo(16_384);
            Screen again = Screen.of(home, environment(ollama));
            again.run("doctor", "--fix");
            assertThat(again.out()).contains("each of the 3 models").doesNotContain("small:latest is loaded");
            assertThat(ollama.models()).hasSize(4);
        }
    }

    @Test
    void doctor_atATerminal_asksAndMakesWhatIsWanted() {
        try (ScriptedOllama ollama = ollama()) {
            Screen.typing(home, "n\n", environment(ollama)).run("doctor");
            assertThat(ollama.models()).doesNotContainKey(VARIANT);
            Screen.typing(home, "y\n", environment(ollama)).run("doctor");
            assertThat(ollama.models()).containsKey(VARIANT);
        }
    }
}
