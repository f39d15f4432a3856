package io.ambit.core.tooluse.habit;

import java.util.List;
import java.util.Set;

/** What the verb in a tool's name says of its effect. A tool whose name says nothing counts as one that writes. */
final class Verbs {
    private static final Set<String> READS = Set.of(
            "get",
            "read",
            "list",
            "search",
            "find",
            "fetch",
            "show",
            "view",
            "describe",
            "lookup",
            "query",
            "count",
            "ls",
            "grep",
            "glob",
            "inspect",
            "retrieve",
            "recall",
            "browse",
            "cat",
            "peek",
            "head",
            "getter",
            "reader",
            "searcher",
            "explain");

    /** Said last they tell what is asked for: {@code user_info}, {@code ticket_details}. */
    private static final Set<String> READ_ENDINGS = Set.of(
            "get",
            "list",
            "search",
            "find",
            "lookup",
            "fetch",
            "show",
            "info",
            "details",
            "detail",
            "getter",
            "reader",
            "describe");

    private static final Set<String> PURES = Set.of(
            "calculate", "calculator", "compute", "think", "thinking", "validate", "parse", "compare", "estimate");

    private static final Set<String> WATCHES = Set.of(
            "poll",
            "wait",
            "watch",
            "monitor",
            "status",
            "progress",
            "now",
            "time",
            "clock",
            "date",
            "random",
            "health",
            "ping",
            "tail",
            "latest",
            "current",
            "next",
            "pop",
            "snapshot",
            "screenshot",
            "state",
            "stream",
            "inbox");
    private static final Set<String> WRITES = Set.of(
            "create",
            "update",
            "delete",
            "set",
            "add",
            "remove",
            "write",
            "edit",
            "insert",
            "replace",
            "append",
            "put",
            "patch",
            "upsert",
            "rename",
            "move",
            "copy",
            "send",
            "submit",
            "book",
            "cancel",
            "modify",
            "mark",
            "toggle",
            "enable",
            "disable",
            "start",
            "stop",
            "run",
            "execute",
            "exec",
            "call",
            "invoke",
            "apply",
            "commit",
            "push",
            "merge",
            "assign",
            "close",
            "resolve",
            "reopen",
            "approve",
            "reject",
            "exchange",
            "return",
            "pay",
            "transfer",
            "save",
            "store",
            "upload",
            "download",
            "import",
            "export",
            "install",
            "uninstall",
            "deploy",
            "publish",
            "register",
            "reset",
            "clear",
            "purge",
            "restore",
            "archive",
            "undo",
            "login",
            "logout",
            "click",
            "type",
            "press",
            "navigate",
            "open",
            "goto",
            "scroll",
            "checkout",
            "pull",
            "clone",
            "sync",
            "refresh",
            "generate",
            "switch",
            "select",
            "make",
            "build",
            "change",
            "overwrite",
            "drop",
            "truncate",
            "grant",
            "revoke",
            "lock",
            "unlock",
            "mkdir",
            "rm",
            "mv",
            "cp",
            "touch",
            "capture",
            "remember",
            "forget",
            "reconcile",
            "report",
            "subscribe",
            "load",
            "reload",
            "flush",
            "increment",
            "allocate",
            "reserve",
            "claim",
            "ack",
            "accept");

    /** Said last they win over a noun that looks like a reading verb: {@code list_append}. */
    private static final Set<String> WRITE_ENDINGS = Set.of(
            "create", "update", "delete", "add", "remove", "insert", "append", "clear", "set", "write", "edit",
            "replace", "send", "save");

    /** Written out beside a reading verb they make it another thing: {@code find_and_replace}. */
    private static final Set<String> JOINS = Set.of("and", "or", "then");

    private Verbs() {}

    static boolean isVerb(String word) {
        return READS.contains(word) || WRITES.contains(word) || PURES.contains(word);
    }

    /** The effect of a tool of this name, by its name alone. */
    static Effect effect(ToolName name) {
        List<String> words = name.words();
        int verb = verb(words);
        if (verb < 0) {
            return Effect.WRITE;
        }
        String said = words.get(verb);
        if (PURES.contains(said)) {
            return words.stream().anyMatch(WRITES::contains) ? Effect.WRITE : Effect.PURE;
        }
        boolean leads = verb == 0;
        boolean isRead = (leads || verb < words.size() - 1) ? READS.contains(said) : READ_ENDINGS.contains(said);
        boolean alsoWrites = words.stream().anyMatch(WRITES::contains)
                && (!leads || words.stream().anyMatch(JOINS::contains) || WRITE_ENDINGS.contains(words.getLast()));
        if (!isRead || alsoWrites) {
            return Effect.WRITE;
        }
        return name.has(WATCHES) ? Effect.WATCH : Effect.READ;
    }

    static boolean saysWriting(ToolName name) {
        return name.has(WRITES);
    }

    /** Whether the name is that of a tool that creates items. */
    static boolean creates(ToolName name) {
        return name.has(Set.of("create", "add", "insert", "new", "register"));
    }

    /** Whether the name itself says that something is finished. */
    static boolean finishes(ToolName name) {
        return name.has(Set.of("close", "complete", "resolve", "finish"));
    }

    /** The first word that is a verb; of several the first leads. */
    private static int verb(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (isVerb(words.get(i)) || (i == words.size() - 1 && READ_ENDINGS.contains(words.get(i)))) {
                return i;
            }
        }
        return -1;
    }
}
