package io.ambit.core.tooluse.habit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.tool.ToolDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopRuleTest {
    private static final ToolDefinition GET = Played.tool("get_item", "{\"id\":{\"type\":\"string\"}}", "id");
    private static final ToolDefinition GET_MANY =
            Played.tool("get_items", "{\"ids\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}", "ids");
    private static final ToolDefinition LIST =
            Played.tool("list_items", "{\"epic\":{\"type\":\"string\"},\"page\":{\"type\":\"integer\"}}");

    private static Played loop() {
        return new Played("Compare A1, A2 and A3")
                .call("get_item", "{\"id\":\"A1\"}", item("A1", "E1"))
                .call("get_item", "{\"id\":\"A2\"}", item("A2", "E1"))
                .call("get_item", "{\"id\":\"A3\"}", item("A3", "E1"));
    }

    private static String item(String id, String epic) {
        return "{\"id\":\"" + id + "\",\"title\":\"T " + id + "\",\"epic\":\"" + epic + "\"}";
    }

    @Test
    void find_anotherToolTakesAList_namesTheOneCall() {
        assertThat(loop().findings(GET, GET_MANY)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(HabitKind.LOOP);
            assertThat(finding.positions()).containsExactly(0, 1, 2);
            assertThat(finding.wastedCalls()).isEqualTo(2);
            assertThat(finding.cheaper()).singleElement().satisfies(call -> {
                assertThat(call.tool()).isEqualTo("get_items");
                assertThat(call.arguments()).isEqualTo(Map.of("ids", List.of("A1", "A2", "A3")));
            });
        });
    }

    @Test
    void find_theToolItselfTakesAList_namesTheOneCall() {
        ToolDefinition both = Played.tool(
                "get_item",
                "{\"id\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}}");
        assertThat(loop().findings(both))
                .singleElement()
                .satisfies(finding -> assertThat(finding.cheaper().get(0).arguments())
                        .isEqualTo(Map.of("id", List.of("A1", "A2", "A3"))));
    }

    @Test
    void find_listSeenToReturnSuchItemsWhole_namesItWithTheSharedFilter() {
        String listed = "{\"items\":[" + item("B1", "E2") + "," + item("B2", "E2") + "," + item("B3", "E2") + "]}";
        var other = new Played("List")
                .call("list_items", "{\"epic\":\"E2\"}", listed)
                .session();
        var session = loop().session();
        ToolTraits traits = ToolTraits.learn(List.of(GET, LIST), List.of(session, other));
        assertThat(HabitFinder.find(session, traits))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.cheaper().get(0).arguments()).isEqualTo(Map.of("epic", "E1")));
    }

    @Test
    void find_listSeenToReturnLess_isSilent() {
        var other = new Played("List")
                .call("list_items", "{\"epic\":\"E2\"}", "[{\"id\":\"B1\"},{\"id\":\"B2\"},{\"id\":\"B3\"}]")
                .session();
        var session = loop().session();
        assertThat(HabitFinder.find(session, ToolTraits.learn(List.of(GET, LIST), List.of(session, other))))
                .isEmpty();
    }

    @Test
    void find_noOneCallThatWouldHaveDone_isSilent() {
        assertThat(loop().findings(GET)).isEmpty();
        assertThat(loop().findings(GET, LIST)).isEmpty();
        assertThat(loop().findings()).isEmpty();
    }

    @Test
    void find_eachLookUpRestsOnTheOneBefore_isSilent() {
        assertThat(new Played("Follow A1 to its end")
                        .call("get_item", "{\"id\":\"A1\"}", "{\"next\":\"A2\"}")
                        .call("get_item", "{\"id\":\"A2\"}", "{\"next\":\"A3\"}")
                        .call("get_item", "{\"id\":\"A3\"}", "{\"next\":\"\"}")
                        .findings(GET, GET_MANY))
                .isEmpty();
    }

    @Test
    void find_aWriteBetweenOrANewRequest_isSilent() {
        assertThat(new Played("Fix A1, A2 and A3")
                        .call("get_item", "{\"id\":\"A1\"}", item("A1", "E1"))
                        .call("get_item", "{\"id\":\"A2\"}", item("A2", "E1"))
                        .call("update_item", "{\"id\":\"A2\"}", "ok")
                        .call("get_item", "{\"id\":\"A3\"}", item("A3", "E1"))
                        .findings(GET, GET_MANY))
                .isEmpty();
        assertThat(new Played("A1, A2, A3")
                        .call("get_item", "{\"id\":\"A1\"}", item("A1", "E1"))
                        .call("get_item", "{\"id\":\"A2\"}", item("A2", "E1"))
                        .asked("Now A3")
                        .call("get_item", "{\"id\":\"A3\"}", item("A3", "E1"))
                        .findings(GET, GET_MANY))
                .isEmpty();
    }

    @Test
    void find_paging_isSilent() {
        ToolDefinition pages = Played.tool(
                "list_items",
                "{\"page\":{\"type\":\"integer\"},\"pages\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}");
        assertThat(new Played("All pages: 1, 2, 3")
                        .call("list_items", "{\"page\":1}", "[1,2]")
                        .call("list_items", "{\"page\":2}", "[3,4]")
                        .call("list_items", "{\"page\":3}", "[5,6]")
                        .findings(pages))
                .isEmpty();
    }

    @Test
    void find_moreThanTheListMayHold_isSilent() {
        ToolDefinition few = Played.tool(
                "get_items", "{\"ids\":{\"type\":\"array\",\"maxItems\":2,\"items\":{\"type\":\"string\"}}}", "ids");
        assertThat(loop().findings(GET, few)).isEmpty();
    }
}
