package io.ambit.bench.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonJsonTest {
    @Test
    void dumps_nestedValues_separatorsAndEscapesArePythons() {
        assertThat(dumps("{\"a\":[1,true,null],\"é\\u007f\":\"🙂\\n\\u0001/\\/\",\"e\":{},\"l\":[]}"))
                .isEqualTo("{\"a\": [1, true, null], \"\\u00e9\\u007f\": \"\\ud83d\\ude42\\n\\u0001//\", "
                        + "\"e\": {}, \"l\": []}");
    }

    @Test
    void dumps_duplicateNames_lastValueAtFirstPlace() {
        assertThat(dumps("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo("{\"a\": 3, \"b\": 2}");
    }

    // What Python 3 prints for json.dumps(json.loads(...)).
    @ParameterizedTest
    @CsvSource({
        "-0, 0",
        "-0.0, -0.0",
        "1.0, 1.0",
        "1e5, 100000.0",
        "1e16, 1e+16",
        "123456789012345680.0, 1.2345678901234568e+17",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "1.50, 1.5",
        "5e-324, 5e-324",
        "2e-323, 2e-323",
        "9007199254740993.0, 9007199254740992.0",
        "1e999, Infinity",
        "-1e999, -Infinity",
        "100000000000000000000000, 100000000000000000000000",
        "2.5e-7, 2.5e-07",
        "1E+2, 100.0",
        "0.1, 0.1",
        "12345.678, 12345.678"
    })
    void dumps_numbers_areSpelledAsPythonDoes(String json, String expected) {
        assertThat(dumps(json)).isEqualTo(expected);
    }

    @Test
    void collectStrings_valuesOnly_namesAndTruthLeftOut() {
        List<String> strings = new ArrayList<>();
        PythonJson.collectStrings(Json.parse("{\"k\":[\"v\",1.50,{\"n\":true,\"o\":\"w\"}],\"k2\":null}"), strings);
        assertThat(strings).containsExactly("v", "1.5", "w");
    }

    private static String dumps(String json) {
        byte[] source = Utf8.encode(json);
        return PythonJson.dumps(Json.parse(source), source);
    }
}
