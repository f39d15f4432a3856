package io.ambit.wire.translate.responses;

import io.ambit.wire.translate.responses.ToolNames.Named;

/** An item of an answer that is being put together. */
final class MadeItem {
    /** What an item is. */
    enum Kind {
        TEXT("output_text", "text"),
        REFUSAL("refusal", "refusal"),
        REASONING("reasoning_text", "text"),
        FUNCTION("", "arguments"),
        CUSTOM("", "input");

        private final String part;
        private final String member;

        Kind(String part, String member) {
            this.part = part;
            this.member = member;
        }

        /** How the member is called that holds what is said. */
        String member() {
            return member;
        }

        boolean isCall() {
            return this == FUNCTION || this == CUSTOM;
        }

        /** How the events of what is said are called. */
        String events() {
            return switch (this) {
                case TEXT -> "response.output_text";
                case REFUSAL -> "response.refusal";
                case REASONING -> "response.reasoning_text";
                case FUNCTION -> "response.function_call_arguments";
                case CUSTOM -> "response.custom_tool_call_input";
            };
        }
    }

    private final Kind kind;
    private final int index;
    private final String id;
    private final String callId;
    private final Named tool;
    private final StringBuilder said = new StringBuilder();
    private boolean done;

    private MadeItem(Kind kind, int index, String id, String callId, Named tool) {
        this.kind = kind;
        this.index = index;
        this.id = id;
        this.callId = callId;
        this.tool = tool;
    }

    /** An item that says something. */
    static MadeItem text(Kind kind, int index, String id) {
        return new MadeItem(kind, index, id, "", new Named("", ""));
    }

    static MadeItem call(Kind kind, int index, String id, String callId, Named tool) {
        return new MadeItem(kind, index, id, callId, tool);
    }

    Kind kind() {
        return kind;
    }

    int index() {
        return index;
    }

    String id() {
        return id;
    }

    boolean isDone() {
        return done;
    }

    void add(String more) {
        said.append(more);
    }

    void done() {
        done = true;
    }

    /** What it says; arguments that nothing was said of are an empty object. */
    String said() {
        return said.isEmpty() && done && kind == Kind.FUNCTION ? "{}" : said.toString();
    }

    /** The one part of its content, with what was said so far. */
    String part() {
        Members part = new Members().text("type", kind.part).text(kind.member, said());
        if (kind == Kind.TEXT) {
            part.json("annotations", "[]");
        }
        return part.toString();
    }

    /** The item, with what was said once it is done. */
    String json() {
        String status = done ? "completed" : "in_progress";
        Members item = new Members().text("id", id);
        String content = done ? "[" + part() + "]" : "[]";
        switch (kind) {
            case TEXT, REFUSAL ->
                item.text("type", "message")
                        .text("status", status)
                        .text("role", "assistant")
                        .json("content", content);
            case REASONING ->
                item.text("type", "reasoning").json("summary", "[]").json("content", content);
            case FUNCTION, CUSTOM -> {
                item.text("type", kind == Kind.FUNCTION ? "function_call" : "custom_tool_call")
                        .text("status", status)
                        .text("call_id", callId)
                        .text("name", tool.name());
                if (!tool.namespace().isEmpty()) {
                    item.text("namespace", tool.namespace());
                }
                item.text(kind.member, done ? said() : "");
            }
        }
        return item.toString();
    }
}
