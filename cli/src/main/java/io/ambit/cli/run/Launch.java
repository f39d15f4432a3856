package io.ambit.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a process gets beside what the user gave it. Filled by one thread. */
final class Launch {
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> first = new ArrayList<>();
    private List<String> arguments;
    private final List<String> notes = new ArrayList<>();

    /** @param arguments as the user gave them */
    Launch(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** Sets a variable of its environment. */
    Launch set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Puts arguments before those of the user. */
    Launch before(String... more) {
        first.addAll(List.of(more));
        return this;
    }

    /** Takes an option and its value, the last that was given, out of the user's arguments. */
    Launch without(String option) {
        List<String> left = new ArrayList<>(arguments);
        for (int i = left.size() - 1; i >= 0; i--) {
            if (left.get(i).startsWith(option + "=")) {
                left.remove(i);
                break;
            }
            if (left.get(i).equals(option) && i + 1 < left.size()) {
                left.subList(i, i + 2).clear();
                break;
            }
        }
        arguments = left;
        return this;
    }

    /** Says something to the user before the process starts. */
    Launch say(String note) {
        notes.add(note);
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** All of them, in order. */
    List<String> arguments() {
        List<String> all = new ArrayList<>(first);
        all.addAll(arguments);
        return all;
    }

    List<String> notes() {
        return notes;
    }
}
