package io.ambit.core.memory.episode;

import io.ambit.core.message.ToolFailure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runs of tests: which commands are some, and how they went, by what runners themselves print. */
final class TestRun {
    /** How a run of tests went. */
    enum Verdict {
        PASSED,
        FAILED,
        UNKNOWN
    }

    /** Programs that do nothing else. */
    private static final Set<String> RUNNERS = Set.of(
            "pytest",
            "py.test",
            "jest",
            "vitest",
            "mocha",
            "rspec",
            "phpunit",
            "ctest",
            "tox",
            "nosetests",
            "ava",
            "karma",
            "nox",
            "behave",
            "cucumber",
            "pest",
            "busted",
            "bats");

    /** Programs with the word that makes them run tests. */
    private static final Map<String, Set<String>> BUILDERS = Map.ofEntries(
            Map.entry("mvn", Set.of("test", "verify", "install")),
            Map.entry("mvnw", Set.of("test", "verify", "install")),
            Map.entry("mvnd", Set.of("test", "verify", "install")),
            Map.entry("gradle", Set.of("test", "check", "build")),
            Map.entry("gradlew", Set.of("test", "check", "build")),
            Map.entry("npm", Set.of("test", "t")),
            Map.entry("pnpm", Set.of("test", "t")),
            Map.entry("yarn", Set.of("test")),
            Map.entry("bun", Set.of("test")),
            Map.entry("deno", Set.of("test")),
            Map.entry("go", Set.of("test")),
            Map.entry("cargo", Set.of("test", "nextest")),
            Map.entry("dotnet", Set.of("test")),
            Map.entry("swift", Set.of("test")),
            Map.entry("mix", Set.of("test")),
            Map.entry("make", Set.of("test", "tests", "check")),
            Map.entry("just", Set.of("test", "tests", "check")),
            Map.entry("bazel", Set.of("test")),
            Map.entry("sbt", Set.of("test")),
            Map.entry("rake", Set.of("test", "spec")),
            Map.entry("rails", Set.of("test")),
            Map.entry("zig", Set.of("test")),
            Map.entry("stack", Set.of("test")),
            Map.entry("cabal", Set.of("test")),
            Map.entry("composer", Set.of("test")),
            Map.entry("php", Set.of("test")),
            Map.entry("flutter", Set.of("test")),
            Map.entry("node", Set.of("--test")),
            Map.entry("python", Set.of("pytest", "unittest", "test")),
            Map.entry("python3", Set.of("pytest", "unittest", "test")));

    private static final int MAX_HEAD = 4_000;
    private static final int MAX_TAIL = 8_000;

    private static final List<String> FAILED = List.of(
            "BUILD FAILURE",
            "BUILD FAILED",
            "test result: FAILED",
            "--- FAIL",
            "\nFAIL",
            "FAILED (",
            "AssertionError",
            "\nnot ok",
            "TESTS FAILED",
            "Tests failed");
    private static final List<String> PASSED = List.of(
            "BUILD SUCCESS",
            "test result: ok",
            "\nok ",
            "\nok\t",
            "OK (",
            "\nOK\n",
            "All tests passed",
            "\nPASS",
            "BUILD SUCCESSFUL",
            "Tests passed",
            "all tests passed");
    private static final List<String> COUNTED_FAILURES =
            List.of("failed", "failing", "failures", "failure", "errors", "error");
    private static final List<String> COUNTED_PASSES =
            List.of("passed", "passing", "tests passed", "successful", "tests ok");

    private TestRun() {}

    static boolean isOne(String program, List<String> words) {
        if (RUNNERS.contains(program)) {
            return true;
        }
        Set<String> signs = BUILDERS.get(program);
        return signs != null
                && words.stream()
                        .skip(1)
                        .anyMatch(word -> signs.contains(word)
                                || word.startsWith("test:")
                                || word.endsWith(":test")
                                || word.startsWith("-Dtest=")
                                || word.endsWith("/test.py"));
    }

    static Verdict verdict(String output) {
        String shown = "\n"
                + (output.length() <= MAX_HEAD + MAX_TAIL
                        ? output
                        : output.substring(0, MAX_HEAD) + "\n" + output.substring(output.length() - MAX_TAIL))
                + "\n";
        if (ToolFailure.isFailure(output) || has(shown, FAILED) || counts(shown, COUNTED_FAILURES)) {
            return Verdict.FAILED;
        }
        return has(shown, PASSED) || counts(shown, COUNTED_PASSES) || counts(shown, List.of("tests run"))
                ? Verdict.PASSED
                : Verdict.UNKNOWN;
    }

    private static boolean has(String text, List<String> signs) {
        return signs.stream().anyMatch(text::contains);
    }

    /** Whether a number above 0 stands before one of the words, or after it and a colon. */
    private static boolean counts(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
                if (Character.isLetter(lower.charAt(at + word.length())) || Character.isLetter(lower.charAt(at - 1))) {
                    continue;
                }
                if (numberBefore(lower, at) || numberAfter(lower, at + word.length())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean numberBefore(String text, int at) {
        int end = text.charAt(at - 1) == ' ' ? at - 1 : at;
        boolean found = false;
        for (int i = end - 1; i >= 0 && i > end - 9 && Character.isDigit(text.charAt(i)); i--) {
            found |= text.charAt(i) != '0';
        }
        return found;
    }

    private static boolean numberAfter(String text, int at) {
        if (text.charAt(at) != ':' && text.charAt(at) != '=') {
            return false;
        }
        int i = at + 1;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        boolean found = false;
        for (; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            found |= text.charAt(i) != '0';
        }
        return found;
    }
}
