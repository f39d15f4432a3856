package io.ambit.core.memory.episode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a command line does, as far as its words tell.
 *
 * @param verb the most telling of its commands: a test run before a change, a change before a look
 * @param read files
 * @param modified files
 */
record ShellCommand(Verb verb, List<String> read, List<String> modified) {
    private static final Set<String> BEFORE = Set.of(
            "sudo",
            "time",
            "timeout",
            "env",
            "nohup",
            "exec",
            "xvfb-run",
            "npx",
            "bunx",
            "uv",
            "poetry",
            "pipenv",
            "bundle",
            "run");
    private static final Set<String> READERS =
            Set.of("cat", "head", "tail", "less", "more", "nl", "bat", "wc", "file", "stat");
    private static final Set<String> SEARCHES = Set.of("grep", "rg", "ag", "ack", "egrep", "fgrep");
    private static final Set<String> LISTS = Set.of("ls", "tree", "find", "fd", "pwd", "du");
    private static final int MAX_LENGTH = 20_000;

    static ShellCommand read(String line) {
        Set<String> read = new LinkedHashSet<>();
        Set<String> modified = new LinkedHashSet<>();
        Verb verb = Verb.RUN_COMMAND;
        for (List<String> words : commands(line.substring(0, Math.min(line.length(), MAX_LENGTH)))) {
            Verb of = verb(words, read, modified);
            verb = of.compareTo(verb) < 0 ? of : verb;
        }
        return new ShellCommand(verb, List.copyOf(read), List.copyOf(modified));
    }

    private static Verb verb(List<String> all, Set<String> read, Set<String> modified) {
        boolean written = redirect(all, modified);
        List<String> words = bare(all);
        if (words.isEmpty()) {
            return Verb.RUN_COMMAND;
        }
        String name = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
        List<String> files = files(words);
        String second = words.size() > 1 ? words.get(1) : "";
        if (TestRun.isOne(name, words)) {
            return Verb.RUN_TEST;
        }
        if (name.equals("git")) {
            return switch (second) {
                case "commit" -> Verb.COMMIT;
                case "diff", "show" -> Verb.DIFF;
                case "apply", "am" -> Verb.EDIT_FILE;
                case "mv" -> Verb.MOVE_FILE;
                case "grep" -> Verb.SEARCH;
                default -> Verb.RUN_COMMAND;
            };
        }
        boolean inPlace = words.stream().anyMatch(word -> word.startsWith("-i") || word.startsWith("-pi"));
        if ((name.equals("sed") || name.equals("perl")) && inPlace) {
            files.stream().skip(1).forEach(modified::add);
            return Verb.EDIT_FILE;
        }
        if (written || name.equals("tee") || name.equals("touch")) {
            if (!written) {
                modified.addAll(files);
            }
            return Verb.WRITE_FILE;
        }
        if (READERS.contains(name) || name.equals("sed")) {
            files.stream()
                    .skip(name.equals("sed") ? 1 : 0)
                    .filter(ShellCommand::looksLikeFile)
                    .forEach(read::add);
            return Verb.READ_FILE;
        }
        if (SEARCHES.contains(name)) {
            return Verb.SEARCH;
        }
        if (LISTS.contains(name)) {
            return Verb.LIST_FILES;
        }
        return switch (name) {
            case "patch" -> Verb.EDIT_FILE;
            case "mv" -> Verb.MOVE_FILE;
            case "diff" -> Verb.DIFF;
            default -> Verb.RUN_COMMAND;
        };
    }

    /** Takes the files out that output is sent to. */
    private static boolean redirect(List<String> words, Set<String> modified) {
        boolean written = false;
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).equals(">") || words.get(i).equals(">>")) {
                String file = words.get(i + 1);
                if (!file.startsWith("/dev/") && !file.startsWith("&")) {
                    modified.add(file);
                    written = true;
                }
            }
        }
        return written;
    }

    private static List<String> bare(List<String> words) {
        int i = 0;
        while (i < words.size()) {
            String word = words.get(i);
            boolean assignment = word.indexOf('=') > 0 && Character.isLetter(word.charAt(0)) && word.indexOf('/') < 0;
            boolean duration = i > 0 && words.get(i - 1).equals("timeout") && Character.isDigit(word.charAt(0));
            if (!assignment && !duration && !BEFORE.contains(word)) {
                break;
            }
            i++;
        }
        return words.subList(i, words.size());
    }

    /** Words that are neither options nor where output goes. */
    private static List<String> files(List<String> words) {
        List<String> files = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(">") || word.startsWith("<")) {
                break;
            }
            if (!word.startsWith("-")) {
                files.add(word);
            }
        }
        return files;
    }

    private static boolean looksLikeFile(String word) {
        return (word.indexOf('.') > 0 || word.indexOf('/') >= 0) && !word.startsWith("$") && word.length() < 400;
    }

    /** The simple commands of a line, each as its words; quotes hold words together, here documents are left out. */
    private static List<List<String>> commands(String line) {
        List<List<String>> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '<' && line.startsWith("<<", i)) {
                flush(word, words);
                break;
            } else if (c == ' ' || c == '\t') {
                flush(word, words);
            } else if (c == '>') {
                boolean ofErrors = word.length() == 1 && Character.isDigit(word.charAt(0));
                if (ofErrors) {
                    word.setLength(0);
                }
                flush(word, words);
                boolean twice = line.startsWith(">>", i);
                if (!ofErrors && !line.startsWith("&", i + 1)) {
                    words.add(twice ? ">>" : ">");
                }
                i += twice ? 1 : 0;
            } else if (c == '\n' || c == ';' || c == '|' || c == '&') {
                flush(word, words);
                commands.add(words);
                words = new ArrayList<>();
            } else {
                word.append(c);
            }
        }
        flush(word, words);
        commands.add(words);
        return commands;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
