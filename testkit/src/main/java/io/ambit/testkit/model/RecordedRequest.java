package io.ambit.testkit.model;

import io.ambit.core.text.JsonStrings;
import io.ambit.core.text.Utf8;
import java.util.List;
import java.util.Map;

/**
 * A request as the server got it.
 *
 * @param headers lines in their order, names as they were spelled
 * @param body without its transfer coding
 */
@SuppressWarnings("ArrayRecordComponent") // recorded and read, never compared
public record RecordedRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {
    /** The first value of that name in any case, "" where there is none. */
    public String header(String name) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return header.getValue();
            }
        }
        return "";
    }

    public String text() {
        return Utf8.decode(body);
    }

    /** One JSON object on one line. */
    String json() {
        StringBuilder out = new StringBuilder("{\"method\":");
        JsonStrings.quote(method, out);
        out.append(",\"target\":");
        JsonStrings.quote(target, out);
        out.append(",\"headers\":[");
        String before = "";
        for (Map.Entry<String, String> header : headers) {
            out.append(before).append('[');
            JsonStrings.quote(header.getKey(), out);
            out.append(',');
            JsonStrings.quote(header.getValue(), out);
            out.append(']');
            before = ",";
        }
        out.append("],\"body\":");
        JsonStrings.quote(text(), out);
        return out.append('}').toString();
    }
}
