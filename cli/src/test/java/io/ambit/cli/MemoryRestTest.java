package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.text.JsonTree;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Memory over HTTP, in the server as it is started. */
class MemoryRestTest {
    @TempDir
    private static Path home;

    private static GatewayProcess gateway;
    private static String token = "";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Screen screen = Screen.of(home, Map.of("AMBIT_PORT", "0", "AMBIT_UPSTREAM", "http://127.0.0.1:9"));
        gateway = GatewayProcess.start(
                screen.terminal(),
                screen.terminal().config(),
                UpstreamChoice.of(screen.terminal().config(), Map.of()),
                null);
        token = Files.readString(home.resolve("token")).strip();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void anything_withoutToken_isRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(gateway.running().url() + "/rest/memory/records"))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("token_required");
    }

    @Test
    void record_lifeOfOne_isWrittenReadArchivedForgotten() throws Exception {
        JsonNode added = ok(
                201,
                post(
                        "/records",
                        Map.of(
                                "space", "life",
                                "kind", "insight",
                                "content", Map.of("content", "The code word is heliotrope", "tags", "words"),
                                "happenedAt", "2026-01-05",
                                "importance", 0.9,
                                "confidence", 0.7,
                                "author", "agent:a",
                                "session", "s-1")));
        String id = added.get("id").asString();
        JsonNode shown = ok(200, get("/records/" + id + "?space=life"));
        assertThat(shown.get("importance").asDouble()).isEqualTo(0.9);
        assertThat(shown.get("confidence").asDouble()).isEqualTo(0.7);
        assertThat(shown.get("provenance").get("author").asString()).isEqualTo("agent:a");
        assertThat(shown.get("provenance").get("session").asString()).isEqualTo("s-1");
        assertThat(hits("life", "heliotrope")).isEqualTo(1);
        assertThat(ok(200, post("/records/" + id + "/archive", Map.of("space", "life")))
                        .get("changed")
                        .asBoolean())
                .isTrue();
        assertThat(hits("life", "heliotrope")).isZero();
        ok(200, post("/records/" + id + "/restore", Map.of("space", "life")));
        assertThat(hits("life", "heliotrope")).isEqualTo(1);
        ok(200, send("DELETE", "/records/" + id + "?space=life", null));
        assertThat(get("/records/" + id + "?space=life").statusCode()).isEqualTo(404);
        assertThat(hits("life", "heliotrope")).isZero();
    }

    @Test
    void add_wrongParameter_saysWhichAndWhat() throws Exception {
        assertThat(error(post("/records", Map.of("kind", "insight")))).contains("content");
        assertThat(error(post("/records", Map.of("kind", "insight", "contents", Map.of()))))
                .contains("'contents'");
        assertThat(error(post("/records", Map.of("kind", "episode", "content", Map.of("goal", "x")))))
                .contains("episode: no 'outcome'");
        assertThat(error(post("/records", Map.of("space", "a b", "kind", "insight"))))
                .contains("a b");
        assertThat(error(send("POST", "/records", "{\"kind\":"))).contains("expected a JSON object");
        assertThat(error(get("/records?limit=0"))).contains("limit 0");
        assertThat(error(get("/search?query=x&maxTokens=-1"))).contains("-1");
        assertThat(error(get("/search?query=x&profile=odd"))).contains("'odd'");
        assertThat(error(post("/load", Map.of("query", "x", "maxTokens", 0)))).contains("0 tokens");
        assertThat(error(post(
                        "/records",
                        Map.of(
                                "kind",
                                "turn",
                                "content",
                                Map.of("session", "s", "speaker", "a", "text", "t", "position", 9_999_999_999L)))))
                .contains("'position'");
    }

    @Test
    void list_parameters_chooseRecords() throws Exception {
        for (int day = 1; day <= 3; day++) {
            add("listed", "insight", Map.of("content", "Day " + day), "2026-01-0" + day);
        }
        add("listed", "document", Map.of("name", "Note", "text", "Text"), "2026-01-02");
        assertThat(total("listed", "")).isEqualTo(4);
        assertThat(total("listed", "&kind=insight")).isEqualTo(3);
        assertThat(total("listed", "&kind=insight&from=2026-01-02")).isEqualTo(2);
        assertThat(total("listed", "&kind=insight&to=2026-01-02")).isEqualTo(1);
        assertThat(total("listed", "&source=nowhere")).isZero();
        JsonNode page = ok(200, get("/records?space=listed&limit=2"));
        assertThat(page.get("records").size()).isEqualTo(2);
        String last = page.get("records").get(1).get("id").asString();
        assertThat(ok(200, get("/records?space=listed&after=" + last))
                        .get("records")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void search_parameters_changeTheAnswer() throws Exception {
        add("asked", "insight", Map.of("content", "The login test fails because of the clock"), "2026-01-01");
        add(
                "asked",
                "anti-pattern",
                Map.of("whatFails", "Sleeping in the login test", "prevention", "Wait"),
                "2026-01-01");
        add("asked", "fact", Map.of("subject", "login", "predicate", "owner", "object", "Ada"), "2026-01-03");
        Map<String, Object> question = new LinkedHashMap<>(Map.of("space", "asked", "query", "login test"));
        JsonNode plain = ok(200, post("/search", question));
        assertThat(plain.get("queryId").asString()).isNotEmpty();
        assertThat(plain.get("hits").get(0).get("parts").isEmpty()).isFalse();
        assertThat(with(question, "goal", "fix the failing login").get("avoid").size())
                .isEqualTo(1);
        assertThat(with(question, "goal", "fix the failing login").get("task").asString())
                .isEqualTo("debugging");
        assertThat(with(question, "kind", "fact").get("hits").findValuesAsString("kind"))
                .containsOnly("fact");
        assertThat(with(question, "limit", 1).get("hits").size()).isEqualTo(1);
        assertThat(with(question, "from", "2026-01-02").get("hits").findValuesAsString("kind"))
                .containsOnly("fact");
        assertThat(with(question, "to", "2026-01-02").get("hits").findValuesAsString("kind"))
                .doesNotContain("fact");
        assertThat(with(question, "maxTokens", 1).get("leftOut").size()).isPositive();
        assertThat(with(question, "prompt", true).get("prompt").asString()).contains("> The login test fails");
        assertThat(error(post("/search", Map.of("space", "asked")))).contains("query");
        String id = plain.get("queryId").asString();
        ok(200, post("/queries/" + id + "/outcome", Map.of("space", "asked", "outcome", "success")));
        assertThat(ok(200, get("/strategies?space=asked")).get("strategies").findValuesAsString("successes"))
                .contains("1");
        assertThat(post("/queries/" + id + "/outcome", Map.of("space", "other", "outcome", "success"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void links_betweenRecords_areReadFromBothEnds() throws Exception {
        String one = add("linked", "insight", Map.of("content", "One"), "2026-01-01");
        String two = add("linked", "insight", Map.of("content", "Two"), "2026-01-01");
        ok(201, post("/links", Map.of("space", "linked", "from", one, "type", "supports", "to", two)));
        assertThat(ok(200, get("/records/" + two + "/links?space=linked"))
                        .get("links")
                        .size())
                .isEqualTo(1);
        assertThat(error(post("/links", Map.of("space", "linked", "from", one, "type", "loves", "to", two))))
                .contains("'loves'");
        assertThat(error(post("/links", Map.of("space", "other", "from", one, "type", "supports", "to", two))))
                .contains("no record");
        ok(200, send("DELETE", "/links?space=linked&type=supports&from=" + one + "&to=" + two, null));
        assertThat(ok(200, get("/records/" + one + "/links?space=linked"))
                        .get("links")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void facts_asOf_holdWhatWasTrueThen() throws Exception {
        add(
                "facts",
                "fact",
                Map.of("subject", "api", "predicate", "port", "object", "1", "single", true, "validAt", "2026-01-01"),
                "2026-01-01");
        add(
                "facts",
                "fact",
                Map.of("subject", "api", "predicate", "port", "object", "2", "single", true, "validAt", "2026-02-01"),
                "2026-02-01");
        assertThat(ok(200, get("/facts?space=facts&worldAt=2026-01-15"))
                        .get("facts")
                        .findValuesAsString("object"))
                .containsExactly("1");
        assertThat(ok(200, get("/facts?space=facts&subject=api&predicate=port&worldAt=2026-02-15"))
                        .get("facts")
                        .findValuesAsString("object"))
                .containsExactly("2");
        assertThat(ok(200, get("/facts?space=facts&knownAt=2020-01-01"))
                        .get("facts")
                        .isEmpty())
                .isTrue();
        assertThat(ok(200, get("/facts?space=other")).get("facts").isEmpty()).isTrue();
    }

    @Test
    void blocks_written_keepLimitHistoryAndReadOnly() throws Exception {
        ok(201, send("PUT", "/blocks/persona", JsonTree.write(Map.of("space", "b", "value", "Kind", "limit", 10))));
        ok(
                200,
                send(
                        "PUT",
                        "/blocks/persona",
                        JsonTree.write(Map.of("space", "b", "value", "Brief", "readOnly", true))));
        assertThat(error(send("PUT", "/blocks/persona", JsonTree.write(Map.of("space", "b", "value", "Loud")))))
                .contains("read-only");
        assertThat(error(send(
                        "PUT", "/blocks/user", JsonTree.write(Map.of("space", "b", "value", "too long", "limit", 3)))))
                .contains("at most 3");
        assertThat(ok(200, get("/blocks/persona?space=b")).get("value").asString())
                .isEqualTo("Brief");
        assertThat(ok(200, get("/blocks/persona/history?space=b"))
                        .get("history")
                        .findValuesAsString("value"))
                .containsExactly("Kind");
        assertThat(ok(200, get("/blocks?space=b&query=brief")).get("blocks").size())
                .isEqualTo(1);
        assertThat(ok(200, get("/blocks?space=b&query=absent")).get("blocks").isEmpty())
                .isTrue();
        assertThat(get("/blocks/persona?space=c").statusCode()).isEqualTo(404);
        ok(200, send("DELETE", "/blocks/persona?space=b", null));
        assertThat(get("/blocks/persona?space=b").statusCode()).isEqualTo(404);
    }

    @Test
    void load_question_countsWhatItCostsBySessionAndTask() throws Exception {
        add("loaded", "insight", Map.of("content", "The login service keeps its sessions in Redis"), "2026-01-01");
        String id = add("loaded", "insight", Map.of("content", "Invoices are printed at night"), "2026-01-02");
        Map<String, Object> question =
                Map.of("space", "loaded", "query", "where does login keep sessions", "session", "s", "task", "t");
        JsonNode loaded = ok(200, post("/load", question));
        assertThat(loaded.get("index").get("topics").size()).isPositive();
        assertThat(ok(200, get("/economics?space=loaded&session=s&task=t"))
                        .get("queries")
                        .asInt())
                .isEqualTo(1);
        assertThat(ok(200, get("/economics?space=loaded&session=s&task=other"))
                        .get("queries")
                        .asInt())
                .isZero();
        JsonNode opened = ok(200, post("/open", Map.of("space", "loaded", "ids", id, "session", "s", "task", "t")));
        assertThat(opened.get("records").size()).isEqualTo(1);
        assertThat(ok(200, get("/economics?space=loaded&session=s"))
                        .get("readTokens")
                        .asInt())
                .isPositive();
        assertThat(ok(200, get("/index?space=loaded")).get("text").asString()).isNotEmpty();
        assertThat(ok(200, get("/timeline?space=loaded")).get("tokens").asInt()).isPositive();
        assertThat(ok(200, post("/open", Map.of("space", "other", "ids", id)))
                        .get("records")
                        .isEmpty())
                .isTrue();
        ok(200, post("/economics/task-end", Map.of("space", "loaded", "session", "s", "task", "t")));
        JsonNode ended = ok(200, post("/economics/session-end", Map.of("space", "loaded", "session", "s")));
        assertThat(ended.get("carriedOut").findValuesAsString("threshold")).contains("tokens-saved");
        ok(200, post("/economics/bypass", Map.of("space", "loaded", "accepted", true)));
        assertThat(ok(200, post("/load", question)).get("records").size()).isEqualTo(2);
        assertThat(post("/economics/bypass", Map.of("space", "other")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void consolidate_dryRun_changesNothing() throws Exception {
        for (int i = 0; i < 2; i++) {
            add("cared", "insight", Map.of("content", "The port of the api is 8080, behind the proxy"), "2026-01-01");
        }
        JsonNode plan = ok(200, post("/consolidate", Map.of("space", "cared", "dryRun", true)));
        assertThat(plan.get("steps").findValuesAsString("step")).contains("supersede");
        assertThat(total("cared", "")).isEqualTo(2);
        assertThat(ok(200, post("/consolidate", Map.of("space", "cared", "maxSteps", 0)))
                        .get("steps")
                        .isEmpty())
                .isTrue();
        ok(200, post("/consolidate", Map.of("space", "cared")));
        assertThat(total("cared", "")).isEqualTo(1);
        assertThat(total("cared", "&archived=true")).isEqualTo(2);
        assertThat(ok(200, get("/verify")).get("faults").asInt()).isZero();
    }

    private static String add(String space, String kind, Map<String, ?> content, String happened) throws Exception {
        return ok(
                        201,
                        post(
                                "/records",
                                Map.of("space", space, "kind", kind, "content", content, "happenedAt", happened)))
                .get("id")
                .asString();
    }

    private static JsonNode with(Map<String, Object> question, String name, Object value) throws Exception {
        Map<String, Object> changed = new LinkedHashMap<>(question);
        changed.put(name, value);
        return ok(200, post("/search", changed));
    }

    private static int hits(String space, String query) throws Exception {
        return ok(200, get("/search?space=" + space + "&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .get("hits")
                .size();
    }

    private static int total(String space, String filter) throws Exception {
        return ok(200, get("/records?space=" + space + filter)).get("total").asInt();
    }

    private static JsonNode ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String error(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return JsonMapper.shared()
                .readTree(answer.body())
                .get("error")
                .get("message")
                .asString();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    private static HttpResponse<String> post(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        return send("POST", path, JsonTree.write(body));
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(gateway.running().url() + "/rest/memory" + path))
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
