package io.ambit.core.message;

import io.ambit.core.text.CanonicalJson;
import java.util.Objects;

/** A piece of a message. Only a {@link ToolResult} is ever shown in another form than it came in. */
public sealed interface Part {

    /** Where its replaceable value stands in the request body; {@link Span#NONE} where it cannot be replaced. */
    Span span();

    /** What it says, as text. */
    String text();

    /** Prose of a person, of the system prompt or of the model. */
    record Text(String text, Span span) implements Part {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A call that the model makes.
     *
     * @param id names the call within its session; clients do repeat ids, so pair by {@link ToolExchange}
     * @param arguments as they were sent, mostly JSON
     */
    record ToolCall(String id, String name, String arguments, Span span) implements Part {
        public ToolCall {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(arguments, "arguments");
        }

        @Override
        public String text() {
            return arguments;
        }

        /** Name and all arguments, nested ones included, in one spelling: equal for equal calls. */
        public String canonical() {
            return name + ' ' + CanonicalJson.ofText(arguments);
        }
    }

    /** What a tool answered, or one text block of it. */
    record ToolResult(String callId, String text, Span span) implements Part {
        public ToolResult {
            Objects.requireNonNull(callId, "callId");
            Objects.requireNonNull(text, "text");
        }
    }

    /** What Ambit carries and does not read: images, audio, signatures, encrypted reasoning. */
    record Opaque(String kind, String text, Span span) implements Part {
        public Opaque {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(text, "text");
        }
    }
}
