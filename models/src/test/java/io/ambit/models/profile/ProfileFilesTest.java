package io.ambit.models.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.Example;
import io.ambit.core.routing.profile.FillInMiddle;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import io.ambit.core.routing.profile.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFilesTest {
    private static final Profiles SHIPPED = ProfileFiles.shipped().profiles();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "qwen2.5-coder:7b,qwen2.5-coder,32768",
        "Qwen/Qwen2.5-Coder-32B-Instruct-GGUF,qwen2.5-coder,32768",
        "qwen3:8b,qwen3,32768",
        "qwen3:30b,qwen3-renewed,0",
        "Qwen/Qwen3-4B-Instruct-2507,qwen3-2507,262144",
        "qwen3-coder:30b,qwen3-coder,262144",
        "gemma3:1b,gemma3-1b,8192",
        "google/gemma-3-12b-it,gemma3,131072",
        "llama3:8b,llama3,8192",
        "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf,llama3.1,131072",
        "meta-llama/Llama-3.3-70B-Instruct,llama3.1,131072",
        "openai/gpt-oss-20b,gpt-oss,131072",
        "mistral:7b,mistral,32768",
        "mistralai/Mistral-Nemo-Instruct-2407,mistral-nemo,131072",
        "mistral-small:24b,mistral-small,0",
        "mistral-small3.2:24b,mistral-small-3.1,131072",
        "codestral:22b,codestral,32768",
        "deepseek-r1:8b,deepseek-r1,131072",
        "deepseek-ai/DeepSeek-R1-Distill-Qwen-7B,deepseek-r1,131072",
        "deepseek-coder-v2:16b,deepseek-coder-v2,131072",
        "deepseek-coder:6.7b,deepseek-coder,16384",
        "HuggingFaceTB/SmolLM2-135M-Instruct,smollm2,8192"
    })
    void shipped_modelAsServersSpellIt_hasItsProfileAndWindow(String model, String name, int window) {
        ModelProfile profile = SHIPPED.of(model).orElseThrow();

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.windowTokens()).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({"gpt-4.1", "claude-sonnet-4-5", "qwen2.5:7b", "mistral-large-latest", "llama2:7b", "m"})
    void shipped_otherModels_haveNone(String model) {
        assertThat(SHIPPED.of(model)).isEmpty();
    }

    @Test
    void shipped_everyResource_isListedAndNamedAsItsFile() throws IOException {
        Path resources = Path.of("src/main/resources/io/ambit/models/profiles");
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceFirst("\\.toml$", "")))
                    .containsExactlyInAnyOrderElementsOf(ProfileFiles.SHIPPED);
        }
        assertThat(SHIPPED.all().stream().map(ModelProfile::name)).containsExactlyElementsOf(ProfileFiles.SHIPPED);
    }

    @Test
    void shipped_everyProfile_isFoundByItsOwnPatterns() {
        for (ModelProfile profile : SHIPPED.all()) {
            for (String pattern : profile.match()) {
                assertThat(SHIPPED.of(pattern.replace("*", "4b-"))).as(pattern).contains(profile);
            }
        }
    }

    @Test
    void shipped_qwenCoder_isComplete() {
        ModelProfile coder = SHIPPED.of("qwen2.5-coder").orElseThrow();

        assertThat(coder.sampling(Use.CODE).temperature()).isBetween(0.2, 0.4);
        assertThat(coder.stop()).contains("<|im_end|>");
        assertThat(coder.structure()).isEqualTo(Structure.XML);
        assertThat(coder.tools()).isEqualTo(ToolDialect.HERMES);
        assertThat(coder.numCtx()).isEqualTo(32768);
        assertThat(coder.system()).isNotBlank();
        assertThat(coder.examples()).hasSizeGreaterThan(3);
        FillInMiddle fim = Objects.requireNonNull(coder.fillInMiddle());
        assertThat(fim.prompt("a", "b")).isEqualTo("<|fim_prefix|>a<|fim_suffix|>b<|fim_middle|>");
    }

    @Test
    void read_usersOwn_winsOverShippedOfItsNameAndOfItsPatternsLength() throws IOException {
        write("mine.toml", "name = \"qwen3\"\nmatch = [\"qwen3\"]\nwindow = 4096\n[temperature]\ncode = 0.1\n");
        write("other.toml", "name = \"our-coder\"\nmatch = [\"qwen2.5-coder\"]\n");

        ProfileFiles read = ProfileFiles.read(folder);

        assertThat(read.faults()).isEmpty();
        ModelProfile mine = read.profiles().of("qwen3:8b").orElseThrow();
        assertThat(mine.windowTokens()).isEqualTo(4096);
        assertThat(mine.sampling(Use.CODE).temperature()).isEqualTo(0.1);
        assertThat(mine.sampling(Use.TALK).temperature()).isNull();
        assertThat(read.profiles().of("qwen2.5-coder:7b").map(ModelProfile::name))
                .contains("our-coder");
    }

    @Test
    void read_badFiles_areNamedAndLeftOut() throws IOException {
        write("broken.toml", "name = ");
        write("typo.toml", "name = \"qwen3\"\nmatch = [\"qwen3\"]\ntemperatur = 1\n");
        write("range.toml", "name = \"x\"\nmatch = [\"x\"]\ntop_p = 7\n");
        write("good.toml", "name = \"good\"\nmatch = [\"good\"]\n");
        write("notes.txt", "not a profile");

        ProfileFiles read = ProfileFiles.read(folder);

        assertThat(read.faults())
                .hasSize(3)
                .anySatisfy(fault -> assertThat(fault).contains("broken.toml", "line 1", "TOML"))
                .anySatisfy(fault -> assertThat(fault).contains("typo.toml", "temperatur: unknown"))
                .anySatisfy(fault -> assertThat(fault).contains("range.toml", "top_p 7.0"));
        assertThat(read.profiles().of("good")).isPresent();
        assertThat(read.profiles().of("qwen3:8b").orElseThrow().windowTokens()).isEqualTo(32768);
    }

    @Test
    void read_noFolder_isWhatShips() {
        ProfileFiles read = ProfileFiles.read(folder.resolve("none"));

        assertThat(read.profiles().all()).hasSameSizeAs(ProfileFiles.SHIPPED);
        assertThat(read.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window = 'x'|window is x, expected a whole number",
                "tools = 'telepathy'|tools is telepathy, expected one of unknown, none, prompted, hermes",
                "structure = 'yaml'|structure is yaml, expected one of plain, xml, json",
                "tier = 'huge'|tier is huge, expected fast or complex",
                "stop = 'x'|stop is x, expected a list of strings",
                "fim = 3|fim is 3, expected a table",
                "examples = 3|examples is 3, expected tables [[examples]]",
                "fim = {prefix = 'a', suffix = 'b', order = 'c'}|fim.order is c, expected prefix-suffix or suffix-prefix",
                "fim = {prefix = 'a', sufix = 'b'}|expected both",
                "temperature = {code = 3}|temperature for code 3.0, expected 0 to 2",
                "temperature = {chat = 1}|temperature.chat: unknown, expected code, talk"
            })
    void parse_badValue_saysWhatWasExpected(String line, String message) {
        assertThatThrownBy(() -> ProfileFile.parse("name = \"a\"\nmatch = [\"a\"]\n" + line))
                .isInstanceOf(AmbitException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parse_everyKey_isRead() {
        ModelProfile read = ProfileFile.parse("""
                name = "a"
                match = ["b"]
                tier = "complex"
                window = 10
                num_ctx = 20
                top_p = 0.5
                top_k = 7
                stop = ["s"]
                tools = "harmony"
                structure = "json"
                system = "be brief"
                temperature = {code = 0.1, talk = 0.2}
                fim = {prefix = "P", suffix = "S", middle = "M", order = "suffix-prefix", repo = "R", file = "F", stop = ["E"]}

                [[examples]]
                task = "t"
                answer = "w"
                tags = ["g"]
                """);

        assertThat(read)
                .isEqualTo(new ModelProfile(
                        "a",
                        List.of("b"),
                        ModelProfile.Tier.COMPLEX,
                        10,
                        20,
                        0.1,
                        0.2,
                        0.5,
                        7,
                        List.of("s"),
                        ToolDialect.HARMONY,
                        new FillInMiddle("P", "S", "M", true, "R", "F", List.of("E")),
                        Structure.JSON,
                        "be brief",
                        List.of(new Example("t", "w", List.of("g")))));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
