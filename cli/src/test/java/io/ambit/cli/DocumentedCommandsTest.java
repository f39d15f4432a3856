package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that the documents show is one that the program takes. */
class DocumentedCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND = Pattern.compile("\\./ambit((?: +[^`\\n&|;<>#…]+)?)");

    private static final Pattern WORD = Pattern.compile("(?:[^ \"]|\"[^\"]*\")+");

    @TempDir
    private Path home;

    @Test
    void documents_everyCommand_isTaken() throws IOException {
        TreeSet<String> commands = new TreeSet<>();
        for (Path document : documents()) {
            Matcher matcher = COMMAND.matcher(Files.readString(document));
            while (matcher.find()) {
                commands.add(matcher.group(1).strip());
            }
        }
        commands.remove("");
        assertThat(commands).hasSizeGreaterThan(6).anyMatch(command -> command.startsWith("sessions export"));
        for (String command : commands) {
            assertThatCode(() -> Main.commandLine(Screen.of(home).terminal()).parseArgs(words(command)))
                    .as("./ambit %s", command)
                    .doesNotThrowAnyException();
        }
    }

    /** As a shell would part it: what stands between quotation marks is one word. */
    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
