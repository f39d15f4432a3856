package io.ambit.models.profile;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.Example;
import io.ambit.core.routing.profile.FillInMiddle;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Structure;
import io.ambit.core.routing.profile.ToolDialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.toml.TomlMapper;

/** Reads the profile of one TOML file; {@code docs/models.md} has its keys. */
final class ProfileFile {
    private static final String SUFFIX_FIRST = "suffix-prefix";
    private static final String PREFIX_FIRST = "prefix-suffix";

    private ProfileFile() {}

    /** @throws AmbitException with what was expected where, but without the file's name */
    static ModelProfile parse(String text) {
        Map<?, ?> values;
        try {
            values = new TomlMapper().readValue(text, Map.class);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new AmbitException(
                    (line < 1 ? "" : "line " + line + ": ") + "expected TOML: " + e.getOriginalMessage(), e);
        }
        TomlTable file = new TomlTable("", values);
        TomlTable temperature = file.table("temperature");
        TomlTable fim = file.table("fim");
        try {
            ModelProfile profile = new ModelProfile(
                    file.text("name"),
                    file.texts("match"),
                    tier(file),
                    file.number("window"),
                    file.number("num_ctx"),
                    temperature == null ? null : temperature.decimal("code"),
                    temperature == null ? null : temperature.decimal("talk"),
                    file.decimal("top_p"),
                    file.numberIfSaid("top_k"),
                    file.texts("stop"),
                    named(file, "tools", ToolDialect::ofTitle, ToolDialect.values(), ToolDialect::title)
                            .orElse(ToolDialect.UNKNOWN),
                    fim == null ? null : fillInMiddle(fim),
                    named(file, "structure", Structure::ofTitle, Structure.values(), Structure::title)
                            .orElse(Structure.PLAIN),
                    file.text("system").strip(),
                    file.tables("examples").stream().map(ProfileFile::example).toList());
            if (temperature != null) {
                temperature.end();
            }
            file.end();
            return profile;
        } catch (IllegalArgumentException e) {
            throw new AmbitException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ModelProfile.@Nullable Tier tier(TomlTable file) {
        return switch (file.text("tier")) {
            case "" -> null;
            case "fast" -> ModelProfile.Tier.FAST;
            case "complex" -> ModelProfile.Tier.COMPLEX;
            default -> throw file.wrong("tier", "fast or complex");
        };
    }

    private static <T> Optional<T> named(
            TomlTable file, String key, Function<String, Optional<T>> ofTitle, T[] all, Function<T, String> title) {
        String text = file.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> found = ofTitle.apply(text);
        if (found.isEmpty()) {
            throw file.wrong(
                    key, "one of " + String.join(", ", Stream.of(all).map(title).toList()));
        }
        return found;
    }

    private static FillInMiddle fillInMiddle(TomlTable fim) {
        String order = fim.text("order");
        if (!List.of("", PREFIX_FIRST, SUFFIX_FIRST).contains(order)) {
            throw fim.wrong("order", PREFIX_FIRST + " or " + SUFFIX_FIRST);
        }
        FillInMiddle read = new FillInMiddle(
                fim.text("prefix"),
                fim.text("suffix"),
                fim.text("middle"),
                order.equals(SUFFIX_FIRST),
                fim.text("repo"),
                fim.text("file"),
                fim.texts("stop"));
        fim.end();
        return read;
    }

    private static Example example(TomlTable table) {
        Example example =
                new Example(table.text("task").strip(), table.text("answer").strip(), table.texts("tags"));
        table.end();
        return example;
    }
}
