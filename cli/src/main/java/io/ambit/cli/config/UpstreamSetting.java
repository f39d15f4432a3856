package io.ambit.cli.config;

import static io.ambit.cli.config.BadValueException.require;

import io.ambit.wire.WireFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model server among others, as a table {@code [[upstreams]]} describes it.
 *
 * @param formats that it speaks; none: any
 * @param models names, of which each may end in {@code *}; none: it is asked
 * @param keyVariable the environment variable with the key for it, "" for none
 * @param clientKey whether the client's own key is for it
 * @param window tokens, 0 where it is not known
 * @param complex whether it is for hard tasks where Ambit chooses
 * @param local whether what is sent there stays on trusted machines
 */
public record UpstreamSetting(
        String name,
        URI url,
        Set<WireFormat> formats,
        List<String> models,
        String keyVariable,
        boolean clientKey,
        int window,
        boolean complex,
        boolean local) {
    private static final Set<String> KEYS =
            Set.of("name", "url", "formats", "models", "keyVariable", "clientKey", "window", "tier", "local");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** Reserved for models that Ambit itself stands behind: {@code ambit/auto}. */
    private static final String OURS = "ambit";

    public UpstreamSetting {
        formats = Set.copyOf(formats);
        models = List.copyOf(models);
    }

    /**
     * Reads the tables of the settings.
     *
     * @throws BadValueException where one says what cannot be; its key is what follows that of the list
     */
    static List<UpstreamSetting> readAll(List<?> tables) {
        List<UpstreamSetting> all = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            String at = "[" + i + "]";
            if (!(tables.get(i) instanceof Map<?, ?> table)) {
                throw new BadValueException(at, "a table");
            }
            all.add(read(table, at + "."));
        }
        for (UpstreamSetting one : all) {
            require(
                    all.stream().filter(other -> other.name.equals(one.name)).count() == 1,
                    ".name",
                    "each name once, found '" + one.name + "' twice");
        }
        for (WireFormat format : WireFormat.values()) {
            List<String> takers = all.stream()
                    .filter(one -> one.clientKey && (one.formats.isEmpty() || one.formats.contains(format)))
                    .map(UpstreamSetting::name)
                    .toList();
            require(
                    takers.size() <= 1,
                    ".clientKey",
                    "one upstream of a format at most, since a client's key is for one vendor; found "
                            + String.join(" and ", takers) + " for " + format.title());
        }
        return all;
    }

    /** Reads {@code NAME=URL,key=value,...;...}, lists with {@code +}; the same rules. */
    static List<UpstreamSetting> parse(String text) {
        List<Map<String, Object>> tables = new ArrayList<>();
        for (String item : text.isBlank() ? new String[0] : text.split(";", -1)) {
            Map<String, Object> table = new LinkedHashMap<>();
            for (String field : item.split(",", -1)) {
                int equals = field.indexOf('=');
                require(equals > 0, "", "NAME=URL,key=value,...;...");
                String key = field.substring(0, equals).strip();
                String value = field.substring(equals + 1).strip();
                if (table.isEmpty()) {
                    table.put("name", key);
                    table.put("url", value);
                } else {
                    table.put(key, typed(key, value));
                }
            }
            tables.add(table);
        }
        return readAll(tables);
    }

    private static Object typed(String key, String value) {
        return switch (key) {
            case "formats", "models" -> Arrays.asList(value.split("\\+", -1));
            case "window" -> value.matches("[0-9]{1,9}") ? Integer.valueOf(value) : value;
            case "clientKey", "local" -> value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
            default -> value;
        };
    }

    private static UpstreamSetting read(Map<?, ?> table, String at) {
        for (Object key : table.keySet()) {
            require(
                    KEYS.contains(key),
                    at + key,
                    "one of " + KEYS.stream().sorted().collect(Collectors.joining(", ")));
        }
        String name = text(table, "name", at, "");
        require(
                NAME.matcher(name).matches() && !name.equals(OURS),
                at + "name",
                "letters, digits, '.', '_' and '-', and not '" + OURS + "', found '" + name + "'");
        URI url = url(text(table, "url", at, ""));
        require(url != null, at + "url", "an http or https URL");
        String variable = text(table, "keyVariable", at, "");
        require(
                variable.isEmpty() || VARIABLE.matcher(variable).matches(),
                at + "keyVariable",
                "the name of an environment variable (never the key itself)");
        boolean clientKey = flag(table, "clientKey", at, false);
        require(!clientKey || variable.isEmpty(), at + "clientKey", "either keyVariable or clientKey, not both");
        String tier = text(table, "tier", at, "complex");
        require(tier.equals("fast") || tier.equals("complex"), at + "tier", "fast or complex, found '" + tier + "'");
        return new UpstreamSetting(
                name,
                url == null ? URI.create("") : url,
                formats(list(table, "formats", at), at),
                list(table, "models", at),
                variable,
                clientKey,
                window(table, at),
                tier.equals("complex"),
                flag(table, "local", at, url != null && isLoopback(url)));
    }

    private static Set<WireFormat> formats(List<String> names, String at) {
        EnumSet<WireFormat> formats = EnumSet.noneOf(WireFormat.class);
        for (String name : names) {
            switch (name) {
                case "openai" -> formats.addAll(Set.of(WireFormat.OPENAI_CHAT, WireFormat.OPENAI_RESPONSES));
                case "ollama" -> formats.addAll(Set.of(WireFormat.OLLAMA_CHAT, WireFormat.OLLAMA_GENERATE));
                default -> {
                    List<WireFormat> known = Arrays.stream(WireFormat.values())
                            .filter(format -> format.title().equals(name))
                            .toList();
                    require(
                            !known.isEmpty(),
                            at + "formats",
                            "openai, ollama or of "
                                    + Arrays.stream(WireFormat.values())
                                            .map(WireFormat::title)
                                            .collect(Collectors.joining(", "))
                                    + "; found '" + name + "'");
                    formats.addAll(known);
                }
            }
        }
        return formats;
    }

    private static int window(Map<?, ?> table, String at) {
        Object value = table.get("window");
        if (value == null) {
            return 0;
        }
        boolean fits = value instanceof Integer || value instanceof Long;
        long tokens = fits ? ((Number) value).longValue() : -1;
        require(tokens >= 0 && tokens <= Integer.MAX_VALUE, at + "window", "tokens, 0 or more");
        return (int) tokens;
    }

    private static String text(Map<?, ?> table, String key, String at, String otherwise) {
        Object value = table.get(key);
        require(value == null || value instanceof String, at + key, "a string");
        return value instanceof String text ? text : otherwise;
    }

    private static boolean flag(Map<?, ?> table, String key, String at, boolean otherwise) {
        Object value = table.get(key);
        require(value == null || value instanceof Boolean, at + key, "true or false");
        return value instanceof Boolean flag ? flag : otherwise;
    }

    private static List<String> list(Map<?, ?> table, String key, String at) {
        Object value = table.get(key);
        if (value instanceof String one) {
            return List.of(one);
        }
        List<String> texts = new ArrayList<>();
        for (Object item : value instanceof List<?> items ? items : List.of()) {
            require(item instanceof String text && !text.isBlank(), at + key, "a list of strings");
            texts.add(String.valueOf(item));
        }
        require(value == null || value instanceof List<?>, at + key, "a list of strings");
        return texts;
    }

    private static @Nullable URI url(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isLoopback(URI url) {
        String host = url.getHost();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
