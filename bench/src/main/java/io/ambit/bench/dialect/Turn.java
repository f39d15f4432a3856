package io.ambit.bench.dialect;

/**
 * A step of an agent: it is asked, calls a tool, and gets an output.
 *
 * @param arguments of the call, a JSON object
 */
public record Turn(String ask, String tool, String arguments, String output) {}
