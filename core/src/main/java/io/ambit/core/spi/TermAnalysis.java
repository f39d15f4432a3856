package io.ambit.core.spi;

import java.util.List;

/**
 * Turns a text into the terms by which texts and questions are compared: without the words that say nothing, forms of
 * one word alike. Deterministic, thread-safe.
 */
public interface TermAnalysis {

    /** All terms, repeated ones too, in their order. */
    List<String> terms(String text);
}
