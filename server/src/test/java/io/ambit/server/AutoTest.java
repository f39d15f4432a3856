package io.ambit.server;

import static io.ambit.server.SeveralUpstreams.questions;
import static io.ambit.server.SeveralUpstreams.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.ModelPrice;
import io.ambit.core.economics.PriceTable;
import io.ambit.core.routing.Chooser;
import io.ambit.core.routing.CostTarget;
import io.ambit.core.routing.Difficulty;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import io.ambit.core.session.Route;
import io.ambit.gateway.route.RoutingSettings;
import io.ambit.gateway.route.UpstreamKey;
import io.ambit.gateway.route.UpstreamSettings;
import io.ambit.testkit.model.ScriptedAnswer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ambit/auto} between a small model here and a big one elsewhere. */
class AutoTest {
    private static final String EASY = "{\"role\":\"user\",\"content\":\"hello\"}";
    private static final String HARD = "{\"role\":\"user\",\"content\":\"Why does Main.java not compile?\"}";
    private static final String IMAGE =
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is this?\"},"
                    + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AAAA\"}}]}";
    private static final String TOOLS = ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"read\","
            + "\"parameters\":{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\"}},"
            + "\"required\":[\"path\"]}}}]";

    /** The share of prompts that the big model gets. */
    private static final RoutingSettings NONE = aim(0);

    private static final RoutingSettings HALF = aim(0.5);
    private static final RoutingSettings ALL = aim(1);

    @TempDir
    private Path data;

    @Test
    void auto_easyPrompt_staysOnThisMachineUnderTheModelsName() throws Exception {
        try (SeveralUpstreams several = start(HALF)) {
            assertThat(ask(several, EASY, "").body()).contains("from near");
            assertThat(several.near.lastRequest().text()).contains("\"model\":\"small\"");
            Route route = lastRoute(several);
            assertThat(route.upstream()).isEqualTo("near");
            assertThat(route.model()).isEqualTo("small");
            assertThat(route.reason()).startsWith("easy");
            assertThat(route.propensity()).isEqualTo(1);
        }
    }

    @Test
    void auto_hardPrompt_goesToTheStrongerModel() throws Exception {
        try (SeveralUpstreams several = start(HALF)) {
            assertThat(ask(several, HARD, TOOLS).body()).contains("from far");
            assertThat(lastRoute(several).reason()).startsWith("hard").contains("tools", "code");
        }
    }

    @Test
    void auto_image_goesToWhoSees() throws Exception {
        try (SeveralUpstreams several = start(NONE)) {
            assertThat(ask(several, IMAGE, "").body()).contains("from far");
        }
    }

    @Test
    void auto_toolsForAModelWithoutThem_goesToTheOther() throws Exception {
        Profiles profiles = new Profiles(List.of(new ModelProfile(
                "small",
                List.of("small"),
                null,
                8_000,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                ToolDialect.NONE,
                null,
                Structure.PLAIN,
                "",
                List.of())));
        try (SeveralUpstreams several = SeveralUpstreams.start(
                data,
                AutoTest::fast,
                far -> far,
                settings -> settings.withProfiles(profiles).withRouting(NONE),
                says("from near"),
                says("from far"))) {
            assertThat(ask(several, EASY, "").body()).contains("from near");
            assertThat(ask(several, EASY, TOOLS).body()).contains("from far");
        }
    }

    @Test
    void auto_longContext_goesToTheLargerWindow() throws Exception {
        String text = "{\"role\":\"user\",\"content\":\"" + "word ".repeat(1_000) + "\"}";
        try (SeveralUpstreams several = start(NONE, near -> near.withWindowTokens(1_000), far -> far)) {
            assertThat(ask(several, EASY, "").body()).contains("from near");
            assertThat(ask(several, text, "").body()).contains("from far");
        }
    }

    @Test
    void auto_sameSession_keepsItsModel() throws Exception {
        try (SeveralUpstreams several = start(HALF)) {
            ask(several, HARD, TOOLS);
            several.server.lastStep(step -> step.end() != null);
            String next = HARD + ",{\"role\":\"assistant\",\"content\":\"from far\"}," + EASY;
            assertThat(ask(several, next, TOOLS).body()).contains("from far");
            Route route = several.server
                    .lastStep(step -> step.id().number() == 1 && step.end() != null)
                    .end()
                    .route();
            assertThat(route.reason()).isEqualTo("as before in this session");
        }
        // A session of its own shows what it would have been.
        try (SeveralUpstreams several = start(data.resolve("other"), HALF, says("from near"))) {
            assertThat(ask(several, EASY, TOOLS).body()).contains("from near");
        }
    }

    @Test
    void auto_brokenToolCall_sessionGoesOnWithTheStrongerModel() throws Exception {
        ScriptedAnswer broken = ScriptedAnswer.calls("", new ScriptedAnswer.Call("call_1", "read", "{\"path\":"));
        try (SeveralUpstreams several = start(data, NONE, broken)) {
            ask(several, EASY, TOOLS);
            assertThat(lastRoute(several).failure()).isEqualTo("the arguments of a tool call are no JSON object");
            assertThat(ask(several, EASY + afterCall("{\\\"path\\\":"), TOOLS).body())
                    .contains("from far");
            Route route = several.server
                    .lastStep(step -> step.id().number() == 1 && step.end() != null)
                    .end()
                    .route();
            assertThat(route.reason()).isEqualTo("the stronger model, after a failure");
        }
    }

