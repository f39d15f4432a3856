package io.ambit.cli.connect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A client whose configuration is known and was not tried here: it is shown for a person to put in.
 *
 * @param sign a file or folder that is there where the client is
 */
record ShownClient(String name, String title, Path sign, Change change) implements Client {
    @Override
    public boolean isFound() {
        return Files.exists(sign);
    }

    @Override
    public boolean isTested() {
        return false;
    }

    @Override
    public List<Change> changes() {
        return List.of(change);
    }

    @Override
    public List<String> gateway() {
        return List.of();
    }
}
