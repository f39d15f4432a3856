package io.ambit.store.backlog;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.item.FrontMatter;
import io.ambit.core.item.Item;
import io.ambit.core.item.ItemId;
import io.ambit.core.item.ItemType;
import io.ambit.core.text.Hash;
import io.ambit.store.backlog.front.FrontMatterException;
import io.ambit.store.backlog.front.MarkdownFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param declared the id that its front matter gives it
 * @param named the id that its name gives it
 * @param alone the item, under the id that it has if no other file bears the same; null where it cannot be one
 * @param fault what is wrong with the file, or ""
 */
record ReadFile(
        String path,
        Hash version,
        Optional<ItemId> declared,
        Optional<ItemId> named,
        @Nullable Item alone,
        String fault) {

    /** Reads what a file holds. Bytes of any kind are an item or a fault, never an exception. */
    static ReadFile of(String path, byte[] bytes, Instant modifiedAt) {
        Hash version = Hash.of(bytes);
        try {
            return of(path, text(bytes), version, modifiedAt);
        } catch (CharacterCodingException e) {
            return faulty(path, version, "it is not UTF-8; it is left out until that is mended");
        } catch (InvalidInputException e) {
            return faulty(path, version, e.getMessage() + "; it is left out until that is mended");
        }
    }

    private static ReadFile of(String path, String text, Hash version, Instant modifiedAt) {
        try {
            return of(path, MarkdownFile.of(text), version, modifiedAt, "");
        } catch (FrontMatterException e) {
            String fault = e.getMessage() + "; until that is mended, only its text is listed, under the id of its name";
            return of(path, MarkdownFile.unread(text), version, modifiedAt, fault);
        }
    }

    static ReadFile faulty(String path, Hash version, String fault) {
        return new ReadFile(path, version, Optional.empty(), Optional.empty(), null, fault);
    }

    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static ReadFile of(String path, MarkdownFile file, Hash version, Instant modifiedAt, String fault) {
        FileName name = FileName.of(path);
        FrontMatter front = file.front();
        Optional<ItemId> declared = front.text(FrontMatter.ID)
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(ItemId::new);
        Optional<ItemId> named = name.id().map(ItemId::new);
        ItemId id = declared.or(() -> named).orElseGet(() -> byPath(path));
        Optional<Kind> kind = declared.isPresent() ? ofId(id).or(name::kind) : named.flatMap(any -> name.kind());
        ItemType type = type(front).or(() -> kind.map(Kind::type)).orElse(ItemType.RESOURCE);
        String title = front.text(FrontMatter.TITLE)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> Headings.first(file.body()))
                .orElseGet(() -> FileName.base(path));
        Item item = new Item(id, type, title, path, front, file.body(), version, modifiedAt);
        return new ReadFile(path, version, declared, named, item, fault);
    }

    static ItemId byPath(String path) {
        return new ItemId(ItemId.RESOURCE + path);
    }

    private static Optional<Kind> ofId(ItemId id) {
        String key = id.key();
        int hyphen = key.indexOf('-');
        return hyphen < 0 ? Optional.empty() : Kind.ofPrefix(key.substring(0, hyphen));
    }

    /** The type that the file gives, as the word that it comes closest to. */
    private static Optional<ItemType> type(FrontMatter front) {
        return front.text(FrontMatter.TYPE).flatMap(written -> {
            String word = written.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
            try {
                return Optional.of(new ItemType(word));
            } catch (InvalidInputException e) {
                return Optional.empty();
            }
        });
    }

    /** The item, if its name alone gives it its id and another file has the same. */
    Item byPathAlone() {
        Item item = item();
        ItemType type = type(item.front()).orElse(ItemType.RESOURCE);
        return new Item(byPath(path), type, item.title(), path, item.front(), item.body(), version, item.modifiedAt());
    }

    Item item() {
        if (alone == null) {
            throw new IllegalStateException(path + " holds no item: " + fault);
        }
        return alone;
    }

    boolean isItem() {
        return alone != null;
    }
}
