package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeReadTest {
    private static Object of(String text) {
        return JsonTree.of(Json.parse(text));
    }

    @Test
    void of_everyKindOfValue_isPlain() {
        assertThat(of("{\"a\":[1,\"x\",true,null,{\"b\":2.5}]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, "x", true, null, Map.of("b", new BigDecimal("2.5")))));
        assertThat(of("null")).isNull();
        assertThat(of("[]")).isEqualTo(List.of());
    }

    @Test
    void of_duplicateMembers_theLastCounts() {
        assertThat(of("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(Map.of("a", 3L, "b", 2L));
    }

    @Test
    void of_numbers_keepTheirValue() {
        assertThat(of("-7")).isEqualTo(-7L);
        assertThat(of("999999999999999999")).isEqualTo(999_999_999_999_999_999L);
        assertThat(of("9223372036854775808")).isEqualTo(new BigDecimal("9223372036854775808"));
        assertThat(of("1.0")).isEqualTo(new BigDecimal("1.0"));
        assertThat(of("1e400")).isEqualTo(new BigDecimal("1e400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e-99999999999"})
    void of_numberBeyondAllSense_isRefused(String number) {
        assertThatThrownBy(() -> of("{\"n\":" + number + "}")).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void of_numberOfThousandsOfDigits_isRefused() {
        String digits = "9".repeat(100_000);

        assertThatThrownBy(() -> of(digits)).isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void of_nestedTooDeep_isRefused() {
        assertThat(of("[".repeat(400) + "]".repeat(400))).isInstanceOf(List.class);
        assertThatThrownBy(() -> of("[".repeat(900) + "]".repeat(900))).isInstanceOf(JsonSyntaxException.class);
        assertThatThrownBy(() -> of("{\"a\":".repeat(900) + "1" + "}".repeat(900)))
                .isInstanceOf(JsonSyntaxException.class);
    }

    @Test
    void write_whatWasRead_isTheSameValue() {
        String text = "{\"a\":[1,2.50,\"\\u0000\\ud800 \\\"\",null,false],\"\":{\"b\":{}},\"c\":[]}";

        Object tree = of(text);

        assertThat(JsonTree.of(Json.parse(JsonTree.write(tree)))).isEqualTo(tree);
    }
}
