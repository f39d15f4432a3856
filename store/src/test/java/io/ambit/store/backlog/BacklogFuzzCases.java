package io.ambit.store.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.error.AmbitException;
import io.ambit.core.item.ItemEdit;
import io.ambit.core.item.ItemEdit.Change;
import io.ambit.core.text.Value;
import io.ambit.store.backlog.front.FrontMatterException;
import io.ambit.store.backlog.front.MarkdownFile;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What holds of any bytes, whoever makes them up. */
final class BacklogFuzzCases {
    private BacklogFuzzCases() {}

    /** A file of any bytes is an item, or named as a fault; an edit of it changes what it was to, or is refused. */
    static void file(byte[] data) {
        ReadFile read = ReadFile.of("tasks/TASK-0001.md", data, Instant.EPOCH);
        assertThat(read.isItem() || !read.fault().isEmpty()).isTrue();
        if (!read.isItem() || !read.fault().isEmpty()) {
            return;
        }
        try {
            String text = ReadFile.text(data);
            MarkdownFile file = MarkdownFile.of(text);
            assertThat(text).endsWith(file.body());
            ItemEdit edit = ItemEdit.of(Map.of("status", new Change.Set(new Value.Str("done", false))));
            MarkdownFile after = MarkdownFile.of(ItemText.edited(file, edit, Instant.EPOCH));
            assertThat(after.front().text("status")).isEqualTo(Optional.of("done"));
            assertThat(after.body()).isEqualTo(file.body());
        } catch (FrontMatterException e) {
            // Refused in words.
            assertThat(e).isInstanceOf(AmbitException.class).hasMessageNotContaining("null");
        } catch (CharacterCodingException e) {
            throw new AssertionError("read as an item, and yet no text", e);
        }
    }

    /** Decoding any path yields one that hides nothing more, or nothing. */
    static void path(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        PercentDecoding.decode(text)
                .ifPresent(decoded -> assertThat(PercentDecoding.decode(decoded.replace("%", "")))
                        .contains(decoded.replace("%", "")));
    }
}
