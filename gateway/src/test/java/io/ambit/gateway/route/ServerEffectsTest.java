package io.ambit.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.Utf8;
import io.ambit.wire.WireFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerEffectsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            OPENAI_CHAT | {"store":true} | true
            OPENAI_CHAT | {"store":false,"tools":[{"type":"function"}]} | false
            OPENAI_CHAT | {"web_search_options":{}} | true
            OPENAI_RESPONSES | {"input":"x"} | true
            OPENAI_RESPONSES | {"store":false} | false
            OPENAI_RESPONSES | {"store":false,"background":true} | true
            OPENAI_RESPONSES | {"store":false,"conversation":"conv_1"} | true
            OPENAI_RESPONSES | {"store":false,"tools":[{"type":"web_search"}]} | true
            OPENAI_RESPONSES | {"store":false,"tools":[{"type":"function"},{"type":"custom"}]} | false
            ANTHROPIC | {"tools":[{"name":"read"}]} | false
            ANTHROPIC | {"tools":[{"name":"s","type":"web_search_20250305"}]} | true
            ANTHROPIC | {"mcp_servers":[]} | true
            OLLAMA_CHAT | {} | false
            OPENAI_CHAT | no JSON | true
            """)
    void arePossible_request_isWhatItsServerMayDo(WireFormat format, String body, boolean expected) {
        assertThat(ServerEffects.arePossible(format, Utf8.encode(body))).isEqualTo(expected);
    }
}
