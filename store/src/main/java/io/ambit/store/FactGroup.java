package io.ambit.store;

import io.ambit.core.memory.fact.Folded;
import io.ambit.core.record.Fact;
import io.ambit.core.text.Utf8;

/** The subject and predicate, folded, of facts that exclude each other where they say that there is one at a time. */
record FactGroup(String subject, String predicate, boolean single) {
    static FactGroup of(Fact fact) {
        return new FactGroup(Folded.of(fact.subject()), Folded.of(fact.predicate()), fact.single());
    }

    byte[] subjectBytes() {
        return Utf8.encode(subject);
    }

    byte[] predicateBytes() {
        return Utf8.encode(predicate);
    }
}
