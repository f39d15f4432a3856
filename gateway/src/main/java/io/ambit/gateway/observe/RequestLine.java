package io.ambit.gateway.observe;

import io.ambit.wire.WireFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A request's line in the log, at level debug. Its names are those of OpenTelemetry's semantic conventions for
 * generative AI and for HTTP where they have one. It has neither content nor query, where a key may stand.
 */
final class RequestLine {
    private static final Logger LOG = LoggerFactory.getLogger("io.ambit.request");
    private static final int MAX_CHARS = 120;

    private RequestLine() {}

    static void write(Seen seen) {
        if (!LOG.isDebugEnabled()) {
            return;
        }
        LoggingEventBuilder line = LOG.atDebug()
                .addKeyValue("http.request.method", seen.method())
                .addKeyValue("url.path", shown(seen.path()))
                .addKeyValue("http.response.status_code", seen.status())
                .addKeyValue("ambit.space", seen.space())
                .addKeyValue("ambit.duration.ms", seen.total().toMillis());
        WireFormat format = seen.format();
        if (format != null) {
            line = line.addKeyValue("gen_ai.operation.name", operation(format))
                    .addKeyValue("gen_ai.provider.name", provider(format))
                    .addKeyValue("ambit.format", format.title());
        }
        line = text(line, "gen_ai.request.model", seen.model());
        line = text(line, "ambit.sent.model", seen.sentModel());
        line = text(line, "ambit.upstream", seen.upstream());
        line = text(line, "ambit.session", seen.session());
        if (!seen.server().isEmpty()) {
            line = line.addKeyValue("server.address", seen.server())
                    .addKeyValue("server.port", seen.port())
                    .addKeyValue("ambit.bytes.in", seen.bytesIn())
                    .addKeyValue("ambit.bytes.forwarded", seen.bytesForwarded())
                    .addKeyValue("ambit.first_byte.ms", seen.firstByte().toMillis());
        }
        if (seen.rounds().stream().anyMatch(usage -> usage.isKnown())) {
            line = line.addKeyValue("gen_ai.usage.input_tokens", seen.inputTokens())
                    .addKeyValue("gen_ai.usage.output_tokens", seen.outputTokens());
        }
        line = text(line, "gen_ai.response.finish_reasons", seen.finish());
        if (seen.status() == 0) {
            line = line.addKeyValue("error.type", "client_gone");
        } else if (seen.status() >= 400) {
            line = line.addKeyValue("error.type", Integer.toString(seen.status()));
        }
        line.log("request");
    }

    private static LoggingEventBuilder text(LoggingEventBuilder line, String name, String value) {
        return value.isEmpty() ? line : line.addKeyValue(name, shown(value));
    }

    /** Names that clients choose may hold anything: no line ends, and not too long. */
    private static String shown(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(value.length(), MAX_CHARS); i++) {
            char c = value.charAt(i);
            out.append(c > ' ' && c < 0x7F && c != '"' && c != '\\' ? c : '_');
        }
        return out.toString();
    }

    private static String operation(WireFormat format) {
        return format == WireFormat.OLLAMA_GENERATE ? "text_completion" : "chat";
    }

    private static String provider(WireFormat format) {
        String title = format.title().toLowerCase(Locale.ROOT);
        int dash = title.indexOf('-');
        return dash < 0 ? title : title.substring(0, dash);
    }
}
