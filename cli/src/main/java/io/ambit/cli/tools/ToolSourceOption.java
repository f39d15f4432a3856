package io.ambit.cli.tools;

import io.ambit.cli.project.ProjectOption;
import io.ambit.core.error.AmbitException;
import io.ambit.core.tool.ToolDefinition;
import io.ambit.wire.tools.ToolForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --tools}, {@code --space} and {@code --folder}: which tools, and whose calls of them. */
final class ToolSourceOption {
    private static final long MAX_BYTES = 64L << 20;

    @Option(
            names = "--tools",
            paramLabel = "FILE",
            description = "Definitions of tools, in any form: an answer to tools/list, a request's tools, one a line. "
                    + "Without it, what agents were offered in this space.")
    private @Nullable Path file;

    @Mixin
    private ProjectOption where = new ProjectOption();

    ProjectOption where() {
        return where;
    }

    /**
     * The definitions in the file; null where none was named.
     *
     * @throws AmbitException where it cannot be read, or holds no tool
     */
    @Nullable List<ToolDefinition> given() {
        Path from = file;
        if (from == null) {
            return null;
        }
        try {
            if (Files.size(from) > MAX_BYTES) {
                throw new AmbitException(
                        from + " is larger than " + MAX_BYTES + " bytes, expected definitions of tools");
            }
            return ToolForms.read(from.toString(), Files.readString(from));
        } catch (IOException e) {
            throw new AmbitException(from + " cannot be read: " + e, e);
        }
    }
}
