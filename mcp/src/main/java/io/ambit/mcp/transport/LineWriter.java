package io.ambit.mcp.transport;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpStreamableServerTransport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Messages to the client, a line each. All streams of a session go the same way here, so closing one closes nothing. */
final class LineWriter implements McpStreamableServerTransport {
    private static final Logger LOG = LoggerFactory.getLogger(LineWriter.class);

    private final OutputStream out;
    private boolean broken;

    LineWriter(OutputStream out) {
        this.out = out;
    }

    synchronized void write(String message) {
        if (broken) {
            return;
        }
        try {
            out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // Whoever reads is gone; the end of the input follows.
            broken = true;
            LOG.info("the client reads no more: {}", e.getMessage());
        }
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message) {
        return Mono.fromRunnable(() -> write(Json.write(message)));
    }

    @Override
    public Mono<Void> sendMessage(JSONRPCMessage message, String messageId) {
        return sendMessage(message);
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> typeRef) {
        return Json.convert(data, typeRef);
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    @Override
    public void close() {
        // The stream is the process's.
    }
}
