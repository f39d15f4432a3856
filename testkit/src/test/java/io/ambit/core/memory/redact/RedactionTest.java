package io.ambit.core.memory.redact;

import static io.ambit.core.memory.redact.MadeSecrets.ALNUM;
import static io.ambit.core.memory.redact.MadeSecrets.HEX;
import static io.ambit.core.memory.redact.MadeSecrets.URL;
import static io.ambit.core.memory.redact.MadeSecrets.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.testkit.HostileRecords;
import io.ambit.testkit.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(6);

    static Stream<MadeSecrets.Form> forms() {
        return MadeSecrets.forms().stream();
    }

    @Test
    void forms_ofVendors_areAtLeastForty() {
        assertThat(forms().map(MadeSecrets.Form::prefix).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void redact_vendorsKey_leavesAMarkAlone(MadeSecrets.Form form) {
        String secret = form.make(new SplittableRandom(1));
        assertThat(Redaction.redact("use " + secret + " here")).isEqualTo("use [redacted: " + form.label() + "] here");
        assertThat(Redaction.redact("\"" + secret + "\"")).isEqualTo("\"[redacted: " + form.label() + "]\"");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void redact_oneCharacterShort_isNotThatKey(MadeSecrets.Form form) {
        String text = "use " + form.tooShort(new SplittableRandom(1)) + " here";
        assertThat(Redaction.of(text).found()).isSubsetOf("key like text");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void redact_prefixAndWords_staysAsItIs(MadeSecrets.Form form) {
        String text = form.prefix() + "-some-plain-words-that-follow-one-another-without-an-end-in-sight";
        assertThat(Redaction.redact(text)).isEqualTo(text);
    }

    static Stream<List<String>> shapes() {
        String long1 = body(RANDOM, ALNUM, 40);
        String jwt =
                "ey" + "J" + body(RANDOM, URL, 30) + ".ey" + "J" + body(RANDOM, URL, 60) + "." + body(RANDOM, URL, 43);
        String pem = "-----BEGIN RSA PRIVATE" + " KEY-----";
        String pemEnd = "-----END RSA PRIVATE" + " KEY-----";
        return Stream.of(
                List.of("is " + jwt + ".", jwt, "is [redacted: json web token]"),
                List.of(pem + "\n" + long1 + "\n" + pemEnd + "\nend", long1, "[redacted: private key]\nend"),
                List.of(
                        "k: \"" + pem + "\\n" + long1 + "\\n" + pemEnd + "\\n\"",
                        long1,
                        "k: \"[redacted: private key]\\n\""),
                List.of(pem + "\nProc-Type: 4,ENCRYPTED\n\n" + long1, long1, "[redacted: private key]"),
                List.of("12345678" + ":AA" + body(RANDOM, ALNUM, 33), "AA", "[redacted: telegram bot token]"),
                List.of(
                        "S" + "G." + body(RANDOM, ALNUM, 22) + "." + body(RANDOM, ALNUM, 43),
                        "SG",
                        "[redacted: sendgrid key]"),
                List.of(body(RANDOM, HEX, 32) + "-us" + "12", "-us", "[redacted: mailchimp key]"),
                List.of("ab1" + "8Q~" + body(RANDOM, ALNUM, 33), "Q~", "[redacted: azure client secret]"),
                List.of(
                        body(RANDOM, ALNUM, 14) + ".atlas" + "v1." + body(RANDOM, ALNUM, 64),
                        "atlas",
                        "[redacted: terraform cloud token]"),
                List.of(
                        "M" + body(RANDOM, ALNUM, 24) + "." + body(RANDOM, ALNUM, 6) + "." + body(RANDOM, ALNUM, 27),
                        "M",
                        "[redacted: discord bot token]"),
                List.of(
                        "pat" + body(RANDOM, ALNUM, 14) + "." + body(RANDOM, HEX, 64),
                        "pat",
                        "[redacted: airtable token]"),
                List.of(
                        "https://hooks.slack.com/services/" + "T0/B0/" + long1,
                        long1,
                        "https://hooks.slack.com/services/[redacted: webhook address]"),
                List.of(
                        "postgres://app:s3cr@t!@db:5432/x",
                        "s3cr@t!",
                        "postgres://app:[redacted: password in url]@db:5432/x"),
                List.of(
                        "Authorization: Basic dXNlcjpw" + "YXNz",
                        "dXNlcjpwYXNz",
                        "Authorization: Basic [redacted: authorization]"),
                List.of(
                        "{\"Authorization\": \"Bearer abcdefgh12\"}",
                        "abcdefgh12",
                        "{\"Authorization\": \"Bearer [redacted: authorization]\"}"),
                List.of(
                        "Set-Cookie: sid=31d4d96e40; Path=/\nX: y",
                        "31d4d96e40",
                        "Set-Cookie: [redacted: cookie]\nX: y"),
                List.of("DB_PASSWORD=swordfish\nNEXT=1", "swordfish", "DB_PASSWORD=[redacted: password]\nNEXT=1"),
                List.of("export API_TOKEN=abc123def456", "abc123def456", "export API_TOKEN=[redacted: secret]"),
                List.of("password: swordfish\nuser: me", "swordfish", "password: [redacted: password]\nuser: me"),
                List.of("  \"clientSecret\" : \"horse staple\",", "", "  \"clientSecret\" : \"horse staple\","),
                List.of(
                        "  \"clientSecret\" : \"horsestaple\",",
                        "horsestaple",
                        "  \"clientSecret\" : \"[redacted: secret]\","),
                List.of("aws_secret_access_key = " + long1, long1, "aws_secret_access_key = [redacted: secret]"),
                List.of("//r/:_auth" + "Token=" + long1, long1, "//r/:_authToken=[redacted: secret]"),
                List.of(
                        "AccountName=a;AccountKey=abc123==;X=y",
                        "abc123",
                        "AccountName=a;AccountKey=[redacted: secret];X=y"),
                List.of("Server=s;Pwd=hunter2;", "hunter2", "Server=s;Pwd=[redacted: password];"),
                List.of("<apiKey>abcd1234</apiKey>", "abcd1234", "<apiKey>[redacted: secret]</apiKey>"),
                List.of("tool --password 'a b c1' x", "a b c1", "tool --password '[redacted: password]' x"),
                List.of("curl -s -u me:hunter22 https://h", "hunter22", "curl -s -u me:[redacted: password] https://h"),
                List.of(
                        "?X-Amz-Signature=0123456789abcdef01",
                        "0123456789abcdef01",
                        "?X-Amz-Signature=[redacted: url signature]"),
                List.of("My password is hunter2.", "hunter2", "My password is [redacted: password]."),
                List.of(
                        "os.environ[\"API_KEY\"] = \"abcd1234\"",
                        "abcd1234",
                        "os.environ[\"API_KEY\"] = \"[redacted: secret]\""),
                List.of(
                        "sees " + "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY" + " alone",
                        "aB3dE5",
                        "sees [redacted: key like text] alone"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void redact_secretInItsPlace_keepsWhatStandsAround(List<String> textSecretExpected) {
        String redacted = Redaction.redact(textSecretExpected.get(0));
        assertThat(redacted).startsWith(textSecretExpected.get(2));
        if (!textSecretExpected.get(1).isEmpty()) {
            assertThat(redacted).doesNotContain(textSecretExpected.get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "\"integrity\": \"sha512-iVBOR1w0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q==\"",
                "golang.org/x/net v0.1.0 h1:hZ/3BUoy5aId7sCpA/Tc5lt8DkFgdVS2onTpJsZ/fl0=",
                "id 123e4567-e89b-12d3-a456-426614174000",
                "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
                "/usr/lib/jvm/temurin-25-jdk-amd64/lib/Server2/classes/OrderServiceImplementation3Test.java",
                "OrderServiceReturns404WhenUserIsNotFoundAndTokenExpired2023",
                "call_9aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY",
                "toolu_01A09q90qw90lq917835lq9Xy7Zb3Kd",
                "max_tokens: 4096, next_page_token: CAUQAA12345678",
                "if (password == null || token.isEmpty()) throw",
                "password = getPassword(user)",
                "api_key = os.environ[\"OPENAI_API_KEY\"]",
                "token: string; password: String;",
                "apiKey: process.env.API_KEY",
                "password=${DB_PASSWORD} token=<your-token> secret=****",
                "Enter your password: it must have 8 characters",
                "connect(user=user, password=password)",
                "http://localhost:8080/path?x=1",
                "https://user@host/path",
                "ssh://git@host:22/repo.git",
                "Authorization: the server checks who asks",
                "Authorization: Bearer $TOKEN",
                "primary_key: id, sort_key = name, public_key=abc12345",
                "Cookie: a small cake",
                "docker run -u 1000:1000 image",
                "12:30 AA 10:45",
                "private_key_path: /etc/keys/server.pem",
                "password_hash: bcrypt",
                "the token: 42",
                "-----BEGIN CERTIFICATE-----",
                "tests passed: 12, pass: 10, fail: 2",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJk3dF5gH7jK9lZ1xC3vB5nM7qW9eR1tY3uI5oP7aS9d me@host",
                "[redacted: password] and [redacted: github token]",
                "password: '(string) '",
                "refresh_token=oauth2_access_token",
                "const token = _meta?.authorization;",
                "\"refresh_token\": \"rt_<opaque-token-1>\"",
                "task-based, risk-free, disk-usage, ask-me"
            })
    void redact_whatOnlyLooksLikeIt_staysAsItIs(String text) {
        assertThat(Redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void redact_blockOfBase64_isNoKey() {
        String line = body(new SplittableRandom(3), ALNUM, 64);
        String block = "-----BEGIN CERTIFICATE-----\n" + line + "\n" + line + "\n" + line.substring(0, 40) + "\n";
        assertThat(Redaction.redact(block)).isEqualTo(block);
        assertThat(Redaction.redact("x\n" + line + "\ny")).isEqualTo("x\n[redacted: key like text]\ny");
    }

    @Test
    void redact_markWithUnknownLabel_hidesNothing() {
        String secret = "gh" + "p_" + body(new SplittableRandom(4), ALNUM, 36);
        assertThat(Redaction.redact("[redacted: " + secret + "]")).doesNotContain(secret);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void redact_secretsPlantedInText_noneSurvives(Seed seed) {
        SplittableRandom random = seed.random();
        StringBuilder text = new StringBuilder();
        List<MadeSecrets.Planted> planted = Stream.generate(() -> MadeSecrets.plant(random))
                .limit(1 + random.nextInt(6))
                .toList();
        for (MadeSecrets.Planted secret : planted) {
            for (int w = random.nextInt(8); w > 0; w--) {
                text.append(Seed.pick(random, WORDS)).append(' ');
            }
            text.append(random.nextBoolean() ? "\n" : "")
                    .append(secret.text())
                    .append(random.nextBoolean() ? "\n" : " ");
        }
        String redacted = Redaction.redact(text.toString());
        for (MadeSecrets.Planted secret : planted) {
            assertThat(redacted).as("%s: %s", seed, secret.text()).doesNotContain(secret.secret());
        }
        assertThat(Redaction.redact(redacted)).as("again, %s", seed).isEqualTo(redacted);
    }

    private static final List<String> WORDS = List.of(
            "the",
            "password",
            "key:",
            "=",
            "token",
            "\"",
            "'",
            "résumé",
            "🙂",
            "[redacted: password]",
            "{",
            "}",
            "://",
            "src/Main.java:42",
            "Bearer",
            "--token",
            "<secret>",
            "export",
            "a=b",
            "\\n",
            ";",
            "e.g.",
            "curl -s");

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void redact_anyText_isIdempotent(Seed seed) {
        SplittableRandom random = seed.random();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(Seed.pick(random, WORDS));
                case 1 -> text.append(MadeSecrets.plant(random).text());
                case 2 -> text.append(Seed.pick(random, MadeSecrets.forms()).prefix());
                default -> text.append(body(random, URL + ".:=/ \n", random.nextInt(40)));
            }
        }
        String once = Redaction.redact(text.toString());
        assertThat(Redaction.redact(once)).as("%s", seed).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void redact_hostileText_isIdempotent(HostileRecords.Hostile hostile) {
        String once = Redaction.redact(hostile.text());
        assertThat(Redaction.redact(once)).isEqualTo(once);
    }

    /** Signs of secrets in long rows, each of which could make a reader look ahead, or back, over all that follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "token=",
                "password:",
                "\"password\":\"",
                "authorization:",
                "cookie:",
                "sk-",
                "eyJ-",
                "-----BEGIN PRIVATE KEY-----",
                "://a:",
                "://@",
                "<token>",
                "--token ",
                "bearer ",
                "curl -u ",
                "a",
                "aB3",
                "-",
                "=",
                ":",
                ">",
                ".",
                "[redacted: ",
                "password is '",
                "\\\"",
                "pat",
                "xoxb-",
                "M",
                "0",
                "0123456789:AA",
                "secret_",
                "DB_PASSWORD=\n",
                "sig=?sig="
            })
    @Timeout(60) // a look ahead that is not bounded takes minutes
    void redact_rowOfSigns_staysLinear(String sign) {
        String once = Redaction.redact(sign.repeat(400_000 / sign.length()));
        assertThat(once).isNotNull();
    }
}
