package io.ambit.core.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether calls of a tool change anything. In doubt they do. */
public enum ToolEffect {
    READS,
    WRITES;

    private static final Set<String> READING = Set.of(
            "browse",
            "cat",
            "compare",
            "count",
            "describe",
            "diff",
            "explain",
            "fetch",
            "find",
            "get",
            "glob",
            "grep",
            "head",
            "help",
            "info",
            "inspect",
            "list",
            "lookup",
            "look",
            "ls",
            "peek",
            "preview",
            "read",
            "recall",
            "retrieve",
            "search",
            "show",
            "stat",
            "status",
            "suggest",
            "summarize",
            "tail",
            "tree",
            "validate",
            "view");

    /** Words that make a name one of a tool that writes, wherever they stand in it. */
    private static final Set<String> WRITING = Set.of(
            "add",
            "apply",
            "append",
            "approve",
            "archive",
            "assign",
            "bash",
            "book",
            "build",
            "buy",
            "cancel",
            "clear",
            "close",
            "cmd",
            "commit",
            "convert",
            "copy",
            "create",
            "delete",
            "deploy",
            "disable",
            "drop",
            "edit",
            "enable",
            "exec",
            "execute",
            "forget",
            "insert",
            "install",
            "invoke",
            "kill",
            "merge",
            "modify",
            "move",
            "open",
            "order",
            "patch",
            "pay",
            "post",
            "purge",
            "push",
            "put",
            "rebase",
            "remove",
            "rename",
            "replace",
            "reset",
            "restart",
            "restore",
            "revert",
            "run",
            "save",
            "schedule",
            "send",
            "set",
            "shell",
            "start",
            "stop",
            "store",
            "submit",
            "sync",
            "tag",
            "terminal",
            "transfer",
            "trigger",
            "truncate",
            "update",
            "upload",
            "upsert",
            "write");

    /**
     * What a name says: it reads where a word of it is a verb of reading and none is one of writing.
     *
     * @param tool its name, in words that {@code _}, {@code -}, a dot or capitals part
     */
    public static ToolEffect of(String tool) {
        boolean reads = false;
        for (String word : words(tool)) {
            if (WRITING.contains(word)) {
                return WRITES;
            }
            reads |= READING.contains(word);
        }
        return reads ? READS : WRITES;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            if (begins || !Character.isLetterOrDigit(c)) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    }
}
