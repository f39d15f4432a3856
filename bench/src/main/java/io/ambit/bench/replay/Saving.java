package io.ambit.bench.replay;

/**
 * Tokens of tool outputs that requests did not carry, by one thing that they have in common.
 *
 * @param name of it: a tool, a kind of content, a way of shortening
 * @param outputs that were shortened, each once
 * @param tokens saved, summed over the requests that would have repeated them
 */
public record Saving(String name, long outputs, long tokens) {}
