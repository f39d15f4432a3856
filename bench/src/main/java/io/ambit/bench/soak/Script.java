package io.ambit.bench.soak;

import io.ambit.bench.dialect.Dialect;
import io.ambit.bench.dialect.MadeAnswer;
import io.ambit.wire.WireFormat;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is to be answered to one request. Both sides make it of the same few values, so that the client knows what it
 * has to get.
 */
record Script(WireFormat format, Fault fault, long number, boolean stream) {
    static final String HEADER = "X-Soak";
    static final String LIMITED_BODY = "{\"error\":{\"message\":\"slow down\",\"type\":\"rate_limit_error\"}}";
    static final String FAILED_BODY = "{\"error\":{\"message\":\"model crashed\",\"type\":\"server_error\"}}";

    private static final List<String> WORDS =
            List.of("The ", "test ", "passes ", "now; ", "é ", "日本 ", "🙂 ", "line\n", "\"quoted\" ", "\\ ");

    /** As it stands in a field of the head. */
    String text() {
        return format.name() + ";" + fault.name() + ";" + number + ";" + stream;
    }

    static Script parse(String text) {
        String[] words = text.split(";", 4);
        return new Script(
                WireFormat.valueOf(words[0]),
                Fault.valueOf(words[1]),
                Long.parseLong(words[2]),
                Boolean.parseBoolean(words[3]));
    }

    /** The answer of a server that is well. */
    MadeAnswer answer() {
        SplittableRandom random = new SplittableRandom(number);
        StringBuilder text = new StringBuilder("#" + number + " ");
        int words = 5 + random.nextInt(80);
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        Dialect dialect = Dialect.of(format);
        return random.nextInt(3) == 0
                ? dialect.call("read", "{\"path\":\"src/File" + number + ".java\"}", stream)
                : dialect.answer(text.toString(), stream);
    }

    /** Bytes that nobody can read. */
    byte[] garbage() {
        byte[] noise = new byte[2000];
        new SplittableRandom(number).nextBytes(noise);
        return noise;
    }
}
