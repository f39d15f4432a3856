package io.ambit.cli.connect;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What leads all requests of a client to models through {@code ambit start}, for as long as it stands in its
 * configuration.
 *
 * @param namesModels whether the client takes only models that are named there
 * @param hindrance says why it would have no effect as the client is configured, "" where it has
 */
record LastingAddress(Change change, boolean namesModels, Supplier<String> hindrance) {
    /** What a change of this kind is called, also in the notes of what was written. */
    static final String WHAT = "address of the gateway";

    static LastingAddress of(Path file, ConfigEntry entry, Supplier<String> hindrance) {
        return new LastingAddress(new Change(WHAT, file, entry), false, hindrance);
    }

    /** One whose models are named beside it. */
    static LastingAddress ofModels(Path file, ConfigEntry entry) {
        return new LastingAddress(new Change(WHAT, file, entry), true, () -> "");
    }

    /** How a client is helped that asks a gateway that does not run, in the words of people. */
    static String remedy(String client) {
        return "'ambit start' starts one, 'ambit connect " + client + " --undo' takes the address out again";
    }

    static List<String> written(Client client, String base) {
        return List.of(
                "models of " + client.title() + " are asked through " + base + " from now on",
                "while no gateway runs there it reaches none of them: " + remedy(client.name()));
    }
}
