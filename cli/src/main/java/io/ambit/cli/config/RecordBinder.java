package io.ambit.cli.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Makes a settings record from its defaults and the values that were given. */
final class RecordBinder {
    private final Map<String, Object> values;

    /** @param values by path, of the types that the record's components have */
    RecordBinder(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * @param prefix path of the record, with a dot at its end, "" for the outermost
     * @throws Refused where the record does not accept a value
     */
    Record bind(String prefix, Record defaults) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String path = prefix + components[i].getName();
            Object byDefault = read(defaults, components[i]);
            arguments[i] =
                    byDefault instanceof Record table ? bind(path + ".", table) : values.getOrDefault(path, byDefault);
        }
        try {
            return create(defaults.getClass(), components, arguments);
        } catch (BadValueException e) {
            throw new Refused(prefix + e.key(), e);
        }
    }

    static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private static Record create(Class<? extends Record> type, RecordComponent[] components, Object[] arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof BadValueException refused) {
                throw refused;
            }
            throw new IllegalStateException(type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** A value that its record refused, with the whole path of its key. */
    static final class Refused extends RuntimeException {
        private final String path;
        private final String expected;

        Refused(String path, BadValueException cause) {
            super(cause.getMessage(), cause);
            this.path = path;
            this.expected = cause.expected();
        }

        String path() {
            return path;
        }

        String expected() {
            return expected;
        }
    }
}
