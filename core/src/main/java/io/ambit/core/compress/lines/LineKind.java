package io.ambit.core.compress.lines;

/** A kind of content: says of each line what it is worth. */
interface LineKind {

    /** "log" or "source code" say. */
    String name();

    /** Whether a text is of this kind, told from its lines alone. A wrong guess costs savings, never evidence. */
    boolean claims(Lines lines);

    void judge(Judgement judgement);
}
