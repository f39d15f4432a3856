package io.ambit.core.context.assembly.ambient;

/**
 * What a project stands at, short enough to be shown to every agent at its start.
 *
 * @param text Markdown, stored text quoted; at most {@link #MAX_BYTES} in UTF-8
 * @param version another one whenever the text is another one
 */
public record ActiveContext(String text, String version) {
    public static final int MAX_BYTES = 3_072;
}
