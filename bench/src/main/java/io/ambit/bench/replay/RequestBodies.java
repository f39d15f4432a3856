package io.ambit.bench.replay;

import io.ambit.bench.recorded.RecordedMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The request bodies that an agent would have sent, step by step: the recorded messages, byte for byte. */
final class RequestBodies {
    private static final byte[] HEAD = "{\"model\":\"replay\",\"messages\":[".getBytes(StandardCharsets.US_ASCII);
    // An agent that calls tools sends their definitions; recordings do not keep them.
    private static final byte[] TAIL = "],\"tools\":[]}".getBytes(StandardCharsets.US_ASCII);

    private final byte[] all;
    private final int[] endOf;

    RequestBodies(List<RecordedMessage> messages) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEAD);
        endOf = new int[messages.size() + 1];
        endOf[0] = out.size();
        for (int m = 0; m < messages.size(); m++) {
            if (m > 0) {
                out.write(',');
            }
            out.writeBytes(messages.get(m).raw());
            endOf[m + 1] = out.size();
        }
        all = out.toByteArray();
    }

    /** The request with the first {@code count} messages. */
    byte[] first(int count) {
        byte[] body = Arrays.copyOf(all, endOf[count] + TAIL.length);
        System.arraycopy(TAIL, 0, body, endOf[count], TAIL.length);
        return body;
    }
}
