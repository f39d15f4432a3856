package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.GeneratedBodies;
import io.ambit.testkit.Seed;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"b":1,"a":2}             | { "a" : 2 , "b" : 1 }
            {"a":1,"a":2}             | {"a":2}
            [1.0,1e2,-0,0.10]         | [1,100,0,0.1]
            "\\u00e9\\/\\u0041"       | "é/A"
            {"x":{"d":[1],"c":null}}  | {"x":{"c":null,"d":[1.0]}}
            12345678901234567890123.0 | 12345678901234567890123
            """)
    void ofText_equalValues_areSpelledAlike(String one, String other) {
        assertThat(CanonicalJson.ofText(one)).isEqualTo(CanonicalJson.ofText(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"x":{"a":1}} | {"x":{"a":2}}
            [1,2]         | [2,1]
            1             | "1"
            {"a":null}    | {}
            0.1           | 0.10000000000000001
            1e400         | 1e401
            """)
    void ofText_otherValues_areSpelledOtherwise(String one, String other) {
        assertThat(CanonicalJson.ofText(one)).isNotEqualTo(CanonicalJson.ofText(other));
    }

    @Test
    void ofText_noJson_isTheTextItself() {
        assertThat(CanonicalJson.ofText("{ not json")).isEqualTo("{ not json");
    }

    @Test
    void of_withoutMembers_leavesThemOutAtAnyDepth() {
        byte[] source = Utf8.encode("{\"m\":1,\"a\":[{\"m\":2,\"b\":\"m\"}]}");
        assertThat(CanonicalJson.of(Json.parse(source), source, Set.of("m"))).isEqualTo("{\"a\":[{\"b\":\"m\"}]}");
    }

    @Test
    void ofText_hugeExponents_stayShort() {
        assertThat(CanonicalJson.ofText("[1e999999999,-1e-999999999,1e99999999999]"))
                .hasSizeLessThan(60);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void ofText_generatedDocument_meansTheSameAndIsCanonicalAlready(Seed seed) {
        String canonical = CanonicalJson.ofText(Utf8.decode(GeneratedBodies.random(seed)));
        assertThat(CanonicalJson.ofText(canonical)).as("%s", seed).isEqualTo(canonical);
    }
}
