package io.ambit.wire.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.core.context.RetrieveTool;
import io.ambit.core.text.Json;
import io.ambit.core.text.Utf8;
import io.ambit.core.tool.Invocation;
import io.ambit.wire.CallRepair;
import io.ambit.wire.SseEvent;
import io.ambit.wire.SseSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Repairs to test with, and what must hold for any answer that goes through one. */
public final class Repairs {
    /** Holds every call of the client's, and finds nothing to set right. */
    public static final CallRepair KEEPING = new Held() {
        @Override
        public Optional<Invocation> repaired(String tool, String arguments) {
            return Optional.empty();
        }
    };

    /** Gives every call of the client's that is whole another name and other arguments. */
    public static final CallRepair RENAMING = new Held() {
        @Override
        public Optional<Invocation> repaired(String tool, String arguments) {
            return Invocation.parse(tool, arguments)
                    .map(call -> new Invocation(renamed(tool), new TreeMap<>(Map.of("was", tool, "said", 7L))));
        }
    };

    private Repairs() {}

    private abstract static class Held implements CallRepair {
        @Override
        public boolean holds(String tool) {
            return !tool.equals(RetrieveTool.NAME);
        }
    }

    /** The name that {@link #RENAMING} gives. */
    public static String renamed(String tool) {
        return "fixed_" + tool;
    }

    /** The number of events, and which of them can be read, stays whatever is set right. */
    public static void assertSameEvents(byte[] sent, byte[] got) {
        assertThat(count(got, SseEvent::hasData)).isEqualTo(count(sent, SseEvent::hasData));
        assertThat(count(got, Repairs::isReadable)).isEqualTo(count(sent, Repairs::isReadable));
    }

    /** All events are there as they came, in their order but for signs of life, which wait for nothing. */
    public static void assertKept(byte[] sent, byte[] got) {
        assertThat(got).hasSameSizeAs(sent);
        assertThat(texts(got, event -> true)).containsExactlyInAnyOrderElementsOf(texts(sent, event -> true));
        assertThat(texts(got, Repairs::hasPlace)).isEqualTo(texts(sent, Repairs::hasPlace));
    }

    private static boolean hasPlace(SseEvent event) {
        return event.hasData()
                && !(AnswerTap.parsed(event.data()) instanceof Json.Obj root && "ping".equals(root.text("type")));
    }

    private static long count(byte[] bytes, Predicate<SseEvent> which) {
        return events(bytes).stream().filter(which).count();
    }

    private static boolean isReadable(SseEvent event) {
        return AnswerTap.parsed(event.data()) != null;
    }

    /** The second half of a line end may stand in the next event, which may not be the same one. */
    private static List<String> texts(byte[] bytes, Predicate<SseEvent> which) {
        return events(bytes).stream()
                .filter(which)
                .map(event -> Utf8.decode(event.raw()).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<SseEvent> events(byte[] bytes) {
        List<SseEvent> events = new ArrayList<>();
        SseSplitter splitter = new SseSplitter(AnswerRound.MAX_READ);
        try {
            splitter.feed(bytes, 0, bytes.length, events::add);
            splitter.finish(events::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }
}
