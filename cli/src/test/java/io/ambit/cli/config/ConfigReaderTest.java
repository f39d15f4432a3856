package io.ambit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("config.toml");
    }

    @Test
    void read_noFile_givesDefaults() {
        assertThat(read(Map.of(), Map.of())).isEqualTo(AmbitConfig.DEFAULT);
    }

    @Test
    void read_fileWithEveryKeyAtItsDefault_givesDefaults() throws IOException {
        write(ConfigDocs.defaultsAsToml());
        assertThat(read(Map.of(), Map.of())).isEqualTo(AmbitConfig.DEFAULT);
    }

    @Test
    void read_everyKeyOtherwise_changesEach() throws IOException {
        write("""
                port = 8000
                host = "127.0.0.2"
                upstream = "http://localhost:9/v1"
                maxBodyBytes = 2_000_000
                allowedHosts = ["box.local"]
                auth = "none"
                caFile = "/etc/ca.pem"
                policy.name = "classic"
                [policy.classic]
                cut = 1
                window = 2
                summaryInterval = 3
                summaryTokens = 4
                [tools]
                mode = "repair"
                [tools.repair]
                allow = ["bash"]
                deny = ["read"]
                [summary]
                url = "https://models.example"
                model = "small"
                keyVariable = "MODEL_KEY"
                timeout = "9s"
                [timeouts]
                connect = "250ms"
                firstByte = "2s"
                idle = "3m"
                plan = "4s"
                ledger = "6s"
                drain = "7s"
                [limits]
                requests = 11
                bodyBytes = 12
                connections = 13
                patience = "14s"
                [log]
                format = "json"
                level = "debug"
                [retention]
                sessionLife = "12h"
                maxBytes = 10_000_000_000
                [memory]
                embedder = "none"
                keepFull = "1d"
                keepSummary = "2d"
                reads = ["shop:common"]
                [routing]
                target = "cost:30"
                exploration = 5
                dailyCents = 7
                retries = 8
                maxWait = "9s"
                failures = 10
                rest = "11s"
                [ollama]
                numCtx = 16_384
                [[price]]
                model = "mine*"
                input = 2
                cached = 0.5
                output = 8.0
                [[upstreams]]
                name = "near"
                url = "http://127.0.0.1:11434"
                [[upstreams]]
                name = "far"
                url = "https://models.example/v1"
                formats = ["openai", "anthropic"]
                models = ["big", "small-*"]
                keyVariable = "FAR_KEY"
                window = 200_000
                tier = "fast"
                local = true
                """);
        assertThat(read(Map.of(), Map.of()))
                .isEqualTo(new AmbitConfig(
                        8000,
                        "127.0.0.2",
                        "http://localhost:9/v1",
                        List.of(
                                new UpstreamSetting(
                                        "near",
                                        URI.create("http://127.0.0.1:11434"),
                                        Set.of(),
                                        List.of(),
                                        "",
                                        false,
                                        0,
                                        true,
                                        true),
                                new UpstreamSetting(
                                        "far",
                                        URI.create("https://models.example/v1"),
                                        Set.of(
                                                WireFormat.OPENAI_CHAT,
                                                WireFormat.OPENAI_RESPONSES,
                                                WireFormat.ANTHROPIC),
                                        List.of("big", "small-*"),
                                        "FAR_KEY",
                                        false,
                                        200_000,
                                        false,
                                        true)),
                        new RoutingChoice("cost:30", 5, 7, 8, Duration.ofSeconds(9), 10, Duration.ofSeconds(11)),
                        new AmbitConfig.PolicyChoice(
                                "classic",
                                0,
                                AmbitConfig.DEFAULT.policy().custom(),
                                new AmbitConfig.Classic(1, 2, 3, 4)),
                        new ToolsChoice("repair", new ToolsChoice.Repair(List.of("bash"), List.of("read"))),
                        new AmbitConfig.SummaryWriter(
                                "https://models.example", "small", "MODEL_KEY", Duration.ofSeconds(9)),
                        new AmbitConfig.Timeouts(
                                Duration.ofMillis(250),
                                Duration.ofSeconds(2),
                                Duration.ofMinutes(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(7)),
                        new AmbitConfig.Keep(Duration.ofHours(12), 10_000_000_000L),
                        new AmbitConfig.Remembering(
                                "none", Duration.ofDays(1), Duration.ofDays(2), List.of("shop:common")),
                        "/etc/ca.pem",
                        2_000_000,
                        new AmbitConfig.Limiting(11, 12, 13, Duration.ofSeconds(14)),
                        new AmbitConfig.Logging("json", "debug"),
                        new AmbitConfig.Ollama(16_384),
                        List.of("box.local"),
                        AmbitConfig.Auth.NONE,
                        List.of(new PriceSetting("mine*", 2, 0.5, 2, 2, 8))));
    }

    @Test
    void read_priceOfTheEnvironment_isAsOnTheCommandLine() {
        assertThat(read(Map.of("AMBIT_PRICE", "a=1,0.1,1.25,5;b=0,0,0,0"), Map.of())
                        .price())
                .containsExactly(new PriceSetting("a", 1, 0.1, 1.25, 1.25, 5), new PriceSetting("b", 0, 0, 0, 0, 0));
    }

    @Test
    void read_priceWithoutOutputOrBelowZero_isRefused() throws IOException {
        for (String price : List.of("input = 1", "input = -1\noutput = 2", "input = 1\noutput = 2\nmore = 3")) {
            write("[[price]]\nmodel = \"m\"\n" + price);
            assertThatThrownBy(() -> read(Map.of(), Map.of()))
                    .as(price)
                    .hasMessageContaining("config.toml:1: price: expected tables of a model and its prices");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name = "a"                                           | [0].url: expected an http or https URL
            name = "a b" / url = "http://h"                      | [0].name: expected letters, digits
            name = "ambit" / url = "http://h"                    | found 'ambit'
            name = "a" / url = "http://h" / formats = ["chat"]   | [0].formats: expected openai, ollama or of openai-chat
            name = "a" / url = "http://h" / models = [1]         | [0].models: expected a list of strings
            name = "a" / url = "http://h" / keyVariable = "sk-1" | [0].keyVariable: expected the name of an environment
            name = "a" / url = "http://h" / window = -1          | [0].window: expected tokens
            name = "a" / url = "http://h" / tier = "big"         | [0].tier: expected fast or complex
            name = "a" / url = "http://h" / local = "yes"        | [0].local: expected true or false
            name = "a" / url = "http://h" / key = "x"            | [0].key: expected one of clientKey, formats
            name = "a" / url = "http://u:p@h"                    | [0].url: expected an http or https URL
            """)
    void read_upstreamThatCannotBe_saysWhatOfWhich(String table, String message) throws IOException {
        write("[[upstreams]]\n" + table.replace(" / ", "\n"));
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining("config.toml:1: upstreams")
                .hasMessageContaining(message);
    }

    @Test
    void read_twoUpstreamsOfOneNameOrForOneKey_areRefused() throws IOException {
        String one = "[[upstreams]]\nname = \"a\"\nurl = \"http://h\"\n";
        write(one + one);
        assertThatThrownBy(() -> read(Map.of(), Map.of())).hasMessageContaining("found 'a' twice");
        write(one + "clientKey = true\n" + one.replace("\"a\"", "\"b\"") + "clientKey = true\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of())).hasMessageContaining("found a and b for openai-chat");
        write(one + "clientKey = true\nformats = [\"openai\"]\n" + one.replace("\"a\"", "\"b\"")
                + "clientKey = true\nformats = [\"anthropic\"]\n");
        assertThat(read(Map.of(), Map.of()).upstreams()).hasSize(2);
    }

    @Test
    void read_upstreamsOfTheEnvironment_areAsInTheFile() throws IOException {
        List<UpstreamSetting> given = read(
                        Map.of(
                                "AMBIT_UPSTREAMS",
                                "near=http://127.0.0.1:1,formats=ollama+openai-chat,tier=fast;"
                                        + "far=https://h,models=a+b*,clientKey=true,window=9,local=true"),
                        Map.of())
                .upstreams();
        write("""
                [[upstreams]]
                name = "near"
                url = "http://127.0.0.1:1"
                formats = ["ollama-chat", "ollama-generate", "openai-chat"]
                tier = "fast"
                [[upstreams]]
                name = "far"
                url = "https://h"
                models = ["a", "b*"]
                clientKey = true
                window = 9
                local = true
                """);
        assertThat(given).isEqualTo(read(Map.of(), Map.of()).upstreams());
    }

    @Test
    void read_sameKeyEverywhere_commandLineBeforeEnvironmentBeforeFile() throws IOException {
        write("port = 1");
        assertThat(read(Map.of(), Map.of()).port()).isEqualTo(1);
        assertThat(read(Map.of("AMBIT_PORT", "2"), Map.of()).port()).isEqualTo(2);
        assertThat(read(Map.of("AMBIT_PORT", "2"), Map.of("port", "3")).port()).isEqualTo(3);
    }

    @Test
    void read_everyVariable_isTaken() {
        Map<String, String> environment = Map.of(
                "AMBIT_POLICY_CLASSIC_SUMMARY_INTERVAL", "7",
                "AMBIT_MAX_BODY_BYTES", "4096",
                "AMBIT_ALLOWED_HOSTS", "a, b",
                "AMBIT_TIMEOUTS_FIRST_BYTE", "5s",
                "AMBIT_AUTH", "none");
        AmbitConfig config = read(environment, Map.of());
        assertThat(config.policy().classic().summaryInterval()).isEqualTo(7);
        assertThat(config.maxBodyBytes()).isEqualTo(4096);
        assertThat(config.allowedHosts()).containsExactly("a", "b");
        assertThat(config.timeouts().firstByte()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.auth()).isEqualTo(AmbitConfig.Auth.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot = 1              | config.toml:2: unknown key prot, did you mean port?",
                "[retention]#lives = 1 | config.toml:3: unknown key retention.lives, expected one of ",
                "port = 'x'            | config.toml:2: port: expected a whole number, as 7411, found \"x\"",
                "port = 1.5            | config.toml:2: port: expected a whole number, as 7411, found 1.5",
                "port = 70000          | config.toml:2: port: expected 0 to 65535, found 70000",
                "upstream = 'ftp://x'  | config.toml:2: upstream: expected an http or https URL, found \"ftp://x\"",
                "allowedHosts = 'a'    | config.toml:2: allowedHosts: expected a list of strings, as [\"a\", \"b\"], found \"a\"",
                "timeouts.idle = '5'   | config.toml:2: timeouts.idle: expected a time with its unit (ms, s, m, h or d)",
                "timeouts.idle = '0s'  | config.toml:2: timeouts.idle: expected more than 0, found \"0s\"",
                "policy = 'safe'       | config.toml:2: policy: expected a table, as [policy], found \"safe\"",
                "auth = 'token '       | config.toml:2: auth: expected \"token\" or \"none\"",
                "host='0.0.0.0'#auth='none' | config.toml:3: auth: expected token, as host lets other machines ask",
                "host = 'a b'          | config.toml:2: host: expected an address or a name of this machine",
                "log.format = 'xml'    | config.toml:2: log.format: expected text or json",
                "log.level = 'trace'   | config.toml:2: log.level: expected warn, info or debug",
                "limits.patience='0s'  | config.toml:2: limits.patience: expected more than 0",
                "[policy.classic]#cut=0| config.toml:3: policy.classic.cut: expected 1 or more, found 0",
                "summary.url='http://a'| config.toml: summary.model: expected the name of a model, as summary.url is set",
                "tools.mode='on'       | config.toml:2: tools.mode: expected off, observe, advise or repair",
                "port = = 1            | config.toml:2: expected TOML: ",
            })
    void read_wrongFile_namesFileLineKeyExpectedAndActual(String lines, String message) throws IOException {
        write("# settings\n" + lines.replace('#', '\n'));
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(AmbitException.class)
                .hasMessageStartingWith(folder + "/" + message);
    }

    @Test
    void read_wrongVariable_namesIt() {
        assertThatThrownBy(() -> read(Map.of("AMBIT_PORT", "many"), Map.of()))
                .isInstanceOf(AmbitException.class)
                .hasMessage("environment variable AMBIT_PORT: port: expected a whole number, as 7411, found \"many\"");
    }

    @Test
    void topLevelKeys_areAtMostTwenty() {
        assertThat(AmbitConfig.class.getRecordComponents()).hasSizeLessThanOrEqualTo(20);
    }

    private AmbitConfig read(Map<String, String> environment, Map<String, String> options) {
        return new ConfigReader(new AmbitHome(folder), environment).read(options);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }
}
