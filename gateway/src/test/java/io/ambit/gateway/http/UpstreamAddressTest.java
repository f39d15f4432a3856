package io.ambit.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://h:1, http://h:1/v1/models?a=b",
        "http://h:1/, http://h:1/v1/models?a=b",
        "http://h:1/v1, http://h:1/v1/models?a=b",
        "http://h:1/v1/, http://h:1/v1/models?a=b",
        "https://h/api/openai, https://h/api/openai/v1/models?a=b",
        "https://h/api/v1, https://h/api/v1/models?a=b",
        "https://h/apiv1, https://h/apiv1/v1/models?a=b",
    })
    void of_anyBase_keepsItsPathAndOneVersion(URI base, String expected) {
        assertThat(new UpstreamAddress(base).of("/v1/models?a=b")).isEqualTo(expected);
    }
}
