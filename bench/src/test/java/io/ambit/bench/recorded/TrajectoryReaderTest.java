package io.ambit.bench.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TrajectoryReaderTest {
    private static final String A = "{\"id\":\"a\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
    private static final String B = "{\"id\":\"b\",\"messages\":[{\"role\":\"user\",\"content\":\"ho\"}]}";

    @Test
    void read_sessionLines_eachIsOneWithItsLine() {
        Heard heard = Heard.reading("\n" + A + "\r\n\n" + B);

        assertThat(heard.ids()).containsExactly("a", "b");
        assertThat(heard.trajectories.get(1).line()).isEqualTo(4);
        assertThat(heard.problems).isEmpty();
    }

    @Test
    void read_badLines_areNamedWithFileAndLineAndSkipped() {
        Heard heard = Heard.reading(A + "\n{\"id\":\"x\",\"messages\":[\n" + B
                + "\n{\"messages\":[]}\n{\"id\":\"y\",\"messages\":[{\"content\":\"\"}]}\n[1]\n");

        assertThat(heard.ids()).containsExactly("a", "b");
        assertThat(heard.problems)
                .extracting(InputProblem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("folder/runs.jsonl:2: malformed JSON at byte"),
                        second -> assertThat(second).startsWith("folder/runs.jsonl:4: no \"id\""),
                        third -> assertThat(third)
                                .startsWith("folder/runs.jsonl:5: messages[0]: a message without a role"),
                        fourth -> assertThat(fourth).startsWith("folder/runs.jsonl:6: neither \"messages\" nor"));
    }

    @Test
    void read_firstLineDamaged_theOthersAreRead() {
        Heard heard = Heard.reading("{\"id\":\"cut off\n" + A + "\n" + B + "\n");

        assertThat(heard.ids()).containsExactly("a", "b");
        assertThat(heard.problems).extracting(InputProblem::line).containsExactly(1L);
    }

    @Test
    void read_invalidUtf8_isNamed() {
        byte[] line = (A + "\n" + B).getBytes(StandardCharsets.UTF_8);
        line[A.indexOf("hi")] = (byte) 0xC3;

        Heard heard = Heard.reading(new ByteArrayInputStream(line));

        assertThat(heard.ids()).containsExactly("b");
        assertThat(heard.problems.get(0).message()).contains("UTF-8");
    }

    @Test
    void read_messageArrayOverSeveralLines_isOneSessionNamedByTheFile() {
        Heard heard =
                Heard.reading("[\n  {\"role\": \"user\",\n   \"content\": \"hi\"},\n  {\"role\": \"assistant\"}\n]\n");

        assertThat(heard.ids()).containsExactly("runs.jsonl");
        assertThat(heard.texts()).containsExactly("hi", "");
        assertThat(heard.problems).isEmpty();
    }

    @Test
    void read_requestBodyOnOneLineOrMany_isOneSession() {
        String body = "{\"model\":\"m\",\n\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";

        assertThat(Heard.reading(body).texts()).containsExactly("hi");
        assertThat(Heard.reading(body.replace("\n", "")).ids()).containsExactly("runs.jsonl");
    }

    @Test
    void read_messageLines_areOneSession() {
        Heard heard = Heard.reading(
                "{\"role\":\"user\",\"content\":\"hi\"}\nrubbish\n{\"role\":\"assistant\",\"content\":\"ho\"}\n");

        assertThat(heard.texts()).containsExactly("hi", "ho");
        assertThat(heard.trajectories).hasSize(1);
        assertThat(heard.problems).extracting(InputProblem::line).containsExactly(2L);
    }

    @Test
    void read_gzip_isUnpacked() throws IOException {
        byte[] packed = gzip(A + "\n" + B + "\n");

        assertThat(Heard.reading(new ByteArrayInputStream(packed)).ids()).containsExactly("a", "b");
    }

    @Test
    void read_gzipCutOff_isAProblemAndNoException() throws IOException {
        byte[] packed = gzip((A + "\n").repeat(3000));

        Heard heard = Heard.reading(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length / 2)));

        assertThat(heard.problems).hasSize(1);
        assertThat(heard.problems.get(0).message()).contains("cannot be read");
    }

    @Test
    void read_nothingOfTheKind_saysWhatWasExpected() {
        for (String content : new String[] {"", "\n\n", "hello\nworld\n", "{\"a\":1}", "[1,2", "\"text\"", "17"}) {
            Heard heard = Heard.reading(content);
            assertThat(heard.trajectories).as(content).isEmpty();
            assertThat(heard.problems).as(content).hasSize(1);
            assertThat(heard.problems.get(0).message()).as(content).contains("expected");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
