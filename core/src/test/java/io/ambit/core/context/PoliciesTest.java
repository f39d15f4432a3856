package io.ambit.core.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

    @Test
    void parse_name_givesPolicyOfThatName() {
        for (String name : Policies.names()) {
            assertThat(Policies.parse(name).name()).isEqualTo(name);
        }
    }

    @Test
    void parse_classicOptions_areSetAndNamed() {
        String spec = "classic:cut=100:window=2:summary_interval=3:summary_tokens=90:summaries=off";

        assertThat(Policies.parse(spec)).isInstanceOfSatisfying(ClassicPolicy.class, classic -> {
            assertThat(classic.settings()).isEqualTo(new ClassicSettings(100, 2, 3, 90, false));
            assertThat(classic.name()).isEqualTo(spec);
        });
        assertThat(Policies.parse("classic:window=5:summaries=on").name()).isEqualTo("classic");
    }

    @ParameterizedTest
    @CsvSource({
        "balance, 'off, safe, balanced, tight, classic, semantic, custom'",
        "'', 'off, safe, balanced, tight, classic, semantic, custom'",
        "custom:flor=5, maskOldAfter",
        "custom:slope=101, 0 to 100",
        "custom:slope=-1, whole number",
        "balanced:ceiling=x, whole number",
        "safe:cut=5, no options",
        "classic:cute=5, summary_interval",
        "classic:, summary_interval",
        "classic:cut, whole number",
        "classic:cut=0, whole number",
        "classic:cut=1.5, whole number",
        "classic:summaries=no, on or off"
    })
    void parse_whatIsNone_saysWhatIsExpected(String spec, String expected) {
        assertThatThrownBy(() -> Policies.parse(spec))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(expected);
    }
}
