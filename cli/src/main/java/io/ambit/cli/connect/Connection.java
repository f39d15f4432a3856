package io.ambit.cli.connect;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.connect.ConfigEntry.State;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import io.ambit.core.text.JsonTree;
import io.ambit.core.text.Utf8;
import io.ambit.store.file.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what points a client at Ambit, and takes it back. What was written is noted in {@code connect.json} of the data
 * folder; one process at a time writes.
 */
final class Connection {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path notes;
    private final String time;

    Connection(AmbitHome home, Instant now) {
        this.notes = notes(home);
        this.time = TIME.format(now);
    }

    /** Where it is noted what was written. */
    static Path notes(AmbitHome home) {
        return home.folder().resolve("connect.json");
    }

    /** How a file stands to a change. */
    static State state(Change change) {
        try {
            return change.entry().state(ConfigBytes.read(change.file()));
        } catch (InvalidInputException e) {
            throw new AmbitException(change.file() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts in what is missing; what an earlier version of Ambit put in is taken out first.
     *
     * @return what was done, a line each
     * @throws AmbitException where a file cannot be read as what it is, or holds an entry of somebody else
     */
    List<String> write(Client client, List<Change> changes) {
        return PrivateFile.alone(notes, () -> {
            List<String> done = new ArrayList<>();
            Map<Path, String> backups = new LinkedHashMap<>();
            changes.forEach(change -> check(client, change));
            for (Change change : changes) {
                if (state(change) == State.PRESENT) {
                    done.add(change.file() + ": " + change.what() + " is there already");
                } else {
                    takeOutOlder(client, change);
                    put(client, change, backups);
                    done.add(change.file() + ": " + change.what() + " written");
                }
            }
            backups.values().stream().filter(name -> !name.isEmpty()).forEach(name -> done.add("as it was: " + name));
            return done;
        });
    }

    /** Before anything is written: a change that has no place leaves the others unwritten too. */
    private void check(Client client, Change change) {
        switch (state(change)) {
            case PRESENT -> {
                // nothing is to be done
            }
            case MISSING -> insertion(client, change, ConfigBytes.read(change.file()));
            case DIFFERENT -> {
                if (written(notes).stream().noneMatch(each -> each.isOf(client, change))) {
                    throw new AmbitException(change.file() + ": where the " + change.what()
                            + " belongs, it says something else. Nothing was written: take that out first, or edit it "
                            + "by hand");
                }
            }
        }
    }

    private static Insertion insertion(Client client, Change change, byte[] before) {
        try {
            Insertion insertion = change.entry().insertion(before);
            if (change.entry().state(insertion.into(before)) != State.PRESENT) {
                throw new InvalidInputException("no place was found for the entry");
            }
            return insertion;
        } catch (InvalidInputException e) {
            throw new AmbitException(
                    change.file() + ": " + e.getMessage() + ". Nothing was written; 'ambit connect " + client.name()
                            + "' shows what to put in",
                    e);
        }
    }

    private void put(Client client, Change change, Map<Path, String> backups) {
        Path file = ConfigBytes.real(change.file());
        byte[] before = ConfigBytes.read(file);
        Insertion insertion = insertion(client, change, before);
        byte[] after = insertion.into(before);
        String backup = backups.computeIfAbsent(file, this::backUp);
        List<Path> folders = ConfigBytes.write(file, after);
        List<Written> all = written(notes);
        all.add(new Written(
                client.name(), change.what(), file, insertion.at(), insertion.text(), Hash.of(after), backup, folders));
        note(all);
    }

    private String backUp(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        Path backup = file.resolveSibling(file.getFileName() + ".ambit-backup-" + time);
        for (int i = 2; Files.exists(backup); i++) {
            backup = file.resolveSibling(file.getFileName() + ".ambit-backup-" + time + "-" + i);
        }
        ConfigBytes.backUp(file, backup);
        return backup.toString();
    }

    private void takeOutOlder(Client client, Change change) {
        List<Written> all = written(notes);
        for (Written each : List.copyOf(all)) {
            if (each.isOf(client, change)) {
                takeOut(each, change.entry());
                all.remove(each);
            }
        }
        note(all);
    }

    /**
     * Takes out what was written, the last first.
     *
     * @return what was done, a line each
     */
    List<String> undo(Client client) {
        return PrivateFile.alone(notes, () -> {
            List<String> done = new ArrayList<>();
            List<Written> all = written(notes);
            for (Written each : List.copyOf(all).reversed()) {
                if (each.client().equals(client.name())) {
                    done.add(each.file() + ": " + each.what() + " " + takeOut(each, entry(client, each)));
                    all.remove(each);
                    note(all);
                    forgetBackup(each, all, done);
                }
            }
            return done;
        });
    }

    /** The entry as it is now known, for a file that others have written anew. */
    private static Optional<ConfigEntry> entry(Client client, Written written) {
        return Stream.concat(client.changes().stream(), client.lasting(List.of()).map(LastingAddress::change).stream())
                .filter(change -> written.isOf(client, change))
                .map(Change::entry)
                .findFirst();
    }

    private static void takeOut(Written written, ConfigEntry entry) {
        takeOut(written, Optional.of(entry));
    }

    private static String takeOut(Written written, Optional<ConfigEntry> entry) {
        Path file = written.file();
        if (!Files.exists(file)) {
            return "is gone with its file";
        }
        byte[] bytes = ConfigBytes.read(file);
        int length = Utf8.encode(written.text()).length;
        boolean untouched = Hash.of(bytes).equals(written.after());
        if (untouched && written.backup().isEmpty() && length == bytes.length) {
            ConfigBytes.delete(file);
            written.folders().reversed().forEach(Connection::deleteEmpty);
            return "taken out, and the file with it, which held nothing else";
        }
        if (untouched) {
            ConfigBytes.write(file, Insertion.cut(bytes, written.at(), written.at() + length));
            return "taken out; the file is as it was";
        }
        String text = Utf8.decode(bytes);
        int found = text.indexOf(written.text());
        if (found >= 0 && text.indexOf(written.text(), found + 1) < 0) {
            int start = Utf8.encode(text.substring(0, found)).length;
            ConfigBytes.write(file, Insertion.cut(bytes, start, start + length));
            return "taken out";
        }
        try {
            Optional<byte[]> without = entry.flatMap(each -> each.without(bytes, written.text()));
            without.ifPresent(left -> ConfigBytes.write(file, left));
            return without.isPresent() ? "taken out" : "is not there any more";
        } catch (InvalidInputException e) {
            throw new AmbitException(file + ": " + e.getMessage(), e);
        }
    }

    private static void deleteEmpty(Path folder) {
        String[] names = folder.toFile().list();
        if (names != null && names.length == 0) {
            ConfigBytes.delete(folder);
        }
    }

    /** The copy goes once the file is as it was and no other change needs it; else it stays, and is named. */
    private static void forgetBackup(Written undone, List<Written> left, List<String> done) {
        Path backup = Path.of(undone.backup());
        boolean needed = left.stream().anyMatch(each -> each.backup().equals(undone.backup()));
        if (undone.backup().isEmpty() || needed || !Files.exists(backup)) {
            return;
        }
        if (Hash.of(ConfigBytes.read(backup)).equals(Hash.of(ConfigBytes.read(undone.file())))) {
            ConfigBytes.delete(backup);
        } else {
            done.add("kept, since the file was changed by others meanwhile: " + backup);
        }
    }

    /** Whether anything of a client was written. */
    boolean hasWritten(Client client) {
        return written(notes).stream().anyMatch(each -> each.client().equals(client.name()));
    }

    /** What is noted in a file. */
    static List<Written> written(Path notes) {
        List<Written> all = new ArrayList<>();
        PrivateFile.read(notes).ifPresent(text -> {
            try {
                Json entries = Json.parse(text).get("written");
                (entries == null ? List.<Json>of() : entries.items())
                        .forEach(entry -> Written.read(entry).ifPresent(all::add));
            } catch (JsonSyntaxException | IllegalArgumentException e) {
                throw new AmbitException(notes + ": cannot be read, expected what 'ambit connect' has noted", e);
            }
        });
        return all;
    }

    private void note(List<Written> all) {
        PrivateFile.writeJson(
                notes,
                JsonTree.object("written", all.stream().map(Written::tree).toList()));
    }
}
