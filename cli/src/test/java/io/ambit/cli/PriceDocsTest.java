package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.economics.ModelPrice;
import io.ambit.core.economics.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The prices in {@code docs/replay.md} are those of the program; {@code -Dambit.docs.write=true} writes them there. */
class PriceDocsTest {
    private static final Path FILE = Path.of("..", "docs", "replay.md");
    private static final String BEGIN = "<!-- prices -->\n";
    private static final String END = "<!-- /prices -->";

    @Test
    void replayDocs_prices_areThoseOfTheProgram() throws IOException {
        String document = Files.readString(FILE);
        int begin = document.indexOf(BEGIN) + BEGIN.length();
        int end = document.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("ambit.docs.write")) {
            Files.writeString(FILE, document.substring(0, begin) + table + document.substring(end));
            return;
        }
        assertThat(document.substring(begin, end)).isEqualTo(table);
    }

    private static String table() {
        StringBuilder out =
                new StringBuilder("| provider | model | from | input | cached | write | for an hour | output "
                        + "| looked up |\n|---|---|---|---|---|---|---|---|---|\n");
        for (ModelPrice row : PriceTable.published().rows()) {
            out.append("| ")
                    .append(row.provider())
                    .append(" | `")
                    .append(row.model())
                    .append("` | ")
                    .append(row.from());
            for (double price :
                    new double[] {row.input(), row.cacheRead(), row.cacheWrite(), row.cacheWriteHour(), row.output()}) {
                out.append(" | ")
                        .append(String.format(Locale.ROOT, "%.3f", price).replaceAll("\\.?0+$", ""));
            }
            out.append(" | ").append(row.lookedUp()).append(" |\n");
        }
        return out.toString();
    }
}
