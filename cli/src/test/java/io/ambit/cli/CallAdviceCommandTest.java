package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ambit tools reflect} and {@code ambit tools validate}. */
class CallAdviceCommandTest {

    @TempDir
    private Path home;

    private String tools() throws Exception {
        return Files.writeString(home.resolve("tools.jsonl"), """
                {"name":"get_weather","inputSchema":{"type":"object","required":["days"],"additionalProperties":false,
                 "properties":{"days":{"type":"integer"},"unit":{"enum":["metric","imperial"]}}}}
                """.replace("\n ", ""))
                .toString();
    }

    @Test
    void reflect_error_tellsClassCauseAndAdvice() {
        Screen screen = Screen.of(home);

        assertThat(screen.run(
                        "tools",
                        "reflect",
                        "read_file",
                        "--params",
                        "{\"path\":\"a.txt\"}",
                        "--error",
                        "ENOENT: no such file or directory, open 'a.txt'",
                        "--json"))
                .isZero();

        assertThat(screen.json().path("class").asString()).isEqualTo("not found");
        assertThat(screen.json().path("advice").asString()).isEqualTo("change");
        Screen words = Screen.of(home);
        words.run("tools", "reflect", "fetch", "--error", "HTTP 429 Too Many Requests, Retry-After: 7");
        assertThat(words.out()).contains("rate: ", "advice: retry after 7000 ms");
    }

    @Test
    void reflect_errorFromFileAndStandardInput_areRead() throws Exception {
        Path file = Files.writeString(home.resolve("error.txt"), "cat: b: Permission denied");
        Screen fromFile = Screen.of(home);
        fromFile.run("tools", "reflect", "bash", "--error", "@" + file, "--json");
        Screen fromInput = Screen.told(home, "mkdir: cannot create directory 'a': File exists");
        fromInput.run("tools", "reflect", "bash", "--error", "-", "--json");

        assertThat(fromFile.json().path("class").asString()).isEqualTo("permission");
        assertThat(fromInput.json().path("class").asString()).isEqualTo("conflict");
        Screen gone = Screen.of(home);
        assertThat(gone.run("tools", "reflect", "bash", "--error", "@" + home.resolve("gone")))
                .isOne();
        assertThat(gone.err()).contains("gone").doesNotContain("\tat ");
    }

    @Test
    void reflect_paramsNoObject_areRefused() {
        Screen screen = Screen.of(home);

        assertThat(screen.run("tools", "reflect", "bash", "--params", "[1]", "--error", "x"))
                .isNotZero();

        assertThat(screen.err()).contains("--params");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            get_weather | {"days": 2}                   | 0 | valid
            get_weather | {"days": 2, "unit": "metric"} | 0 | valid
            get_weather | {"days": "2"}                 | 1 | wrong_type
            get_weather | {}                            | 1 | missing_required
            get_weather | {"days": 2, "unit": "stone"}  | 1 | bad_enum
            get_weather | {"days": 2, "colour": "red"}  | 1 | unexpected_parameter
            make_tea    | {}                            | 1 | unknown_tool
            """)
    void validate_call_endsWithOneWhereItIsWrong(String tool, String params, int code, String said) throws Exception {
        Screen screen = Screen.of(home);

        assertThat(screen.run("tools", "validate", tool, "--params", params, "--tools", tools()))
                .as(screen.err())
                .isEqualTo(code);

        assertThat(screen.out()).contains(said);
    }

    @Test
    void validate_paramsFromFileAndStandardInput_areCorrectedWhereCertain() throws Exception {
        Path file = Files.writeString(home.resolve("call.json"), "{\"days\":\"3\"}");
        Screen fromFile = Screen.of(home);
        assertThat(fromFile.run(
                        "tools", "validate", "get_weather", "--params", "@" + file, "--tools", tools(), "--json"))
                .isOne();
        Screen fromInput = Screen.told(home, "{\"days\":\"4\"}");
        fromInput.run("tools", "validate", "get_weather", "--params", "-", "--tools", tools(), "--json");

        assertThat(fromFile.json()
                        .path("corrected")
                        .path("arguments")
                        .path("days")
                        .asInt())
                .isEqualTo(3);
        assertThat(fromFile.json().path("certainty").asString()).isEqualTo("certain");
        assertThat(fromInput
                        .json()
                        .path("corrected")
                        .path("arguments")
                        .path("days")
                        .asInt())
                .isEqualTo(4);
    }
}
