package io.ambit.bench.replay;

/**
 * Where the tokens of an unchanged session go.
 *
 * @param tool its name; "" where the call is not known
 * @param outputs how many it gave
 * @param tokens of its outputs, each once
 * @param sent tokens of its outputs in all requests that repeat them
 */
public record ToolShare(String tool, long outputs, long tokens, long sent) {}
