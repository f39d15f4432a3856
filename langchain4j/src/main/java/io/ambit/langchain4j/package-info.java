/**
 * Ambit's policies for agents on LangChain4j: a chat memory and a chat model that send what the model needs, and give
 * back what they left out. Use one of the two, not both on the same conversation.
 */
@NullMarked
package io.ambit.langchain4j;

import org.jspecify.annotations.NullMarked;
