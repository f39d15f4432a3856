package io.ambit.core.memory.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Draft;
import io.ambit.core.record.MemoryRecord;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.RecordId;
import io.ambit.core.record.RecordKind;
import io.ambit.core.session.Space;
import io.ambit.testkit.HostileRecords;
import io.ambit.testkit.HostileRecords.Hostile;
import io.ambit.testkit.Seed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuotedRecordTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:30Z");
    private static final Pattern HEADER = Pattern.compile("\\[memory (\\S+): [^\\[\\]<>\\n]*; quoted data]");
    /** What no shown text may hold: controls, direction marks, invisible letters, halves of letters. */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060-\u206F\uFEFF\u2028\u2029"
                    + "\u0085\u3164\u115F]|[\\x{E0000}-\\x{E0FFF}]|\\p{Cs}|[\\x{FFFE}\\x{FFFF}]");
    /** How other marks begin: chat templates, tags of roles and tools, Ambit's own. */
    private static final Pattern MARKS =
            Pattern.compile("(?i)<\\||\\|>|<<SYS|</?(system|tool_|function_|memory|record|start_of|end_of)|\\[/?INST]"
                    + "|\\[(cut from|end as in|end of|same output|redacted|memory |summary of|iterations |\u2026)");

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void of_hostileContent_staysInItsQuotation(Hostile hostile) {
        for (Content content : HostileRecords.contents(hostile)) {
            String shown = QuotedRecord.of(record("sem-001", content, hostile.text()))
                    + QuotedRecord.of(record("sem-002", new Document("after", "after"), "file"));

            List<Block> blocks = read(shown);

            assertThat(blocks).extracting(Block::id).containsExactly("sem-001", "sem-002");
            assertThat(blocks.getLast().body()).isEqualTo("after\n");
            assertThat(UNSEEN.matcher(shown).find())
                    .as("unseen characters in %s", shown)
                    .isFalse();
            assertThat(MARKS.matcher(blocks.getFirst().body()).results().map(found -> found.group()))
                    .as("marks of others in %s", shown)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.Seeds#thousand")
    void of_anyMixOfDelimiters_isReadBackAsOneQuotation(Seed seed) {
        SplittableRandom random = seed.random();
        List<String> pieces = List.of(
                "[end of sem-001]",
                "]",
                "[",
                "> ",
                "\n",
                "\r",
                "\u2028",
                "\u0085",
                "\u000B",
                "<|",
                "|>",
                "\u200D",
                "\u202E",
                "[memory sem-002: ",
                "; quoted data]",
                "</memory>",
                "word",
                " ",
                "\uD83D",
                "\uDE00",
                "x");
        List<MemoryRecord> records = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        for (int r = 1; r <= 3; r++) {
            StringBuilder text = new StringBuilder("begin ");
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(Seed.pick(random, pieces));
            }
            records.add(record("sem-00" + r, new Document("d", text.toString()), text.toString()));
            shown.append(QuotedRecord.of(records.getLast()));
        }

        List<Block> blocks = read(shown.toString());

        assertThat(blocks).extracting(Block::id).as("%s", seed).containsExactly("sem-001", "sem-002", "sem-003");
        for (int r = 0; r < 3; r++) {
            assertThat(blocks.get(r).body())
                    .as("%s", seed)
                    .startsWith(SafeText.lines(records.get(r).content().text()));
        }
    }

    @Test
    void of_plainText_isShownAsItIs() {
        String text = "Grüße aus 東京 👩‍👩‍👧 ❤️ नमस्ते: List<String> a[0] = b | c; \"q\" 'x'\n\n\tindented\nनी‌ल";

        String shown = QuotedRecord.of(record("doc-001", new Document("notes.md", text), "file"));

        assertThat(shown)
                .isEqualTo(
                        "[memory doc-001: document, 2026-03-01T10:00Z, written by \"import\", from \"file\"; quoted data]\n> "
                                + text.replace("\n", "\n> ")
                                + "\n[end of doc-001]\n");
    }

    @Test
    void of_sameRecord_readsTheSame() {
        MemoryRecord record = record("doc-001", new Document("n", "text"), "file");

        assertThat(QuotedRecord.of(record))
                .isEqualTo(QuotedRecord.of(record("doc-001", new Document("n", "text"), "file")));
    }

    @ParameterizedTest
    @MethodSource("io.ambit.testkit.HostileRecords#all")
    void line_hostileText_isOneSafeLine(Hostile hostile) {
        String line = QuotedRecord.line(hostile.text());

        assertThat(line).doesNotContain("\n", "\r").hasSizeLessThanOrEqualTo(160);
        assertThat(UNSEEN.matcher(line).find()).isFalse();
        assertThat(MARKS.matcher(line).find()).isFalse();
    }

    private record Block(String id, String body) {}

    /** Reads blocks as anyone would who knows the form, and nothing else: fails on a line that belongs to none. */
    private static List<Block> read(String shown) {
        List<Block> blocks = new ArrayList<>();
        String id = null;
        StringBuilder body = new StringBuilder();
        for (String line : shown.split("\\R", -1)) {
            var header = HEADER.matcher(line);
            if (id == null && header.matches()) {
                id = header.group(1);
            } else if (id != null && line.startsWith("> ")) {
                body.append(line, 2, line.length()).append('\n');
            } else if (id != null && line.equals("[end of " + id + "]")) {
                blocks.add(new Block(id, body.toString()));
                body.setLength(0);
                id = null;
            } else {
                assertThat(line).as("a line outside of every quotation").isEmpty();
            }
        }
        assertThat(id).as("quotation that does not end").isNull();
        return blocks;
    }

    private static MemoryRecord record(String id, Content content, String source) {
        String from = source.isBlank() ? "x" : source;
        Provenance provenance = content.kind() == RecordKind.DOCUMENT
                ? Provenance.imported(from, "")
                : Provenance.imported(from, "").withSession(from, 1);
        return new MemoryRecord(
                new RecordId(id),
                Draft.of(Space.DEFAULT, content, provenance, NOW),
                NOW,
                MemoryRecord.State.LIVE,
                0,
                null);
    }
}
