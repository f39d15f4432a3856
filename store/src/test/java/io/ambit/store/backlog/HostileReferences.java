package io.ambit.store.backlog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** References that try to show what they must not: paths out of the project and to its secrets, in many disguises. */
final class HostileReferences {
    private HostileReferences() {}

    /**
     * All of them, each different.
     *
     * @param outside a file beside the project
     * @param project the project's root, two above the file that refers
     */
    static Set<String> all(Path project, Path outside) {
        List<String> climbing = List.of(
                "../../../" + outside.getParent().getFileName() + "/" + outside.getFileName(),
                "../../" + outside.getParent().getFileName() + "/" + outside.getFileName(),
                "../" + outside.getParent().getFileName() + "/" + outside.getFileName(),
                "../../../../../../../../../../../.." + outside,
                "../../../../../../../../../../../../etc/passwd",
                "../../.env",
                "../../.git/config",
                "../../.ssh/id_rsa",
                "../../.backlog/state/ids",
                "../../.backlog/config.json");
        Set<String> all = new LinkedHashSet<>();
        for (String path : climbing) {
            for (String disguised : disguises(path)) {
                all.add(disguised);
                all.add("mcp://backlog/" + disguised);
                all.add("file:" + disguised);
                all.add("file://" + disguised);
                all.add("file://" + project + "/docs/tasks/" + disguised);
            }
        }
        List<String> absolute = new ArrayList<>(List.of(
                outside.toString(),
                project + "/../" + outside.getParent().getFileName() + "/" + outside.getFileName(),
                project + "/.env",
                project + "/docs/../.git/config",
                project + "/server.pem",
                project + "/id_ed25519",
                project + "/.backlog/state/ids",
                "/etc/passwd",
                "/etc/shadow",
                "/proc/self/environ",
                "/proc/self/root" + outside,
                "/dev/zero",
                "/dev/stdin",
                project.toString(),
                project + "/docs",
                project + "/pipe",
                project + "/large.txt",
                project + "/binary.txt",
                project + "/link-to-file.md",
                project + "/link-to-folder/" + outside.getFileName(),
                project + "/docs/link-to-git.md",
                project + "/docs/link-to-env.md",
                project + "/chain.md"));
        for (String path : List.copyOf(absolute)) {
            absolute.add(path.replace("/", "//"));
            absolute.add(path.replace("/", "/./"));
        }
        for (String path : absolute) {
            all.add(path);
            all.add("file:" + path);
            all.add("file://" + path);
            all.add("FILE://localhost" + path);
            all.add("file://127.0.0.1" + path);
            all.add("file://evil.example" + path);
            all.add("mcp://backlog/" + path);
            all.add("mcp://backlog" + path);
            all.add("file://" + path.replace("/", "%2f"));
            all.add("jar:file:" + path + "!/x");
            all.add(path + "%00.md");
            all.add(path + "\0.md");
            all.add(path + "#.md");
            all.add("file://" + path + "?x=.md");
        }
        all.addAll(List.of(
                "link-to-file.md",
                "../../link-to-file.md",
                "link-to-folder/secret.txt",
                "../link-to-git.md",
                "link-to-env.md",
                "chain.md",
                "pipe",
                "large.txt",
                "binary.txt",
                "server.pem",
                ".env",
                "docs/../.env",
                ".",
                "..",
                "/",
                "//",
                "///",
                "~",
                "~/.ssh/id_rsa",
                "~root/.profile",
                "$HOME/.ssh/id_rsa",
                "${HOME}/.netrc",
                "`cat /etc/passwd`",
                "file:",
                "file://",
                "file:///",
                "file:/",
                "mcp://backlog/",
                "mcp://backlog/.",
                "mcp://backlog/..",
                "mcp://other/tasks/TASK-0001.md",
                "C:\\Windows\\win.ini",
                "\\\\server\\share\\x",
                "file:///C:/Windows/win.ini",
                "\u202E../../.env",
                "../../.env\u200B",
                "../../.ENV",
                "../../.Git/config",
                "a".repeat(5_000),
                "../".repeat(600) + "etc/passwd",
                "%",
                "%zz",
                "%2",
                "%25%32%65",
                "\u0000",
                "\n../../.env",
                "docs/tasks/../../../" + outside.getParent().getFileName() + "/secret.txt"));
        return all;
    }

    private static List<String> disguises(String path) {
        return List.of(
                path,
                path.replace("..", "%2e%2e"),
                path.replace("..", "%2E."),
                path.replace("/", "%2f"),
                path.replace("../", "..%2F"),
                path.replace(".", "%252e"),
                path.replace("/", "%252f"),
                path.replace("..", "%c0%ae%c0%ae"),
                path.replace("/", "%c0%af"),
                path.replace("..", "%e0%80%ae%e0%80%ae"),
                path.replace("..", "\uFF0E\uFF0E"),
                path.replace("/", "\uFF0F"),
                path.replace("/", "\u2215"),
                path.replace("/", "\\"),
                path.replace("/", "%5c"),
                path.replace("../", "....//"),
                path.replace("../", "..;/"),
                path.replace("../", ".././"),
                path.replace("../", "..//"),
                "./" + path,
                "x/../" + path,
                "tasks/../" + path,
                " " + path,
                path + " ",
                path + "/",
                path + "/.",
                path + "%00",
                path + "\0.md",
                path + "%0a",
                path + "#x",
                path + "%23.md",
                path.replace("..", ".\u200B."),
                path.replace("..", "%u002e%u002e"));
    }
}
