package io.ambit.bench.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutingTrialTest {
    @TempDir
    private Path folder;

    @Test
    void judge_twoSets_givesFiguresOverallAndForEach() {
        RoutingReport report = new RoutingTrial(prompts(600, 1), 1).judge(prompts(600, 2));
        assertThat(report.learned()).isEqualTo(600);
        assertThat(report.all().apgr()).isGreaterThan(0.6);
        assertThat(report.sets()).containsOnlyKeys("one", "two");
        assertThat(report.all().curve()).hasSize(11);
        assertThat(report.all().curve().get(0)).isEqualTo(report.all().weak());
        assertThat(report.all().curve().get(10)).isEqualTo(report.all().strong());
        Map<String, Object> json = report.json();
        assertThat(json).containsKeys("apgr", "strongFor50", "strongFor80", "curve", "choiceMillis.p50");
        assertThat(json).containsKeys("sets.one.apgr", "sets.two.strongFor50", "sets.two.strongFor80");
        assertThat(((Map<?, ?>) ((Map<?, ?>) json.get("sets")).get("one")).get("apgr"))
                .isEqualTo(json.get("sets.one.apgr"));
    }

    @Test
    void json_noGap_leavesOutWhatIsNotKnown() {
        RoutingTrial trial = new RoutingTrial(prompts(100, 1), 1);
        List<RoutedPrompt> equal = List.of(new RoutedPrompt("one", "x", true, true));
        assertThat(trial.judge(equal).json()).containsKey("weak").doesNotContainKeys("apgr", "strongFor50");
        assertThatThrownBy(() -> trial.judge(List.of())).isInstanceOf(AmbitException.class);
    }

    @Test
    void read_linesOfTheFormat_ignoresWhatItDoesNotKnow() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"set\":\"s\",\"prompt\":\"p\",\"weak_correct\":true,\"strong_correct\":false,\"more\":1}\n");
        assertThat(RoutedPrompt.read(file)).containsExactly(new RoutedPrompt("s", "p", true, false));
        Files.writeString(file, "{\"set\":\"s\",\"prompt\":\"p\",\"weak_correct\":true}\n");
        assertThatThrownBy(() -> RoutedPrompt.read(file)).hasMessageContaining("a.jsonl:1: no 'strong_correct'");
    }

    private static List<RoutedPrompt> prompts(int count, long seed) {
        Random random = new Random(seed);
        List<RoutedPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean hard = random.nextInt(3) == 0;
            prompts.add(new RoutedPrompt(
                    random.nextBoolean() ? "one" : "two",
                    (hard ? "Prove the theorem" : "Name a town") + " of number " + random.nextInt(50),
                    random.nextDouble() < (hard ? 0.2 : 0.8),
                    random.nextDouble() < 0.9));
        }
        return prompts;
    }
}
