package io.ambit.cli.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of value that a key may have: how each is read from TOML or from plain text, and written. */
enum ConfigType {
    INT("a whole number", "7411") {
        @Override
        @Nullable Object read(Object raw) {
            return LONG.read(raw) instanceof Long number && number.intValue() == number ? number.intValue() : null;
        }
    },
    LONG("a whole number", "7411") {
        @Override
        @Nullable Object read(Object raw) {
            if (raw instanceof Integer || raw instanceof Long) {
                return ((Number) raw).longValue();
            }
            return null;
        }

        @Override
        @Nullable Object readText(String text) {
            return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : null;
        }
    },
    TEXT("a string", "\"text\"") {
        @Override
        @Nullable Object read(Object raw) {
            return raw instanceof String ? raw : null;
        }
    },
    LIST("a list of strings", "[\"a\", \"b\"]") {
        @Override
        @Nullable Object read(Object raw) {
            return raw instanceof List<?> list && list.stream().allMatch(String.class::isInstance) ? list : null;
        }

        @Override
        @Nullable Object readText(String text) {
            return text.isBlank() ? List.of() : Arrays.asList(text.trim().split("\\s*,\\s*"));
        }
    },
    DURATION("a time with its unit (ms, s, m, h or d)", "\"30s\"") {
        @Override
        @Nullable Object read(Object raw) {
            return raw instanceof String text ? DurationText.parse(text) : null;
        }
    },
    AUTH("\"token\" or \"none\"", "\"token\"") {
        @Override
        @Nullable Object read(Object raw) {
            for (AmbitConfig.Auth auth : AmbitConfig.Auth.values()) {
                if (raw.equals(auth.name().toLowerCase(Locale.ROOT))) {
                    return auth;
                }
            }
            return null;
        }
    },
    PRICES("tables of a model and its prices", "[[price]] model = \"m\" input = 1.0 cached = 0.1 output = 5.0") {
        @Override
        @Nullable Object read(Object raw) {
            List<PriceSetting> prices = new ArrayList<>();
            for (Object item : raw instanceof List<?> list ? list : List.of(raw)) {
                PriceSetting price = item instanceof Map<?, ?> table ? PriceSetting.read(table) : null;
                if (price == null) {
                    return null;
                }
                prices.add(price);
            }
            return prices;
        }

        @Override
        @Nullable Object readText(String text) {
            List<PriceSetting> prices = new ArrayList<>();
            for (String item : text.isBlank() ? new String[0] : text.split(";", -1)) {
                PriceSetting price = PriceSetting.parse(item);
                if (price == null) {
                    return null;
                }
                prices.add(price);
            }
            return prices;
        }
    },
    UPSTREAMS("tables of a name and a url", "[[upstreams]] name = \"local\" url = \"http://127.0.0.1:11434\"") {
        @Override
        @Nullable Object read(Object raw) {
            return UpstreamSetting.readAll(raw instanceof List<?> list ? list : List.of(raw));
        }

        @Override
        @Nullable Object readText(String text) {
            return UpstreamSetting.parse(text);
        }
    },
    TABLE("a table", "[name]") {
        @Override
        @Nullable Object read(Object raw) {
            return raw instanceof Map<?, ?> ? raw : null;
        }
    };

    private final String expected;
    private final String example;

    ConfigType(String expected, String example) {
        this.expected = expected;
        this.example = example;
    }

    /** The value of what the TOML parser gave, null where it is of another type. */
    abstract @Nullable Object read(Object raw);

    /** The value of plain text, from the environment or the command line; null where it is none of this type. */
    @Nullable Object readText(String text) {
        return this == INT ? INT.read(orText(LONG.readText(text))) : read(text);
    }

    private static Object orText(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /** What a message says was expected, with an example in TOML. */
    String expected() {
        return expected + ", as " + example;
    }

    /** The type's short name in the docs. */
    String label() {
        return switch (this) {
            case INT, LONG -> "integer";
            case TEXT -> "string";
            case LIST -> "list of strings";
            case DURATION -> "time";
            case AUTH -> "string";
            case PRICES, UPSTREAMS -> "list of tables";
            case TABLE -> "table";
        };
    }

    /** A value of this type as TOML. */
    static String write(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(ConfigType::write).collect(Collectors.joining(", ", "[", "]"));
            case Duration duration -> '"' + DurationText.write(duration) + '"';
            case AmbitConfig.Auth auth -> '"' + auth.name().toLowerCase(Locale.ROOT) + '"';
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            default -> value.toString();
        };
    }

    static ConfigType of(RecordComponent component) {
        Class<?> type = component.getType();
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == PriceSetting.class) {
            return PRICES;
        }
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] == UpstreamSetting.class) {
            return UPSTREAMS;
        }
        if (type == int.class) {
            return INT;
        }
        if (type == long.class) {
            return LONG;
        }
        if (type == String.class) {
            return TEXT;
        }
        if (type == List.class) {
            return LIST;
        }
        if (type == Duration.class) {
            return DURATION;
        }
        if (type == AmbitConfig.Auth.class) {
            return AUTH;
        }
        throw new IllegalArgumentException("no setting can be a " + type.getName());
    }
}
