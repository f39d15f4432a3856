package io.ambit.testkit;

import io.ambit.core.spi.MemoryStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A store whose process ends before a certain write: what came before is durable, nothing comes after. */
final class CutOff {
    private static final Set<String> WRITES =
            Set.of("add", "replace", "archive", "forget", "forgetAll", "used", "link", "unlink");

    private CutOff() {}

    /** The process has ended. */
    static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static MemoryStore before(MemoryStore store, int writes) {
        int[] left = {writes};
        return (MemoryStore) Proxy.newProxyInstance(
                MemoryStore.class.getClassLoader(), new Class<?>[] {MemoryStore.class}, (proxy, method, arguments) -> {
                    if (WRITES.contains(method.getName()) && left[0]-- <= 0) {
                        throw new Reached();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
