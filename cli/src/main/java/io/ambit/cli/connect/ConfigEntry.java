package io.ambit.cli.connect;

import io.ambit.core.error.InvalidInputException;
import java.util.Optional;

/** An entry of a configuration file, which is put in and taken out as text: no other byte of the file changes. */
interface ConfigEntry {

    /** What a file says of the entry. */
    enum State {
        MISSING,
        PRESENT,
        /** There is one of the same name that says something else. */
        DIFFERENT
    }

    /**
     * How a file stands to the entry.
     *
     * @throws InvalidInputException where the file cannot be read as what it is
     */
    State state(byte[] file);

    /**
     * What is to be put into a file in which the entry is missing.
     *
     * @throws InvalidInputException where it has no place there
     */
    Insertion insertion(byte[] file);

    /**
     * The file without the entry, where others have changed how it is written; empty where it is not in it.
     *
     * @param written the text that was put in: what it made around the entry goes too, once nothing else is in it
     * @throws InvalidInputException where it cannot be taken out by itself
     */
    Optional<byte[]> without(byte[] file, String written);
}
