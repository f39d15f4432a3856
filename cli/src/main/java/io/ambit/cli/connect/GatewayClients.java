package io.ambit.cli.connect;

import io.ambit.cli.config.AmbitHome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clients whose models are asked through the gateway for good, as {@code ambit connect} has noted.
 *
 * @param written name of a client, and the text that holds the address
 */
public record GatewayClients(Map<String, String> written) {
    public GatewayClients {
        written = Map.copyOf(written);
    }

    /** Those of a data folder. */
    public static GatewayClients of(AmbitHome home) {
        Map<String, String> written = new LinkedHashMap<>();
        Connection.written(Connection.notes(home)).stream()
                .filter(each -> each.what().equals(LastingAddress.WHAT))
                .forEach(each -> written.put(each.client(), each.text()));
        return new GatewayClients(written);
    }

    /** Those that ask another gateway than the one of this address; all, where it is "". */
    public List<String> besides(String url) {
        return written.entrySet().stream()
                .filter(each -> url.isEmpty() || !each.getValue().contains(url))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** What the user of one of them can do. */
    public static String remedy(String client) {
        return LastingAddress.remedy(client);
    }
}