    @Test
    void auto_wholeToolCall_sessionGoesOnWithItsModel() throws Exception {
        ScriptedAnswer whole = ScriptedAnswer.calls("", new ScriptedAnswer.Call("call_1", "read", "{\"path\":\"a\"}"));
        try (SeveralUpstreams several = start(data, NONE, whole, ScriptedAnswer.text("from near"))) {
            ask(several, EASY, TOOLS);
            assertThat(lastRoute(several).failure()).isEmpty();
            assertThat(ask(several, EASY + afterCall("{\\\"path\\\":\\\"a\\\"}"), TOOLS)
                            .body())
                    .contains("from near");
        }
    }

    @Test
    void auto_modelDoesNotAnswer_theOtherDoes() throws Exception {
        ScriptedAnswer down = ScriptedAnswer.answer(503, Map.of(), new byte[0]);
        try (SeveralUpstreams several = start(data, NONE, down)) {
            assertThat(ask(several, EASY, "").body()).contains("from far");
            assertThat(several.far.lastRequest().text()).contains("\"model\":\"big\"");
        }
    }

    @Test
    void auto_budgetSpent_choosesLocalModels() throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 1);
        PriceTable prices = PriceTable.published()
                .with(List.of(new ModelPrice("test", "big", day, day, 1_000, 1_000, 1_000, 1_000, 1_000)));
        RoutingSettings cent =
                ALL.withChoice(new CostTarget.StrongShare(1), 0, 0.01).withPrices(prices);
        try (SeveralUpstreams several = start(cent)) {
            assertThat(ask(several, EASY, "").body()).contains("from far");
            several.server.lastStep(step -> step.end() != null);
            assertThat(ask(several, HARD, "").body()).contains("from near");
            assertThat(several.ask("big").body()).contains("from far");
        }
    }

    @Test
    void auto_otherOneIsLocked_nothingLeavesThisMachine() throws Exception {
        try (SeveralUpstreams several =
                start(ALL, near -> near, far -> far.withKey(UpstreamKey.own(SeveralUpstreams.FAR_KEY)))) {
            assertThat(ask(several, HARD, TOOLS).body()).contains("from near");
            assertThat(ask(several, IMAGE, "").statusCode()).isEqualTo(400);
            assertThat(questions(several.far)).isEmpty();
            assertThat(several.post(
                                    "/v1/chat/completions",
                                    body(HARD, ""),
                                    "Authorization",
                                    "Bearer " + RunningServer.TOKEN)
                            .body())
                    .contains("from far");
        }
    }

    @Test
    void auto_clientBringsNoKeyForTheOther_isNotSentThere() throws Exception {
        try (SeveralUpstreams several = start(ALL, near -> near, far -> far.withKey(UpstreamKey.CLIENT))) {
            assertThat(ask(several, HARD, "").body()).contains("from near");
            assertThat(several.post("/v1/chat/completions", body(EASY, ""), "Authorization", "Bearer sk-client")
                            .body())
                    .contains("from far");
        }
    }

    @Test
    void auto_learnedEstimate_changesTheChoice() throws Exception {
        Difficulty learned = new Difficulty() {
            @Override
            public double rank(String prompt) {
                return 1;
            }

            @Override
            public int rows() {
                return 100_000;
            }
        };
        try (SeveralUpstreams several = start(HALF.withChooser(new Chooser(learned)))) {
            assertThat(ask(several, EASY, "").body()).contains("from far");
            assertThat(lastRoute(several).reason()).contains("of 100000 known prompts");
        }
    }

    private static RoutingSettings aim(double share) {
        return SeveralUpstreams.ROUTING.withChoice(new CostTarget.StrongShare(share), 0, 1);
    }

    private static UpstreamSettings fast(UpstreamSettings near) {
        return near.withTier(UpstreamSettings.Tier.FAST, true);
    }

    private SeveralUpstreams start(RoutingSettings routing) {
        return start(routing, near -> near, far -> far);
    }

    private SeveralUpstreams start(
            RoutingSettings routing, UnaryOperator<UpstreamSettings> near, UnaryOperator<UpstreamSettings> far) {
        return SeveralUpstreams.start(
                data,
                one -> near.apply(fast(one)),
                far,
                settings -> settings.withRouting(routing),
                says("from near"),
                says("from far"));
    }

    private static SeveralUpstreams start(Path data, RoutingSettings routing, ScriptedAnswer... nears) {
        return SeveralUpstreams.start(
                data, AutoTest::fast, far -> far, settings -> settings.withRouting(routing), nears, says("from far"));
    }

    private static String body(String messages, String more) {
        return "{\"model\":\"ambit/auto\",\"messages\":[" + messages + "]" + more + "}";
    }

    private static HttpResponse<String> ask(SeveralUpstreams several, String messages, String more) throws Exception {
        return several.post("/v1/chat/completions", body(messages, more));
    }

    private static String afterCall(String arguments) {
        return ",{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"read\",\"arguments\":\"" + arguments + "\"}}]},"
                + "{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"done\"}";
    }

    private static Route lastRoute(SeveralUpstreams several) {
        return several.server.lastStep(step -> step.end() != null).end().route();
    }
}
