package io.ambit.cli;

import io.ambit.cli.config.AmbitHome;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.gateway.route.RegisteredUpstreams;
import io.ambit.store.file.PrivateFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The upstreams of agents in {@code run.json}: a gateway that is started again under their feet still knows them. */
final class RunUpstreams {
    private RunUpstreams() {}

    /** Those of earlier runs, and a note of each new one. */
    static RegisteredUpstreams of(AmbitHome home, String token) {
        Path file = home.folder().resolve("run.json");
        return new RegisteredUpstreams(
                token,
                read(file),
                all -> PrivateFile.writeJson(
                        file,
                        JsonTree.object(
                                "upstreams", all.stream().map(URI::toString).toList())));
    }

    private static List<URI> read(Path file) {
        try {
            Json upstreams = Json.parse(PrivateFile.read(file).orElse("{}")).get("upstreams");
            return (upstreams == null ? List.<Json>of() : upstreams.items())
                    .stream()
                            .map(address -> URI.create(String.valueOf(address.asText())))
                            .toList();
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            // It holds nothing that the next run does not tell again.
            System.getLogger(RunUpstreams.class.getName())
                    .log(System.Logger.Level.WARNING, file + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
