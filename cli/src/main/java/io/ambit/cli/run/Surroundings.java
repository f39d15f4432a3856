package io.ambit.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an agent would find, were it started here without Ambit.
 *
 * @param folder that it is started in, absolute
 * @param arguments for the program, as the user gave them
 * @param data the folder that Ambit may write to
 * @param mcp the command that starts Ambit's MCP server
 */
record Surroundings(
        Map<String, String> environment,
        Path userHome,
        Path folder,
        List<String> arguments,
        Path data,
        List<String> mcp) {
    Surroundings {
        environment = Map.copyOf(environment);
        arguments = List.copyOf(arguments);
        mcp = List.copyOf(mcp);
    }

    /** A variable that says something. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The folder that a variable names, else that one in the user's home. */
    Path folder(String variable, String otherwise) {
        return variable(variable).map(Path::of).orElseGet(() -> userHome.resolve(otherwise));
    }

    /** What stands after an option, as its own argument or behind an equals sign; the last counts. */
    Optional<String> option(String... names) {
        Optional<String> found = Optional.empty();
        for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
            String argument = arguments.get(i);
            for (String name : names) {
                if (argument.equals(name) && i + 1 < arguments.size()) {
                    found = Optional.of(arguments.get(i + 1));
                } else if (argument.startsWith(name + "=")) {
                    found = Optional.of(argument.substring(name.length() + 1));
                }
            }
        }
        return found;
    }

    /** Whether an option without a value was given. */
    boolean hasFlag(String name) {
        int end = arguments.indexOf("--");
        return arguments.subList(0, end < 0 ? arguments.size() : end).contains(name);
    }
}
