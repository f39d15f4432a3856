package io.ambit.core.memory.episode;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.memory.episode.TestRun.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestRunTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0 | PASSED",
                "Tests run: 5, Failures: 2, Errors: 0, Skipped: 0 | FAILED",
                "Tests run: 5, Failures: 0, Errors: 1 | FAILED",
                "===== 3 passed, 1 warning in 0.2s ===== | PASSED",
                "===== 1 failed, 3 passed in 0.2s ===== | FAILED",
                "test result: ok. 12 passed; 0 failed; 0 ignored | PASSED",
                "test result: FAILED. 11 passed; 1 failed | FAILED",
                "Tests: 10 passed, 10 total | PASSED",
                "  4 passing (20ms) | PASSED",
                "  1 failing | FAILED",
                "ok  \texample.org/pkg\t0.02s | PASSED",
                "Ran 10 tests in 0.1s OK (skipped=1) | PASSED",
                "12 examples, 0 failures | UNKNOWN",
                "12 examples, 1 failure | FAILED",
                "compiling | UNKNOWN",
                "BUILD SUCCESS | PASSED",
                "bash: mvn: command not found | FAILED"
            })
    void verdict_outputsOfRunners_areRead(String output, Verdict expected) {
        assertThat(TestRun.verdict(output)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -q test", "cd x && ./mvnw verify -pl core", "npm run test:unit", "npx jest a", "go test ./...",
                "python -m pytest -q", "CI=1 timeout 60 make check", "cargo nextest run", "./gradlew :app:test",
                        "uv run pytest"
            })
    void read_testCommands_areTestRuns(String command) {
        assertThat(ShellCommand.read(command).verb()).isEqualTo(Verb.RUN_TEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn package",
                "cat test.txt",
                "ls test",
                "git checkout test",
                "npm install",
                "echo pytest",
                "make"
            })
    void read_otherCommands_areNone(String command) {
        assertThat(ShellCommand.read(command).verb()).isNotEqualTo(Verb.RUN_TEST);
    }
}
