package io.ambit.core.tooluse.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReflectorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bash: frobnicate: command not found | name
            git: 'statsu' is not a git command. See 'git --help'. | name
            cat: permission denied.txt: No such file or directory | not found
            cat: /etc/shadow: Permission denied | permission
            cp: -r not specified; omitting directory 'src' | wrong tool
            mkdir: cannot create directory 'a': File exists | conflict
            curl: (7) Failed to connect to localhost port 1 after 0 ms: Couldn't connect to server | transport
            curl: (28) Operation timed out after 1001 milliseconds with 0 bytes received | time-out
            curl: (22) The requested URL returned error: 429 | rate
            HTTP 403 Forbidden: API rate limit exceeded for 127.0.0.1 | rate
            ERROR:  duplicate key value violates unique constraint "users_pkey" | conflict
            sqlite3.IntegrityError: NOT NULL constraint failed: t.a | arguments missing
            ERROR:  invalid input syntax for type integer: "abc" | wrong type
            MCP error -32602: Input validation error: Invalid arguments for tool read_text_file: Required | arguments missing
            MCP error -32601: Method not found | name
            Error: EISDIR: illegal operation on a directory, read | wrong tool
            Segmentation fault (core dumped) | tool's own fault
            {"error":{"type":"rate_limit_error","message":"Number of requests has been used up"}} | rate
            {"exit_code":127,"stdout":"","stderr":""} | name
            TypeError: f() got an unexpected keyword argument 'colour' | name
            xargs: frobnicate: No such file or directory | name
            make: gone.mk: No such file or directory | not found
            ninja: error: unknown target 'deploy' | name
            error: no cherry-pick or revert in progress | wrong value
            """)
    void reflect_errorOfOneCause_hasItsClass(String error, String label) {
        Reflection reflection = Reflector.reflect(FailureReport.of("tool", "{}", error, ""));

        assertThat(reflection.failure()).isEqualTo(FailureClass.of(label));
    }

    @Test
    void reflect_helpAfterTheStatement_isNotReadAsOne() {
        String error = """
                usage: git worktree add [-f] <path> [<branch>]

                    -f, --force           checkout <branch> even if already checked out in other worktree
                    --lock                keep the new working tree locked
                """;

        assertThat(Reflector.reflect(FailureReport.of("bash", "{}", error, "")).failure())
                .isEqualTo(FailureClass.MISSING_ARGUMENT);
    }

    @Test
    void reflect_tracebackAfterOutput_readsItsLastLine() {
        String error = """
                Processing permission denied list
                Traceback (most recent call last):
                  File "x.py", line 3, in <module>
                    raise TimeoutError("connection refused")
                FileNotFoundError: [Errno 2] No such file or directory: 'a.csv'
                """;

        Reflection reflection = Reflector.reflect(FailureReport.of("python", "{}", error, ""));

        assertThat(reflection.failure()).isEqualTo(FailureClass.NOT_FOUND);
        assertThat(reflection.statement()).startsWith("FileNotFoundError");
    }

    @Test
    void reflect_waitInError_isThePause() {
        Reflection reflection = Reflector.reflect(
                FailureReport.of("search", "{}", "429 Too Many Requests. Please retry after 1m30s", ""));

        assertThat(reflection.advice()).isEqualTo(Advice.RETRY);
        assertThat(reflection.pause()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void reflect_sameFailureTwiceBefore_stopsInsteadOfRetrying() {
        String once = "{\"tool\":\"fetch\",\"params\":{\"url\":\"http://x\"},\"error\":\"timed out\"}";

        Reflection first = Reflector.reflect(FailureReport.of("fetch", "{\"url\":\"http://x\"}", "timed out", ""));
        Reflection third = Reflector.reflect(
                FailureReport.of("fetch", "{\"url\":\"http://x\"}", "timed out", "[" + once + "," + once + "]"));

        assertThat(first.advice()).isEqualTo(Advice.RETRY);
        assertThat(third.advice()).isEqualTo(Advice.STOP);
    }

    @Test
    void reflect_idSpelledOtherwiseInContext_isCorrected() {
        FailureReport report =
                FailureReport.of("get", "{\"id\":\"TASK-24\"}", "no item TASK-24", "backlog: TASK-0024 Login page");

        assertThat(Reflector.reflect(report).corrected())
                .isEqualTo(new Invocation("get", Map.<String, Object>of("id", "TASK-0024")));
    }

    @Test
    void reflect_idNearTwoOthers_isNotCorrected() {
        FailureReport report = FailureReport.of(
                "get", "{\"id\":\"TASK-24\"}", "no item TASK-24", "TASK-0024 Login page, TASK-024 Logout page");

        assertThat(Reflector.reflect(report).corrected()).isNull();
    }
}
