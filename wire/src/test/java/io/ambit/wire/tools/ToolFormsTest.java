package io.ambit.wire.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolFormsTest {
    private static final ToolDefinition READ = new ToolDefinition("read", "Reads a file", "", Map.of("type", "object"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // MCP: an answer to tools/list, whole or its result alone
                "{'jsonrpc':'2.0','id':1,'result':{'tools':[{'name':'read','description':'Reads a file','inputSchema':{'type':'object'}}]}}",
                "{'tools':[{'name':'read','description':'Reads a file','inputSchema':{'type':'object'}}]}",
                // OpenAI chat, Ollama
                "{'model':'m','tools':[{'type':'function','function':{'name':'read','description':'Reads a file','parameters':{'type':'object'}}}]}",
                "[{'type':'function','function':{'name':'read','description':'Reads a file','parameters':{'type':'object'}}}]",
                // OpenAI Responses
                "{'tools':[{'type':'function','name':'read','description':'Reads a file','parameters':{'type':'object'},'strict':true}]}",
                // Anthropic
                "{'tools':[{'name':'read','description':'Reads a file','input_schema':{'type':'object'}}]}",
                "{'name':'read','description':'Reads a file','input_schema':{'type':'object'}}",
            })
    void read_form_isTheSameDefinition(String text) {
        assertThat(ToolForms.read("tools.json", text.replace('\'', '"'))).containsExactly(READ);
    }

    @Test
    void read_jsonLines_keepsOrderAndServer() {
        List<ToolDefinition> tools = ToolForms.read("tools.jsonl", """
                {"name":"b","description":"","server":"maps","inputSchema":{}}

                {"name":"a","inputSchema":{"type":"object"}}
                """);

        assertThat(tools).extracting(ToolDefinition::name).containsExactly("b", "a");
        assertThat(tools).extracting(ToolDefinition::server).containsExactly("maps", "");
    }

    @Test
    void read_listOfServers_givesEachToolItsServer() {
        List<ToolDefinition> tools = ToolForms.read(
                "servers.json",
                "[{\"name\":\"maps\",\"tools\":[{\"name\":\"route\",\"description\":\"d\"}]},"
                        + "{\"server\":\"files\",\"tools\":[{\"name\":\"read\",\"description\":\"d\"}]}]");

        assertThat(tools).extracting(ToolDefinition::server).containsExactly("maps", "files");
    }

    @Test
    void of_serverToolsAndOddThings_passesThemOver() {
        Json value = Json.parse("{\"tools\":[{\"type\":\"web_search\"},{\"type\":\"computer\",\"name\":\"computer\"},"
                + "7,null,\"x\",{\"name\":\"\",\"description\":\"d\"},{\"name\":5,\"inputSchema\":{}},"
                + "{\"name\":\"ok\",\"description\":null,\"inputSchema\":null,\"parameters\":{\"a\":1}}]}");

        assertThat(ToolForms.of(value)).containsExactly(new ToolDefinition("ok", "", "", Map.of("a", 1L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "{}", "[]", "{\"tools\":[]}", "null", "{\"name\":\"x\"}\n{\"broken\""})
    void read_noTool_saysWhichFile(String text) {
        assertThatThrownBy(() -> ToolForms.read("tools.json", text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("tools.json");
    }

    @Test
    void read_brokenLine_saysWhichLine() {
        assertThatThrownBy(() -> ToolForms.read("t.jsonl", "{\"name\":\"a\",\"inputSchema\":{}}\n{\"name\":"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("t.jsonl:2");
    }

    @Test
    void read_schemaNestedDeep_isRefusedWithoutHarm() {
        String deep = "{\"name\":\"a\",\"inputSchema\":" + "{\"p\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}";
        assertThatThrownBy(() -> ToolForms.read("deep.json", deep)).isInstanceOf(InvalidInputException.class);

        String lists = "[".repeat(100_000);
        assertThatThrownBy(() -> ToolForms.read("lists.json", lists)).isInstanceOf(InvalidInputException.class);
        String nested = "[".repeat(3_000) + "]".repeat(3_000);
        assertThatThrownBy(() -> ToolForms.read("nested.json", nested)).isInstanceOf(InvalidInputException.class);
    }
}
