package io.ambit.core.record;

/** What a record says, by kind. Every content checks itself when it is made; errors name the field that is wrong. */
public sealed interface Content permits Turn, Document, Episode, Pattern, AntiPattern, Skill, Fact, Insight {

    RecordKind kind();

    /** One line that names it, at most 120 characters. */
    String title();

    /** All of its text in reading order, which is what search reads. */
    String text();
}
