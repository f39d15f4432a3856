package io.ambit.core.routing.difficulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GainCurveTest {
    @Test
    void recovered_perfectOrder_isWhatAPencilSays() {
        // Two prompts of four gain: half of the strong calls recover the whole gap.
        GainCurve perfect = new GainCurve(new double[] {4, 3, 2, 1}, new double[] {1, 1, 0, 0});
        assertThat(perfect.recovered()).isCloseTo(0.75, within(1e-12));
        assertThat(perfect.shareFor(0.5)).isEqualTo(0.25);
        assertThat(perfect.shareFor(0.8)).isEqualTo(0.5);
        assertThat(perfect.gap()).isEqualTo(0.5);
        assertThat(perfect.at(0.125)).isCloseTo(0.125, within(1e-12));
        GainCurve worst = new GainCurve(new double[] {1, 2, 3, 4}, new double[] {1, 1, 0, 0});
        assertThat(worst.recovered()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void recovered_random_isTheTrapezesOfTheAccuracies() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            int n = 20 + random.nextInt(30);
            double[] estimates = random.doubles(n).toArray();
            double[] gains = random.ints(n, -1, 2).asDoubleStream().toArray();
            gains[0] = n;
            double[] sorted = estimates.clone();
            Arrays.sort(sorted);
            double before = 0;
            double area = 0;
            for (int k = 1; k <= n; k++) {
                double gain = 0;
                for (int i = 0; i < n; i++) {
                    gain += estimates[i] >= sorted[n - k] ? gains[i] / n : 0;
                }
                area += (before + gain) / 2 / n;
                before = gain;
            }
            assertThat(new GainCurve(estimates, gains).recovered()).isCloseTo(area / before, within(1e-9));
        }
    }

    @Test
    void recovered_manyRandomOrders_liesAroundAHalfAsFarAsChanceSays() {
        Random random = new Random(6);
        double[] gains = random.ints(400, -1, 3)
                .asDoubleStream()
                .map(gain -> Math.min(gain, 1))
                .toArray();
        double sum = 0;
        double squares = 0;
        for (int round = 0; round < 500; round++) {
            double recovered = new GainCurve(random.doubles(400).toArray(), gains).recovered();
            sum += recovered / 500;
            squares += (recovered - 0.5) * (recovered - 0.5) / 500;
        }
        assertThat(sum).isCloseTo(0.5, within(0.02));
        assertThat(Math.sqrt(squares)).isCloseTo(GainCurve.chance(gains), within(0.02));
    }

    @Test
    void recovered_equalEstimates_isAHalf() {
        assertThat(new GainCurve(new double[5], new double[] {1, 1, 0, 0, 0}).recovered())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void recovered_noGap_isNotANumber() {
        GainCurve none = new GainCurve(new double[] {1, 2}, new double[] {1, -1});
        assertThat(none.recovered()).isNaN();
        assertThat(none.shareFor(0.5)).isNaN();
        assertThat(new GainCurve(new double[0], new double[0]).recovered()).isNaN();
    }
}
