package io.ambit.gateway.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferedToolsTest {
    private static OfferedTools read(String name, String more) {
        byte[] json = Utf8.encode(
                "[{\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"parameters\":{}" + more + "}}]");
        return OfferedTools.read(Hash.of(json), json);
    }

    @ParameterizedTest
    @CsvSource({
        "get_weather,,false",
        "frobnicate,,true",
        "delete_item,,true",
        "get_weather,false,true",
        "frobnicate,true,false",
        "delete_item,true,true",
    })
    void writes_byAnnotationAndName_inDoubtItDoes(String name, String readOnly, boolean writes) {
        String more = readOnly == null ? "" : ",\"annotations\":{\"readOnlyHint\":" + readOnly + "}";
        OfferedTools tools = read(name, more);
        assertThat(tools.has(name)).isTrue();
        assertThat(tools.writes(name)).isEqualTo(writes);
    }

    @Test
    void read_noJson_isNoTool() {
        byte[] json = Utf8.encode("[{");
        assertThat(OfferedTools.read(Hash.of(json), json).tools()).isEmpty();
    }
}
