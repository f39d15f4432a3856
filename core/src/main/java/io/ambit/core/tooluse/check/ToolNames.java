package io.ambit.core.tooluse.check;

import io.ambit.core.tool.ToolDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tool that a name means which no tool bears: in another spelling, or with more or less before it than it has. */
final class ToolNames {
    /** What models put before names because the format of their training did, or their client does. */
    private static final Set<String> NEUTRAL = Set.of(
            "functions",
            "function",
            "tools",
            "tool",
            "default_api",
            "api",
            "mcp",
            "multi_tool_use",
            "namespace",
            "assistant",
            "client",
            "server");

    private static final List<String> JOINTS = List.of("__", ".", "/", ":");

    private ToolNames() {}

    static Optional<NearestName.Match> meant(String written, List<ToolDefinition> tools) {
        List<String> names = tools.stream().map(ToolDefinition::name).distinct().toList();
        Optional<NearestName.Match> direct = NearestName.of(written, names);
        if (direct.filter(match -> match.certainty() == Certainty.CERTAIN).isPresent()) {
            return direct;
        }
        return unqualified(written, names, servers(tools))
                .or(() -> qualified(written, tools))
                .or(() -> direct);
    }

    private static Set<String> servers(List<ToolDefinition> tools) {
        Set<String> servers = new HashSet<>();
        tools.forEach(tool -> servers.add(tool.server().toLowerCase(Locale.ROOT)));
        return servers;
    }

    /** {@code functions.read_file} for {@code read_file}. */
    private static Optional<NearestName.Match> unqualified(String written, List<String> names, Set<String> servers) {
        for (String joint : JOINTS) {
            for (int at = written.indexOf(joint); at >= 0; at = written.indexOf(joint, at + 1)) {
                String before = written.substring(0, at);
                Optional<NearestName.Match> rest = NearestName.of(written.substring(at + joint.length()), names);
                if (rest.isPresent()) {
                    boolean isNeutral = isNeutral(before, servers);
                    boolean isSame = Spelling.key(rest.get().name())
                            .equals(Spelling.key(written.substring(at + joint.length())));
                    return isNeutral || isSame
                            ? rest.map(match -> new NearestName.Match(
                                    match.name(), isNeutral ? match.certainty() : Certainty.LIKELY))
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNeutral(String before, Set<String> servers) {
        String plain = before.toLowerCase(Locale.ROOT);
        for (String joint : JOINTS) {
            int at = plain.indexOf(joint);
            if (at > 0 && NEUTRAL.contains(plain.substring(0, at))) {
                return servers.contains(plain.substring(at + joint.length())) || plain.startsWith("mcp");
            }
        }
        return NEUTRAL.contains(plain) || servers.contains(plain);
    }

    /** {@code read_file} for {@code mcp__files__read_file}. */
    private static Optional<NearestName.Match> qualified(String written, List<ToolDefinition> tools) {
        String key = Spelling.key(written);
        List<NearestName.Match> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ToolDefinition tool : tools) {
            for (String joint : JOINTS) {
                int at = tool.name().lastIndexOf(joint);
                boolean ends = at > 0
                        && Spelling.key(tool.name().substring(at + joint.length()))
                                .equals(key);
                if (ends && seen.add(tool.name())) {
                    boolean isServer = isNeutral(
                            tool.name().substring(0, at), Set.of(tool.server().toLowerCase(Locale.ROOT)));
                    found.add(new NearestName.Match(tool.name(), isServer ? Certainty.CERTAIN : Certainty.LIKELY));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
