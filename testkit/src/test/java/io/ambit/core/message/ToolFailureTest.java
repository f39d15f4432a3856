package io.ambit.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: file not found",
                "  error: pathspec 'x' did not match",
                "ERROR: no",
                "[ERROR] Failed to execute goal",
                "Tool error: timed out",
                "<tool_use_error>String to replace not found</tool_use_error>",
                "Error executing tool read: no access",
                "fatal: not a git repository",
                "panic: runtime error: index out of range",
                "Traceback (most recent call last):\n  File \"a.py\", line 3\nValueError: bad",
                "Exception in thread \"main\" java.lang.IllegalStateException",
                "ValueError: invalid literal",
                "java.io.FileNotFoundException: x",
                "bash: foo: command not found",
                "cat: missing.txt: No such file or directory",
                "/bin/sh: 1: foo: not found",
                "some output\nexit code: 1",
                "some output\n[exit code: 127]",
                "some output\n(exit status 2)",
                "Exit code 1\nsome output",
                "some output\n\nCommand exited with code 1",
                "Command failed with exit code 2.",
                "Process exited with code -1",
                "returned non-zero exit status 1",
                "ENOENT: no such file or directory, access '/a/b.txt'",
                "ECONNREFUSED: connect",
                "Tool raed not found",
                "Tool 'find_parts' does not exist",
                "Unknown tool: raed",
                "MCP error -32602: Invalid params",
                "Validation failed for tool \"find_parts\":\n  - sort_by: must be equal to one of the allowed values",
                "Input validation error: 'x' is a required property",
                "Invalid arguments for tool read",
                "<exit_code>1</exit_code>",
                "out\nexit status 1\n",
                "{\"is_error\": true, \"content\": \"x\"}",
                "{\"isError\":true}",
                "{\"error\": \"not found\"}",
                "{\"error\": {\"code\": 404}}",
                "{\"result\": null, \"exit_code\": 2}"
            })
    void isFailure_reportOfFailure_isTrue(String text) {
        assertThat(ToolFailure.isFailure(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "ok",
                "Errors were 0 in 20 files",
                "Error handling in Java is done with exceptions",
                "terror: a history",
                "src/Main.java:42: // Error: this line is a comment that a search found",
                "def f():\n    raise ValueError: bad",
                "exit code: 0",
                "some output\n[exit code: 0]",
                "Command exited with code 0",
                "<exit_code>0</exit_code>",
                "status: 404",
                "code: 1",
                "The script prints 3 lines and exit 1 is a comment",
                "{\"error\": null, \"result\": 3}",
                "{\"error\": \"\"}",
                "{\"error\": {}}",
                "{\"error\": false}",
                "{\"is_error\": false}",
                "{\"exit_code\": 0}",
                "{\"items\":[{\"error\":\"nested\"}]}",
                "{ not json, error: x }",
                "ErrorProne found nothing",
                "Validation errors are listed below",
                "Validation failed tests: 0",
                "Tools not found in the list are added",
                "EMAIL: none",
                "The tool was not found wanting"
            })
    void isFailure_anythingElse_isFalse(String text) {
        assertThat(ToolFailure.isFailure(text)).isFalse();
    }
}
