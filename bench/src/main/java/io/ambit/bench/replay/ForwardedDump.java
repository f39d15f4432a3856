package io.ambit.bench.replay;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes what a policy forwarded, as JSON Lines: each distinct message once, with a hash, then for each step the hashes
 * of its request. The file appears when it is whole.
 */
final class ForwardedDump implements AutoCloseable {
    private final PendingFile file;
    private final OutputStream out;
    private final Set<String> written = new HashSet<>();

    /** Opens {@code folder/POLICY.jsonl}. */
    ForwardedDump(Path folder, String policy) throws IOException {
        file = new PendingFile(folder.resolve(policy.replace('/', '_') + ".jsonl"));
        out = file.out();
    }

    void step(String trajectory, ReplayedStep step) {
        try {
            StringBuilder request = new StringBuilder("{\"id\":");
            JsonStrings.quote(trajectory, request);
            request.append(",\"step\":").append(step.number()).append(",\"request\":[");
            String before = "";
            for (ScoredMessages.ScoredMessage forwarded : step.forwarded()) {
                if (written.add(forwarded.hash())) {
                    message(forwarded);
                }
                request.append(before).append('"').append(forwarded.hash()).append('"');
                before = ",";
            }
            request.append("],\"added_tokens\":").append(step.added()).append("}\n");
            out.write(Utf8.encode(request.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the forwarded requests", e);
        }
    }

    private void message(ScoredMessages.ScoredMessage forwarded) throws IOException {
        byte[] raw = forwarded.message().raw();
        Json message = Json.parse(raw);
        out.write(ascii("{\"message\":\"" + forwarded.hash() + "\""));
        for (String name : new String[] {"role", "content", "tool_calls", "tool_call_id"}) {
            Json value = message.get(name);
            if (value != null) {
                out.write(ascii(",\"" + name + "\":"));
                // As it came, save that a record is one line: line ends stand between values only, never in strings.
                for (int i = value.start(); i < value.end(); i++) {
                    out.write(raw[i] == '\n' || raw[i] == '\r' ? ' ' : raw[i]);
                }
            }
        }
        out.write(ascii("}\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void commit() throws IOException {
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
