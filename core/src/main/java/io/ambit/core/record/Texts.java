package io.ambit.core.record;

import io.ambit.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Checks and joins the texts that contents are made of. */
final class Texts {
    static final int MAX_TITLE = 120;
    private static final int MAX_CHARACTERS = 4_000_000;

    private Texts() {}

    static String required(String what, String text) {
        if (text.isBlank()) {
            throw new InvalidInputException(what + " is empty, expected a text");
        }
        return bounded(what, text);
    }

    static String bounded(String what, String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new InvalidInputException(
                    what + " has " + text.length() + " characters, expected at most " + MAX_CHARACTERS);
        }
        return text;
    }

    static List<String> entries(String what, List<String> texts) {
        texts.forEach(text -> required("an entry of " + what, text));
        return List.copyOf(texts);
    }

    static double share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidInputException(what + " is " + value + ", expected 0 to 1");
        }
        return value;
    }

    /** The first line that says something, cut at a word. */
    static String title(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        if (line.length() <= MAX_TITLE) {
            return line;
        }
        int end = line.lastIndexOf(' ', MAX_TITLE - 3);
        int cut = end > MAX_TITLE / 2 ? end : MAX_TITLE - 3;
        if (Character.isHighSurrogate(line.charAt(cut - 1))) {
            cut--;
        }
        return line.substring(0, cut) + "...";
    }

    static Joined joined(String first) {
        return new Joined(first);
    }

    /** Lines under each other, those without content left out. */
    static final class Joined {
        private final List<String> lines = new ArrayList<>();

        private Joined(String first) {
            lines.add(first);
        }

        Joined line(String name, String text) {
            if (!text.isBlank()) {
                lines.add(name + ": " + text);
            }
            return this;
        }

        Joined list(String name, List<String> texts) {
            texts.forEach(text -> lines.add(name + ": " + text));
            return this;
        }

        String text() {
            return lines.stream().filter(l -> !l.isBlank()).collect(Collectors.joining("\n"));
        }
    }
}
