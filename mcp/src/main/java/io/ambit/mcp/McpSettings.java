package io.ambit.mcp;

import java.time.Duration;

/**
 * How a server behaves.
 *
 * @param version of Ambit, as clients see it
 * @param home folder whose project clients have that name none
 * @param look time between two looks at what clients have subscribed to
 */
public record McpSettings(String version, String home, Duration look) {
    public static final Duration DEFAULT_LOOK = Duration.ofSeconds(2);

    public McpSettings(String version, String home) {
        this(version, home, DEFAULT_LOOK);
    }
}
