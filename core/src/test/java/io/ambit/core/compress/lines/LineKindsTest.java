package io.ambit.core.compress.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told from the lines of a text, and what is kept of each kind. */
class LineKindsTest {

    private static Compressed within(String text, int budget) {
        return LineText.within(text, budget, Asked.NOTHING, Shown.NOTHING);
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }

    @Test
    void within_diff_keepsHeadersAndChangesAndCountsLockFiles() {
        String text = "diff --git a/src/a.ts b/src/a.ts\n--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,40 +1,41 @@ class A\n"
                + lines(20, i -> " unchanged line number " + i) + "-  price = 3;\n+  price = 4;\n"
                + lines(20, i -> " unchanged line after it " + i)
                + "diff --git a/package-lock.json b/package-lock.json\n--- a/package-lock.json\n+++ b/package-lock.json\n"
                + "@@ -1,90 +1,90 @@\n" + lines(90, i -> "+      \"resolved\": \"part-" + i + "\",");

        Compressed shown = within(text, 700);

        assertThat(shown.kind()).isEqualTo("diff");
        assertThat(shown.text())
                .contains(
                        "+++ b/src/a.ts\n@@ -1,40 +1,41 @@ class A",
                        "-  price = 3;\n+  price = 4;",
                        "+++ b/package-lock.json")
                .contains("[… 91 lines, of a file that is made]");
    }

    @Test
    void within_searchResults_showsEachFile() {
        String text = lines(
                120, i -> "src/part" + i / 12 + "/Basket.java:" + (i + 3) + ":        total += line" + i + ".cents();");

        Compressed shown = within(text, 1_200);

        assertThat(shown.kind()).isEqualTo("search results");
        assertThat(shown.text())
                .contains(IntStream.range(0, 10)
                        .mapToObj(i -> "src/part" + i + "/")
                        .toList());
    }

    @Test
    void within_longListing_showsNamesWithoutPermissions() {
        String text = "total 400\n" + lines(60, i -> "-rw-r--r-- 1 dev dev  4096 Mar  4 10:11 part-" + i + ".txt");

        Compressed shown = within(text, 1_100);

        assertThat(shown.kind()).isEqualTo("listing");
        assertThat(shown.text())
                .contains("part-0.txt", "part-59.txt", "part-31.txt")
                .doesNotContain("rw-r");
    }

    @Test
    void within_page_isReadAsText() {
        String text = "<!DOCTYPE html><html><head><title>Fares</title><style>a{color:red}</style></head><body>"
                + "<script>" + "var x = 1;".repeat(300)
                + "</script><h1>Fares &amp; fees</h1><p>A ticket costs 3 EUR.</p>"
                + "<table><tr><th>Zone</th><th>EUR</th></tr><tr><td>A</td><td>3</td></tr></table>"
                + "<p>See <a href=\"/terms\">the terms</a> or <a href=\"#top\">go up</a>.</p></body></html>";

        Compressed shown = within(text, 600);

        assertThat(shown.kind()).isEqualTo("page");
        assertThat(shown.text()).isEqualTo("""
                # Fares
                # Fares & fees
                A ticket costs 3 EUR.
                Zone | EUR |
                A | 3 |
                See the terms </terms> or go up.
                [… 2 scripts and styles]
                """);
    }

    @Test
    void within_labelledValues_shortensProseFirst() {
        String text = lines(
                12,
                i -> "Title: Paper " + i + "\nKind: article\nAbstract: " + ("words of no use " + i + " ").repeat(20)
                        + "\n");

        Compressed shown = within(text, 3_200);

        assertThat(shown.text())
                .contains(IntStream.range(0, 12)
                        .mapToObj(i -> "Title: Paper " + i + "\n")
                        .toList());
        assertThat(shown.text().split("Kind: article", -1)).hasSizeLessThan(4);
    }

    @Test
    void within_markdown_keepsHeadings() {
        String text = lines(
                20,
                i -> "## Part " + i + "\n\nA first line that says something of part " + i + ".\n"
                        + "more words that follow it without any weight\n".repeat(8));

        Compressed shown = within(text, 1_400);

        assertThat(shown.kind()).isEqualTo("markdown");
        assertThat(shown.text())
                .contains(IntStream.range(0, 20)
                        .mapToObj(i -> "## Part " + i + "\n")
                        .toList());
    }

    @Test
    void within_linkLines_areOneLine() {
        String text = "# Index\n" + lines(6, i -> "- [page " + i + "](/p/" + i + ")") + "\n"
                + "Plain words here.\n".repeat(40);

        assertThat(within(text, 400).text()).contains("links: page 0 </p/0> · page 1 </p/1> · page 2 </p/2>");
    }

    @Test
    void within_table_keepsHeadAndFirstRows() {
        String text = "id,name,city\n" + lines(200, i -> i + ",customer " + i + ",Turin");

        Compressed shown = within(text, 600);

        assertThat(shown.kind()).isEqualTo("table");
        assertThat(shown.text())
                .startsWith("id,name,city\n0,customer 0,Turin\n")
                .contains("199,customer 199,Turin");
    }

    @Test
    void within_anyCharacters_neverThrowsAndNeverGrows() {
        String[] pieces = {
            "<html",
            "<!doctype html>",
            "<script",
            "href=",
            "</a>",
            "<a href='",
            "&#x",
            "&amp;",
            "@@ -1",
            "diff --git a b",
            "\n",
            "\n",
            "\r\n",
            "\ud800",
            "\udc00",
            "[",
            "](",
            "|",
            "\t",
            "-rw-r--r-- 1 a b",
            "a/b.c:12:",
            ":",
            "```",
            "# ",
            "\u0000",
            "  at ",
            "File \"x\", line ",
            "error",
            "... ",
            "1",
            "99999999999999999999",
            "%",
            "\\",
            "é",
            " ",
            "│",
        };
        for (long seed = 0; seed < 4_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(300); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int budget = random.nextInt(600);

            assertThat(within(text.toString(), budget).text().length())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(text.length());
            assertThat(LosslessForm.of(text.toString()).length())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(text.length());
        }
    }
}
