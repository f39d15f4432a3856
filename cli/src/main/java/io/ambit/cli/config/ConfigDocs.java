package io.ambit.cli.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the record. */
final class ConfigDocs {
    private static final String HEAD = """
            # Configuration

            <!-- Made from AmbitConfig by ConfigDocsTest. Change the record, then run
                 mvn -pl cli -am test -Dtest=ConfigDocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dambit.docs.write=true -->

            Ambit needs no configuration. What you want otherwise stands in `config.toml` in the data folder: `~/.ambit`, or where `AMBIT_HOME` points. A key that is not below, or a value of another type, is an error that names the file, the line and the key. `./ambit doctor` reads the file and says what is wrong with it.

            What counts, first to last: an option of the command line, an environment variable, the file, the default. Every key has a variable, named in its row; a list is given there with commas. Times have a unit: `250ms`, `10s`, `5m`, `12h`, `30d`.

            No key holds a secret: where one is needed, the file names the environment variable that has it.

            An upstream elsewhere is reached through the proxy of `HTTPS_PROXY` or `HTTP_PROXY`, save the hosts of `NO_PROXY`; one on this machine never is.

            """;

    private ConfigDocs() {}

    static String markdown() {
        StringBuilder out = new StringBuilder(HEAD);
        out.append("## Keys\n\n| key | type | default | what it does | variable |\n|---|---|---|---|---|\n");
        for (ConfigEntry entry : ConfigEntry.all()) {
            if (entry.isTable()) {
                continue;
            }
            out.append("| `")
                    .append(entry.path())
                    .append("` | ")
                    .append(entry.type().label());
            out.append(" | `").append(ConfigType.write(entry.byDefault())).append("` | ");
            out.append(entry.description())
                    .append(" | `")
                    .append(entry.variable())
                    .append("` |\n");
        }
        out.append("\n## A file with every key at its default\n\n```toml\n").append(defaultsAsToml());
        return out.append("```\n").toString();
    }

    /** Every key with its default: a file that changes nothing. */
    static String defaultsAsToml() {
        StringBuilder out = new StringBuilder();
        Map<Boolean, List<ConfigEntry>> byDepth = ConfigEntry.all().stream()
                .filter(entry -> !entry.isTable())
                .collect(Collectors.partitioningBy(entry -> entry.path().contains(".")));
        byDepth.getOrDefault(false, List.of()).forEach(entry -> line(out, entry.path(), entry));
        String table = "";
        for (ConfigEntry entry : byDepth.getOrDefault(true, List.of())) {
            int dot = entry.path().lastIndexOf('.');
            String itsTable = entry.path().substring(0, dot);
            if (!itsTable.equals(table)) {
                table = itsTable;
                out.append("\n[").append(table).append("]\n");
            }
            line(out, entry.path().substring(dot + 1), entry);
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String name, ConfigEntry entry) {
        out.append(name)
                .append(" = ")
                .append(ConfigType.write(entry.byDefault()))
                .append('\n');
    }
}
