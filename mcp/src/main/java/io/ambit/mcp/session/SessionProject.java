package io.ambit.mcp.session;

import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.context.assembly.Projects;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.session.Space;
import io.ambit.mcp.transport.Connection;
import io.modelcontextprotocol.server.McpAsyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ListRootsResult;
import io.modelcontextprotocol.spec.McpSchema.Root;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which project a client works in: the space that its connection names; else that of the first folder among its roots,
 * asked for once and again after it says that they changed; else that of the connection's folder; else the default one.
 */
public final class SessionProject {
    private static final Logger LOG = LoggerFactory.getLogger(SessionProject.class);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Projects projects;
    private final Connection connection;
    private final boolean hasRoots;
    private final String home;
    private boolean asked;
    private @Nullable String root;

    /**
     * Nothing is asked or opened yet.
     *
     * @param hasRoots whether the client can be asked for its roots
     * @param home folder of those who name none
     */
    public SessionProject(Projects projects, Connection connection, boolean hasRoots, String home) {
        this.projects = projects;
        this.connection = connection;
        this.hasRoots = hasRoots;
        this.home = home;
    }

    /** The project as far as it is known without asking the client. */
    public ProjectContext early() {
        return of(null);
    }

    /** The project; the first call may ask the client. */
    public synchronized ProjectContext get(McpAsyncServerExchange exchange) {
        if (hasRoots && connection.space() == null && !asked) {
            asked = true;
            root = firstFolder(exchange);
        }
        return of(root);
    }

    /** Has the client asked again. */
    public synchronized void rootsChanged() {
        asked = false;
    }

    private ProjectContext of(@Nullable String rootFolder) {
        String space = connection.space();
        if (space != null) {
            return ofSpace(space);
        }
        String folder = rootFolder == null ? connection.folder() : rootFolder;
        return projects.inFolder(folder == null ? home : folder);
    }

    private ProjectContext ofSpace(String name) {
        Space space;
        try {
            space = new Space(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(String.valueOf(e.getMessage()), e);
        }
        Optional<ProjectContext> known = projects.ofSpace(space);
        if (known.isPresent()) {
            return known.get();
        }
        if (space.equals(Space.DEFAULT)) {
            return projects.inFolder(home);
        }
        throw new InvalidInputException("no project of space '" + name + "' is known on this machine, expected the "
                + "folder of one, or the name of a space that was worked in before");
    }

    private @Nullable String firstFolder(McpAsyncServerExchange exchange) {
        try {
            ListRootsResult result = exchange.listRoots().block(ANSWER);
            if (result != null && result.roots() != null) {
                for (Root each : result.roots()) {
                    String folder = folder(each.uri());
                    if (folder != null) {
                        return folder;
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.info("the client did not say its roots: {}", e.getMessage());
        }
        return null;
    }

    /** The folder of a root; null where it is none of this machine. */
    private static @Nullable String folder(@Nullable String uri) {
        try {
            URI root = URI.create(uri == null ? "" : uri);
            if ("file".equals(root.getScheme()) && root.getPath() != null) {
                Path folder = Path.of(root.getPath());
                return folder.isAbsolute() && Files.isDirectory(folder) ? folder.toString() : null;
            }
        } catch (IllegalArgumentException e) {
            // no URI, or no path: none of this machine's folders either way
        }
        return null;
    }
}
