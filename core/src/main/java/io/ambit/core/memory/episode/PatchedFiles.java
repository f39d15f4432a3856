package io.ambit.core.memory.episode;

import java.util.ArrayList;
import java.util.List;

/** The files that a patch in the form of {@code apply_patch} names. */
final class PatchedFiles {
    private static final List<String> HEADS =
            List.of("*** Update File: ", "*** Add File: ", "*** Delete File: ", "*** Move to: ");

    private PatchedFiles() {}

    static List<String> of(String patch) {
        List<String> files = new ArrayList<>();
        for (String line : patch.split("\n", -1)) {
            for (String head : HEADS) {
                if (line.startsWith(head)) {
                    files.add(line.substring(head.length()).strip());
                }
            }
        }
        files.removeIf(String::isBlank);
        return files;
    }
}
