package io.ambit.core.memory.episode;

import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a call's arguments are about, by the names that tools give them.
 *
 * @param paths files and folders
 * @param command for a shell, or ""
 * @param query that is searched for, or ""
 * @param patch in the form of {@code apply_patch}, or ""
 * @param first the first text of all, or ""
 */
record Arguments(List<String> paths, String command, String query, String patch, String first) {
    private static final Set<String> PATHS = Set.of(
            "path",
            "paths",
            "file",
            "files",
            "file_path",
            "filepath",
            "file_paths",
            "absolute_path",
            "filename",
            "file_name",
            "target_file",
            "notebook_path",
            "relative_path",
            "old_path",
            "new_path",
            "directory",
            "dir",
            "dir_path",
            "folder",
            "workdir_path");
    private static final Set<String> COMMANDS = Set.of("command", "cmd", "script", "shell_command", "commands", "code");
    private static final Set<String> QUERIES =
            Set.of("pattern", "query", "q", "search", "regex", "glob", "search_term", "search_query", "url", "uri");
    private static final Set<String> PATCHES = Set.of("patch", "input", "diff");
    private static final String PATCH_SIGN = "*** Begin Patch";
    private static final int MAX_PATH = 400;

    static Arguments read(String json) {
        Json parsed;
        try {
            parsed = Json.parse(json);
        } catch (JsonSyntaxException e) {
            boolean patch = json.contains(PATCH_SIGN);
            return new Arguments(List.of(), "", "", patch ? json : "", patch ? "" : json);
        }
        Set<String> paths = new LinkedHashSet<>();
        String command = "";
        String query = "";
        String patch = "";
        String first = "";
        if (parsed instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                String name = member.name().value().replace("-", "_").toLowerCase(java.util.Locale.ROOT);
                String folded = name.equals("filepath") || name.equals("filename")
                        ? name
                        : name.replace("filepath", "file_path");
                List<String> texts = texts(member.value());
                String text = texts.isEmpty() ? "" : texts.get(0);
                if (PATHS.contains(folded)) {
                    texts.stream().filter(Arguments::isPath).forEach(paths::add);
                } else if (COMMANDS.contains(name) && command.isEmpty()) {
                    command = shell(texts);
                } else if (QUERIES.contains(name) && query.isEmpty()) {
                    query = text;
                }
                if ((PATCHES.contains(name) || COMMANDS.contains(name))
                        && String.join("\n", texts).contains(PATCH_SIGN)) {
                    patch = String.join("\n", texts);
                }
                first = first.isEmpty() ? text : first;
            }
        }
        return new Arguments(List.copyOf(paths), patch.isEmpty() ? command : "", query, patch, first);
    }

    /** A command as one text: {@code ["bash", "-lc", "make test"]} is what the shell gets. */
    private static String shell(List<String> texts) {
        if (texts.size() == 3 && texts.get(1).startsWith("-") && texts.get(1).endsWith("c")) {
            return texts.get(2);
        }
        return String.join(" ", texts);
    }

    private static List<String> texts(@Nullable Json value) {
        if (value == null) {
            return List.of();
        }
        String text = value.asText();
        if (text != null) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (Json item : value.items()) {
            String of = item.asText() == null ? item.text("path") : item.asText();
            if (of != null) {
                texts.add(of);
            }
        }
        return texts;
    }

    private static boolean isPath(String text) {
        return !text.isBlank() && text.length() <= MAX_PATH && text.indexOf('\n') < 0;
    }
}
