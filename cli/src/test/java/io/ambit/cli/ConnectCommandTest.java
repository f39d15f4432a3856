package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** What {@code ambit connect} does to files that people and other programs wrote. */
class ConnectCommandTest {
    @TempDir
    private Path user;

    private Path home;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(user.resolve("data"));
        Files.createDirectories(user.resolve(".claude"));
        Files.createDirectories(user.resolve(".codex"));
        Files.createDirectories(user.resolve(".qwen"));
        Files.createDirectories(user.resolve(".config/opencode"));
    }

    /** A client, its file, and what may stand in it. */
    record Case(String client, String file, String text) {
        @Override
        public String toString() {
            return client + " " + text.replaceAll("\\s+", " ");
        }
    }

    static Stream<Case> files() {
        String commented = """
                {
                \t// mine
                \t"model": "a/b", /* kept */
                \t"mcp": { // servers
                \t\t// the first
                \t\t"other": {"type": "local", "command": ["x"],},
                \t},
                }
                """.replace("\n", "\r\n");
        String hooks =
                "{\n  \"hooks\": {\n    \"SessionStart\": [\n      {\n        \"hooks\": [\n          {\"type\": "
                        + "\"command\", \"command\": \"date\"}\n        ]\n      }\n    ],\n    \"Stop\": []\n  }\n}";
        String toml = "# mine\nmodel = \"m\" # kept\n\n[mcp_servers.other]\ncommand = \"x\"\nargs = [\"a b\"]\n";
        return Stream.of(
                new Case("opencode", ".config/opencode/opencode.json", commented),
                new Case("opencode", ".config/opencode/opencode.jsonc", commented),
                new Case("opencode", ".config/opencode/opencode.json", "{\"mcp\":{\"a\":{\"type\":\"local\"}}}"),
                new Case("qwen-code", ".qwen/settings.json", "{}"),
                new Case("qwen-code", ".qwen/settings.json", "{\n    // none yet\n}"),
                new Case("qwen-code", ".qwen/settings.json", ""),
                new Case("qwen-code", ".qwen/settings.json", "{\"mcpServers\": {}, \"é\": \"//, }\\\"\"}\n\n"),
                new Case("qwen-code", ".qwen/settings.json", "\uFEFF{\n    \"theme\": \"ü\",\n    \"a\": [1, 2]\n}\n"),
                new Case("claude-code", ".claude/settings.json", hooks),
                new Case("claude-code", ".claude/settings.json", "{\n  \"hooks\": {}\n}\n"),
                new Case(
                        "claude-code", ".claude.json", "{\"numStartups\":3,\"projects\":{\"/a\":{\"mcpServers\":{}}}}"),
                new Case("codex", ".codex/config.toml", toml),
                new Case(
                        "codex",
                        ".codex/config.toml",
                        toml.replace("\n", "\r\n").strip()),
                new Case("codex", ".codex/config.toml", ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void write_andUndo_leaveEveryByteAsItWas(Case given) throws IOException {
        Path file = write(given.file(), given.text());
        byte[] before = Files.readAllBytes(file);
        Map<Path, String> others = all();
        ok("connect", given.client(), "--write");
        assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
        assertThat(configured(given.client())).isEqualTo("yes");
        assertThat(backups(file))
                .hasSize(1)
                .allSatisfy(backup -> assertThat(Files.readAllBytes(backup)).isEqualTo(before));
        // Nothing that was there is gone: without what was put in, the rest reads on as it did.
        assertThat(Files.readString(file).length()).isGreaterThan(given.text().length());

        byte[] written = Files.readAllBytes(file);
        ok("connect", given.client(), "--write");
        assertThat(Files.readAllBytes(file)).as("written again").isEqualTo(written);
        assertThat(backups(file)).hasSize(1);

        ok("connect", given.client(), "--undo");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(all()).isEqualTo(others);
        assertThat(configured(given.client())).isEqualTo("no");
    }

    @Test
    void write_whereNoFileIs_makesOneThatUndoTakesAway() throws IOException {
        ok("connect", "claude-code", "--write");
        JsonNode server =
                JsonMapper.shared().readTree(user.resolve(".claude.json").toFile());
        assertThat(server.at("/mcpServers/ambit/args/0").asString()).isEqualTo("mcp");
        assertThat(server.at("/mcpServers/ambit/env/AMBIT_HOME").asString()).isEqualTo(home.toString());
        JsonNode hooks = JsonMapper.shared()
                .readTree(user.resolve(".claude/settings.json").toFile());
        assertThat(hooks.at("/hooks/SessionStart/0/hooks/0/command").asString())
                .contains("AMBIT_HOME=" + home)
                .endsWith("hook session-start");
        assertThat(hooks.at("/hooks/SessionEnd/0/hooks/0/timeout").asInt()).isEqualTo(60);
        ok("connect", "claude-code", "--undo");
        assertThat(user.resolve(".claude.json")).doesNotExist();
        assertThat(user.resolve(".claude/settings.json")).doesNotExist();
        assertThat(user.resolve(".claude")).isDirectory();
    }

    @Test
    void write_whereNoFolderIs_undoTakesTheFolderToo() throws IOException {
        Files.delete(user.resolve(".codex"));
        Path programs = Files.createDirectories(user.resolve("bin"));
        Files.createFile(
                programs.resolve("codex"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Screen screen = screen(Map.of("PATH", programs.toString()));
        assertThat(screen.run("connect", "codex", "--write")).as(screen.err()).isZero();
        JsonNode server = new TomlMapper()
                .readTree(Files.readString(user.resolve(".codex/config.toml")))
                .at("/mcp_servers/ambit");
        assertThat(server.at("/args/0").asString()).isEqualTo("mcp");
        assertThat(server.at("/env/AMBIT_HOME").asString()).isEqualTo(home.toString());
        ok("connect", "codex", "--undo");
        assertThat(user.resolve(".codex")).doesNotExist();
    }

    @Test
    void undo_fileWrittenAnewByOthers_takesOutTheEntryAlone() throws IOException {
        Path file = write(".claude.json", "{\"a\":1}");
        ok("connect", "claude-code", "--write");
        JsonNode tree = JsonMapper.shared().readTree(file.toFile());
        ((ObjectNode) tree.get("mcpServers")).putObject("other");
        Files.writeString(file, JsonMapper.shared().writeValueAsString(tree));
        String said = ok("connect", "claude-code", "--undo");
        assertThat(said).contains("kept, since the file was changed").contains(".ambit-backup-");
        assertThat(JsonMapper.shared().readTree(file.toFile()))
                .isEqualTo(JsonMapper.shared().readTree("{\"mcpServers\":{\"other\":{}},\"a\":1}"));
    }

    /** As Claude Code does: every value on a line of its own, and keys of its own after them. */
    @Test
    void undo_filesFormattedAnewByOthers_takesOutWhatWasMadeForTheEntry() throws IOException {
        Path servers = write(".claude.json", "{\"a\": 1}");
        Path settings = write(".claude/settings.json", "{\"hooks\": {\"Stop\": []}}");
        ok("connect", "claude-code", "--write");
        for (Path file : List.of(servers, settings)) {
            JsonNode tree = JsonMapper.shared().readTree(file.toFile());
            ((ObjectNode) tree).put("own", 2);
            Files.writeString(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tree));
        }
        ok("connect", "claude-code", "--undo");
        assertThat(JsonMapper.shared().readTree(servers.toFile()))
                .isEqualTo(JsonMapper.shared().readTree("{\"a\":1,\"own\":2}"));
        assertThat(JsonMapper.shared().readTree(settings.toFile()))
                .isEqualTo(JsonMapper.shared().readTree("{\"hooks\":{\"Stop\":[]},\"own\":2}"));
    }

    @Test
    void undo_tomlAddedToByOthers_leavesTheirs() throws IOException {
        Path file = write(".codex/config.toml", "model = \"m\"\n");
        ok("connect", "codex", "--write");
        Files.writeString(
                file,
                Files.readString(file).replace("args = [", "args=[").replace("model = \"m\"", "model = \"n\"")
                        + "\n[tui]\na = 1\n");
        ok("connect", "codex", "--undo");
        assertThat(new TomlMapper().readTree(Files.readString(file)))
                .isEqualTo(new TomlMapper().readTree("model = \"n\"\n[tui]\na = 1\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": }", "[]", "{\"mcpServers\": 3}", "{\"mcpServers\": []}", "{ /* open", "7"})
    void write_fileThatCannotBeExtended_isLeftAsItIs(String text) throws IOException {
        Path file = write(".qwen/settings.json", text);
        assertThat(failure("connect", "qwen-code", "--write")).contains("settings.json");
        assertThat(file).hasContent(text);
        assertThat(backups(file)).isEmpty();
        assertThat(run("connect", "qwen-code").out()).contains("mcpServers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = ", "mcp_servers = { other = { command = \"x\" } }", "mcp_servers = 1"})
    void write_tomlThatCannotBeExtended_isLeftAsItIs(String text) throws IOException {
        Path file = write(".codex/config.toml", text);
        assertThat(failure("connect", "codex", "--write")).contains("config.toml");
        assertThat(file).hasContent(text);
        assertThat(backups(file)).isEmpty();
    }

    @Test
    void write_oneFileOfTwoUnreadable_writesNeither() throws IOException {
        Path servers = write(".claude.json", "{}");
        write(".claude/settings.json", "{\"hooks\": \"none\"}");
        assertThat(failure("connect", "claude-code", "--write")).contains("settings.json");
        assertThat(servers).hasContent("{}");
    }

    @Test
    void write_entryOfSomebodyElse_isNotReplaced() throws IOException {
        Path file = write(".qwen/settings.json", "{\"mcpServers\": {\"ambit\": {\"command\": \"mine\"}}}");
        assertThat(failure("connect", "qwen-code", "--write")).contains("says something else");
        assertThat(file).content().contains("mine");
        assertThat(run("connect", "qwen-code").out()).contains("says something else");
    }

    @Test
    void write_entryOfAnEarlierAmbit_isReplaced() throws IOException {
        Path file = write(".qwen/settings.json", "{}");
        ok("connect", "qwen-code", "--write");
        Files.writeString(file, Files.readString(file).replace("\"mcp\"", "\"mcp\", \"--tools\""));
        ok("connect", "qwen-code", "--write");
        assertThat(file).content().doesNotContain("--tools");
        ok("connect", "qwen-code", "--undo");
        assertThat(JsonMapper.shared()
                        .readTree(file.toFile())
                        .at("/mcpServers/ambit")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void write_linkAndPermissions_areKept() throws IOException {
        Path real = write("dotfiles/settings.json", "{\"a\": 1}");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(user.resolve(".qwen/settings.json"), real);
        ok("connect", "qwen-code", "--write");
        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("mcpServers");
        assertThat(Files.getPosixFilePermissions(real)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        ok("connect", "qwen-code", "--undo");
        assertThat(real).hasContent("{\"a\": 1}");
    }

    @Test
    void connect_variablesOfTheClients_areHonoured() throws IOException {
        Path claude = Files.createDirectories(user.resolve("c"));
        Screen screen = screen(Map.of("CLAUDE_CONFIG_DIR", claude.toString()));
        Files.writeString(claude.resolve("settings.json"), "{}");
        assertThat(screen.run("connect", "claude-code", "--write"))
                .as(screen.err())
                .isZero();
        assertThat(claude.resolve(".claude.json")).exists();
        Screen codex = screen(Map.of("CODEX_HOME", claude.toString()));
        assertThat(codex.run("connect", "codex", "--write")).as(codex.err()).isZero();
        assertThat(claude.resolve("config.toml")).exists();
        Files.createDirectories(claude.resolve("opencode"));
        Screen opencode = screen(Map.of("XDG_CONFIG_HOME", claude.toString()));
        assertThat(opencode.run("connect", "opencode", "--write"))
                .as(opencode.err())
                .isZero();
        assertThat(claude.resolve("opencode/opencode.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor", "vscode", "claude-desktop", "kiro"})
    void connect_clientThatWasNotTested_isShownAndNeverWritten(String client) throws IOException {
        Map<Path, String> before = all();
        assertThat(run("connect", client).out()).contains("not tested here").contains("\"mcp\"");
        assertThat(failure("connect", client, "--write")).contains("not tested");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void write_pi_saysThatThereIsNothingToWrite() {
        assertThat(failure("connect", "pi", "--write")).contains("nothing to write");
        assertThat(run("connect", "pi").out()).contains("http://127.0.0.1:7411/v1");
    }

    @Test
    void write_clientThatIsNotThere_writesNothing() throws IOException {
        Files.delete(user.resolve(".qwen"));
        assertThat(failure("connect", "qwen-code", "--write")).contains("not found");
        assertThat(user.resolve(".qwen")).doesNotExist();
    }

    @Test
    void connect_withoutClient_listsAll() throws IOException {
        ok("connect", "codex", "--write");
        assertThat(configured("codex")).isEqualTo("yes");
        assertThat(configured("claude-code")).isEqualTo("no");
        assertThat(configured("pi")).isEqualTo("-");
        assertThat(run("connect", "--json").json().get("clients").size()).isEqualTo(9);
        assertThat(run("connect", "--write").err()).contains("CLIENT");
        assertThat(run("connect", "emacs").err()).contains("expected one of claude-code");
    }

    @Test
    void connect_secretsAround_areNotShown() throws IOException {
        write(".codex/config.toml", "key = \"s3cret\"\n");
        write(".qwen/settings.json", "{\n  \"key\": \"s3cret\"\n}\n");
        assertThat(run("connect", "codex").out()).contains("line 2:").doesNotContain("s3cret");
        assertThat(run("connect", "qwen-code").out()).contains("line 2:").doesNotContain("s3cret");
    }

    static Stream<Case> lasting() {
        return Stream.of(
                new Case("claude-code", ".claude/settings.json", "{\"env\": {\"A\": \"1\"}}"),
                new Case("claude-code", ".claude/settings.json", "{\n  \"hooks\": {},\n  \"model\": \"m\"\n}\n"),
                new Case("codex", ".codex/config.toml", "# mine\r\nmodel = \"m\"\r\n\r\n[tui]\r\na = 1\r\n"),
                new Case("codex", ".codex/config.toml", "[tui]\na = 1"),
                new Case("opencode --model m:7b --model n", ".config/opencode/opencode.json", "{\"provider\": {}}"),
                new Case("qwen-code", ".qwen/settings.json", "{\n  // mine\n  \"env\": {\"B\": \"2\"},\n}\n"),
                new Case(
                        "pi --model m",
                        ".pi/agent/models.json",
                        "{\"providers\": {\"p\": {\"baseUrl\": \"http://x\"}}}"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void writeGateway_andUndo_leaveEveryByteAsItWas(Case given) throws IOException {
        Path file = write(given.file(), given.text());
        Map<Path, String> before = all();
        String[] client = given.client().split(" ", -1);
        String[] words = Stream.concat(
                        Stream.of("connect", client[0], "--write", "--gateway"),
                        Stream.of(client).skip(1))
                .toArray(String[]::new);
        assertThat(ok(words)).contains("'ambit start'").contains("'ambit connect " + client[0] + " --undo'");
        assertThat(file).content().contains("http://127.0.0.1:7411");
        Map<Path, String> written = all();
        ok(words);
        assertThat(all()).as("written again").isEqualTo(written);
        ok("connect", client[0], "--undo");
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void writeGateway_afterTheServers_isTakenOutWithThem() throws IOException {
        Path file = write(".codex/config.toml", "model = \"m\"\n[tui]\na = 1\n");
        ok("connect", "codex", "--write");
        assertThat(file).content().doesNotContain("openai_base_url");
        ok("connect", "codex", "--write", "--gateway");
        JsonNode written = new TomlMapper().readTree(Files.readString(file));
        assertThat(written.path("openai_base_url").asString()).isEqualTo("http://127.0.0.1:7411/v1");
        assertThat(file).content().contains("# Written by Ambit.").contains("'ambit start'");
        // An agent that keeps the file writes it anew.
        Files.writeString(file, Files.readString(file).replace("url = ", "url=").replace("\"m\"", "\"n\""));
        ok("connect", "codex", "--undo");
        assertThat(file).content().isEqualToIgnoringWhitespace("model = \"n\"\n[tui]\na = 1\n");
    }

    @Test
    void writeGateway_doctor_saysHowAStoppedGatewayIsMended() throws IOException {
        ok("connect", "claude-code", "--write", "--gateway");
        assertThat(run("doctor").out())
                .contains("claude-code asks for its models")
                .contains("--undo");
        ok("connect", "claude-code", "--undo");
        assertThat(run("doctor").out()).doesNotContain("asks for its models");
    }

    /** What would have no effect is not written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claude-code | .claude/settings.json | {\"env\": {\"CLAUDE_CODE_USE_BEDROCK\": \"1\"}} | BEDROCK",
                "claude-code | .claude/settings.json | {\"env\": {\"ANTHROPIC_BASE_URL\": \"http://mine\"}} | else",
                "codex | .codex/config.toml | model_provider = \"gw\" | model_providers.gw",
                "codex | .codex/auth.json | {\"tokens\": {}} | ChatGPT plan",
                "qwen-code | .qwen/settings.json | {\"modelProviders\": {}} | modelProviders",
                "qwen-code | .qwen/settings.json | {\"security\": {\"auth\": {\"selectedType\": \"qwen-oauth\"}}} | qwen-oauth",
                "pi | .pi/agent/models.json | {} | --model NAME",
                "cursor | .cursor/mcp.json | {} | not tested"
            })
    void writeGateway_whereItWouldHaveNoEffect_isRefused(String client, String file, String text, String reason)
            throws IOException {
        write(file, text);
        Map<Path, String> before = all();
        assertThat(failure("connect", client, "--write", "--gateway")).contains(reason);
        assertThat(all()).isEqualTo(before);
    }

    private String configured(String client) {
        return run("connect")
                .out()
                .lines()
                .filter(line -> line.startsWith(client + " "))
                .map(line -> line.split(" {2,}", -1)[2])
                .findFirst()
                .orElse("");
    }

    private Path write(String name, String text) throws IOException {
        Path file = user.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Every file of the user with its content, the data folder aside. */
    private Map<Path, String> all() throws IOException {
        try (Stream<Path> files = Files.walk(user)) {
            Map<Path, String> all = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home))
                    .toList()) {
                all.put(file, Files.readString(file));
            }
            return all;
        }
    }

    private static List<Path> backups(Path file) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(each -> each.getFileName().toString().startsWith(file.getFileName() + ".ambit-backup-"))
                    .toList();
        }
    }

    private Screen screen(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOME", user.toString());
        return Screen.of(home, environment);
    }

    private Screen run(String... args) {
        Screen screen = screen(Map.of());
        screen.run(args);
        return screen;
    }

    private String ok(String... args) {
        Screen screen = screen(Map.of());
        assertThat(screen.run(args)).as(screen.err()).isZero();
        return screen.err();
    }

    private String failure(String... args) {
        Screen screen = screen(Map.of());
        assertThat(screen.run(args)).isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1);
        return screen.err();
    }
}
