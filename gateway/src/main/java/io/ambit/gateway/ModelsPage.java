package io.ambit.gateway;

import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.gateway.http.Headers;
import io.ambit.gateway.route.ModelCatalog;
import io.ambit.wire.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Answers {@code GET /v1/models} where several upstreams have some, in the shape that the client's vendor gives it. */
final class ModelsPage {
    static final String PATH = "/v1/models";

    /** Nobody tells when they were made. */
    private static final String SOME_DAY = "1970-01-01T00:00:00Z";

    private final ModelCatalog catalog;

    ModelsPage(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** Whether a request is for the list. */
    static boolean asks(String method, String path) {
        return (method.equals("GET") || method.equals("HEAD")) && path.equals(PATH);
    }

    /** Returns the status that the client got, 0 where it went away first. */
    int answer(ClientExchange client, WireFormat format) {
        List<ModelCatalog.Entry> entries = catalog.of(format, client.headers(), client.hasToken());
        byte[] body = Utf8.encode(format == WireFormat.ANTHROPIC ? anthropic(entries) : openAi(entries));
        Headers headers = Headers.NONE
                .with("Content-Type", "application/json")
                .with("Content-Length", Integer.toString(body.length));
        try {
            client.begin(200, headers);
            if (!client.method().equals("HEAD")) {
                client.out().write(body);
                client.out().flush();
            }
            client.end();
            return 200;
        } catch (IOException e) {
            return 0;
        }
    }

    private static String openAi(List<ModelCatalog.Entry> entries) {
        List<Object> data = new ArrayList<>();
        for (ModelCatalog.Entry entry : entries) {
            data.add(JsonTree.object("id", entry.id(), "object", "model", "created", 0L, "owned_by", entry.owner()));
        }
        return JsonTree.write(JsonTree.object("object", "list", "data", data));
    }

    private static String anthropic(List<ModelCatalog.Entry> entries) {
        List<Object> data = new ArrayList<>();
        for (ModelCatalog.Entry entry : entries) {
            data.add(JsonTree.object(
                    "type", "model", "id", entry.id(), "display_name", entry.id(), "created_at", SOME_DAY));
        }
        return JsonTree.write(JsonTree.object(
                "data",
                data,
                "has_more",
                false,
                "first_id",
                entries.isEmpty() ? null : entries.getFirst().id(),
                "last_id",
                entries.isEmpty() ? null : entries.getLast().id()));
    }
}
