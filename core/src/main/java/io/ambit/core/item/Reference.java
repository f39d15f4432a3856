package io.ambit.core.item;

/**
 * What an item points at.
 *
 * @param url an item's id, a path, a {@code file:} or {@code mcp:} URI, or an address that is never fetched
 * @param title "" where none was given
 */
public record Reference(String url, String title) {}
