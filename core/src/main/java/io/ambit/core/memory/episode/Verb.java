package io.ambit.core.memory.episode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a call does, in the words by which tasks are told apart. The more telling come first. */
enum Verb {
    RUN_TEST,
    COMMIT,
    EDIT_FILE,
    WRITE_FILE,
    MOVE_FILE,
    DIFF,
    SEARCH,
    READ_FILE,
    LIST_FILES,
    RUN_COMMAND;

    /** Names of tools, as agents have them, without separators and in lower case. */
    private static final Map<Verb, List<String>> TOOLS = Map.of(
            RUN_TEST, List.of("runtest", "runtests", "test", "tests"),
            COMMIT, List.of("gitcommit", "commit"),
            EDIT_FILE,
                    List.of(
                            "edit",
                            "editfile",
                            "multiedit",
                            "strreplace",
                            "strreplaceeditor",
                            "strreplacebasededittool",
                            "applypatch",
                            "patch",
                            "replace",
                            "searchreplace",
                            "insert",
                            "notebookedit",
                            "replaceinfile"),
            WRITE_FILE, List.of("write", "writefile", "create", "createfile", "writetofile", "savefile"),
            MOVE_FILE, List.of("movefile", "rename", "renamefile", "move"),
            DIFF, List.of("diff", "gitdiff", "reviewpr", "gitshow"),
            SEARCH,
                    List.of(
                            "grep",
                            "search",
                            "searchfiles",
                            "searchfilecontent",
                            "codebasesearch",
                            "websearch",
                            "ripgrep",
                            "grepsearch",
                            "searchcode",
                            "toolsearch"),
            READ_FILE,
                    List.of(
                            "read",
                            "readfile",
                            "readmanyfiles",
                            "open",
                            "openfile",
                            "view",
                            "viewfile",
                            "cat",
                            "readtextfile",
                            "getfilecontents",
                            "viewimage"),
            LIST_FILES,
                    List.of("ls", "glob", "list", "listfiles", "listdir", "listdirectory", "find", "findfiles", "tree"),
            RUN_COMMAND,
                    List.of(
                            "bash",
                            "shell",
                            "exec",
                            "execcommand",
                            "runcommand",
                            "runshellcommand",
                            "terminal",
                            "executecommand",
                            "localshell",
                            "runterminalcmd",
                            "runinterminal",
                            "containerexec",
                            "unifiedexec"));

    /** The name of the action: "read_file". */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a tool of that name does; none where the name does not tell. Servers' prefixes are left out. */
    static Optional<Verb> ofTool(String tool) {
        String bare = tool.contains("__") ? tool.substring(tool.lastIndexOf("__") + 2) : tool;
        bare = bare.substring(bare.lastIndexOf('.') + 1)
                .replace("_", "")
                .replace("-", "")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<Verb, List<String>> entry : TOOLS.entrySet()) {
            if (entry.getValue().contains(bare)) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    boolean changesFiles() {
        return this == EDIT_FILE || this == WRITE_FILE || this == MOVE_FILE;
    }
}
