package io.ambit.wire.logs;

/** What a log may lack of what the agent really sent. A report says so; nothing is put in its place. */
public enum Lack {
    SYSTEM_PROMPT("the system prompt"),
    TOOLS("the definitions of the tools"),
    TIMES("times"),
    USAGE("the provider's count of tokens"),
    MODEL("the name of the model"),
    REASONING("the model's reasoning"),
    IMAGES("images");

    private final String words;

    Lack(String words) {
        this.words = words;
    }

    /** As a report names it. */
    public String words() {
        return words;
    }
}
