package io.ambit.store.index;

/** The fields of the index's documents. A document is a passage; those of a record follow each other. */
final class IndexField {
    /** Terms, see {@link TermBag}. */
    static final String TEXT = "text";
    /** The record, on each passage: as a term, and in the first as a value. */
    static final String ID = "id";
    /** Which passage of the record it is, from 0. */
    static final String PASSAGE = "passage";
    /** In the first passage: a term to find all records by. */
    static final String RECORD = "record";
    /** The number of passages of the record, in the first. */
    static final String PASSAGES = "passages";
    /** On each passage. */
    static final String KIND = "kind";
    /** On each passage of an archived record. */
    static final String ARCHIVED = "archived";
    /** Milliseconds since 1970, on each passage. */
    static final String TIME = "time";
    /** {@link io.ambit.core.retrieval.Traits#packed}, in the first. */
    static final String TRAITS = "traits";
    /** The hash of the conversation's name, in the first of a turn. */
    static final String SESSION = "session";
    /** The conversation and the place in it, stored in the first of a turn. */
    static final String SESSION_NAME = "session-name";

    static final String STORED_POSITION = "stored-position";
    /** The same as a value. */
    static final String POSITION = "position";
    /** The day that it is of, counted from 1970, in the first. */
    static final String DAY = "day";
    /** The vector of what a standing instruction is about, in the first. */
    static final String SCOPE = "scope";
    /** A term in the first of what is to be looked at for every request. */
    static final String FOR_REQUESTS = "for-requests";
    /** Who speaks, in the first of a turn. */
    static final String SPEAKER = "speaker";
    /** On each passage that has one. */
    static final String VECTOR = "vector";
    /** On each passage that is not in the index proper yet. */
    static final String TAIL = "tail";

    static final String YES = "1";

    private IndexField() {}
}
