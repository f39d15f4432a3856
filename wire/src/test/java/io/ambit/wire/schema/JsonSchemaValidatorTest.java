package io.ambit.wire.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.ambit.core.spi.SchemaValidator.Breach;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JsonSchemaValidatorTest {
    private final JsonSchemaValidator validator = new JsonSchemaValidator();

    @Test
    void breaches_valueThatHolds_areNone() {
        assertThat(breaches("{'type':'object','properties':{'n':{'type':'integer'}}}", "{'n':3}"))
                .isEmpty();
    }

    @Test
    void breaches_everyKeyword_tellPlaceAndName() {
        String schema = "{'type':'object','properties':{'a/b':{'type':'array','items':{'type':'object','properties':"
                + "{'n':{'type':'integer'},'c':{'enum':['x','y']}},'required':['n'],'additionalProperties':false}}}}";

        assertThat(breaches(schema, "{'a/b':[{'n':'1'},{'n':1,'c':'z'},{'m':2}]}"))
                .extracting(Breach::path, Breach::keyword, Breach::property)
                .containsExactlyInAnyOrder(
                        tuple("/a~1b/0/n", "type", ""),
                        tuple("/a~1b/1/c", "enum", ""),
                        tuple("/a~1b/2", "required", "n"),
                        tuple("/a~1b/2", "additionalProperties", "m"));
    }

    @Test
    void breaches_draft7AndDraft202012_readTuplesEachInTheirWay() {
        String tuple = "'properties':{'p':{'type':'array',ITEMS:[{'type':'string'},{'type':'integer'}]}}";
        String draft7 =
                "{'$schema':'http://json-schema.org/draft-07/schema#'," + tuple.replace("ITEMS", "'items'") + "}";
        String draft2020 = "{'$schema':'https://json-schema.org/draft/2020-12/schema',"
                + tuple.replace("ITEMS", "'prefixItems'") + "}";

        assertThat(List.of(draft7, draft2020)).allSatisfy(schema -> {
            assertThat(breaches(schema, "{'p':['a',1]}")).isEmpty();
            assertThat(breaches(schema, "{'p':['a','b']}"))
                    .extracting(Breach::path)
                    .containsExactly("/p/1");
        });
    }

    @Test
    void breaches_alternatives_areToldByTheOneOfTheValuesKind() {
        String schema = "{'properties':{'to':{'anyOf':[{'type':'string'},{'type':'object','properties':"
                + "{'id':{'type':'integer'}},'required':['id']}]}}}";

        assertThat(breaches(schema, "{'to':{'id':'x'}}"))
                .extracting(Breach::path, Breach::keyword)
                .containsExactly(tuple("/to/id", "type"));
        assertThat(breaches(schema, "{'to':7}"))
                .extracting(Breach::path, Breach::keyword)
                .containsExactly(tuple("/to", "type"));
    }

    @Test
    void breaches_referenceToAnotherMachine_fetchNothing() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/s.json";
            for (String keyword : List.of("$ref", "$dynamicRef", "$schema", "$id", "$recursiveRef")) {
                assertThat(breaches(
                                "{'" + keyword + "':'" + address + "','properties':{'n':{'type':'integer','" + keyword
                                        + "':'" + address + "'}}}",
                                "{'n':'x'}"))
                        .hasSize(1);
            }
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void breaches_referenceToAFileOrToNowhere_areNone() {
        assertThat(breaches(
                        "{'properties':{'n':{'$ref':'file:///etc/passwd'},'m':{'$ref':'#/nowhere'}}}", "{'n':1,'m':2}"))
                .isEmpty();
    }

    @Test
    void breaches_recursiveSchema_followTheValue() {
        String schema = "{'properties':{'tree':{'$ref':'#/$defs/node'}},'$defs':{'node':{'type':'object','properties':"
                + "{'name':{'type':'string'},'child':{'$ref':'#/$defs/node'}}}}}";

        assertThat(breaches(schema, "{'tree':{'child':{'child':{'name':3}}}}"))
                .extracting(Breach::path)
                .containsExactly("/tree/child/child/name");
    }

    @Test
    void breaches_schemaThatRefersToItselfInPlace_endWithoutAny() {
        assertThat(breaches("{'$ref':'#'}", "{'n':1}")).isEmpty();
        assertThat(breaches("{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}", "{}"))
                .isEmpty();
    }

    @Test
    void breaches_schemaThatDoublesAtEveryStep_endWithoutAny() {
        StringBuilder schema = new StringBuilder("{'$ref':'#/$defs/d0','$defs':{");
        for (int i = 0; i < 60; i++) {
            String next = "{'$ref':'#/$defs/d" + (i + 1) + "'}";
            schema.append("'d")
                    .append(i)
                    .append("':{'allOf':[")
                    .append(next)
                    .append(',')
                    .append(next)
                    .append("]},");
        }
        schema.append("'d60':{'required':['x']}}}");

        assertThat(breaches(schema.toString(), "{'n':1}")).isEmpty();
    }

    @Test
    void breaches_expressionThatExplodes_endAndBlameNothing() {
        assertThat(breaches("{'properties':{'s':{'pattern':'(.*a){25}b'}}}", "{'s':'" + "a".repeat(60) + "!'}"))
                .isEmpty();
        assertThat(breaches("{'properties':{'s':{'pattern':'^[a-z]+$'}}}", "{'s':'A'}"))
                .hasSize(1);
        assertThat(breaches("{'properties':{'s':{'pattern':'('}}}", "{'s':'A'}"))
                .isEmpty();
    }

    @Test
    void breaches_schemaNestedBeyondSense_areNone() {
        String deep = "{'not':".repeat(400) + "{}" + "}".repeat(400);

        assertThat(breaches(deep, "{'n':1}")).isEmpty();
    }

    private List<Breach> breaches(String schema, String value) {
        return validator.breaches(tree(schema), tree(value));
    }

    private static Map<String, Object> tree(String text) {
        return JsonTree.members((Json.Obj) Json.parse(text.replace('\'', '"')));
    }
}
