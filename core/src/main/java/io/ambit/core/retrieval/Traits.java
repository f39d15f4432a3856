package io.ambit.core.retrieval;

import io.ambit.core.record.Content;
import io.ambit.core.record.RecordKind;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record is like, whatever the question: known when it is indexed.
 *
 * @param voice who speaks; null where the record is no turn
 * @param words how many it has
 * @param firstPerson share of its sentences in which the writer speaks of himself, 0 to 1
 * @param answersQuestion whether the message before it ends in a question
 * @param standing whether a person says in it how something is always to be done
 * @param preference whether a person says in it what he prefers
 */
public record Traits(
        RecordKind kind,
        @Nullable Voice voice,
        int words,
        double firstPerson,
        boolean answersQuestion,
        boolean standing,
        boolean preference) {
    private static final Phrases PREFERS = Phrases.of("prefer*");

    /** Their places here are stored: new ones go to the end. */
    private static final List<RecordKind> KINDS = List.of(
            RecordKind.TURN,
            RecordKind.DOCUMENT,
            RecordKind.EPISODE,
            RecordKind.PATTERN,
            RecordKind.ANTI_PATTERN,
            RecordKind.SKILL,
            RecordKind.FACT,
            RecordKind.INSIGHT);

    private static final List<Voice> VOICES = List.of(Voice.PERSON, Voice.ASSISTANT, Voice.TOOL, Voice.SYSTEM);

    private static final int KIND_BITS = 4;
    private static final int VOICE_BITS = 3;
    private static final int SHARE_BITS = 8;
    private static final int SHARE_STEPS = (1 << SHARE_BITS) - 1;

    /**
     * The traits of a content.
     *
     * @param before the turn before it in the same conversation; null where there is none
     */
    public static Traits of(Content content, @Nullable Turn before) {
        String text = content.text();
        Voice voice = content instanceof Turn turn ? turn.voice() : null;
        return new Traits(
                content.kind(),
                voice,
                Tokens.count(text),
                Sentences.firstPersonShare(text),
                before != null
                        && Sentences.endsInQuestion(before.text())
                        && Tokens.count(before.text()) <= Surroundings.LONGEST_LENDER,
                voice == Voice.PERSON && StandingInstruction.isIn(text),
                voice == Voice.PERSON && PREFERS.in(Tokens.of(text)));
    }

    /** All of it in one number; shares are kept to 1/{@value #SHARE_STEPS}. */
    public long packed() {
        long packed = words;
        packed = packed << SHARE_BITS | Math.round(firstPerson * SHARE_STEPS);
        packed = packed << 1 | (answersQuestion ? 1 : 0);
        packed = packed << 1 | (standing ? 1 : 0);
        packed = packed << 1 | (preference ? 1 : 0);
        packed = packed << VOICE_BITS | (voice == null ? 0 : VOICES.indexOf(voice) + 1);
        return packed << KIND_BITS | KINDS.indexOf(kind);
    }

    /** Reads {@link #packed} back. */
    public static Traits ofPacked(long packed) {
        long rest = packed;
        RecordKind kind = KINDS.get((int) (rest & (1 << KIND_BITS) - 1));
        rest >>>= KIND_BITS;
        int voice = (int) (rest & (1 << VOICE_BITS) - 1);
        rest >>>= VOICE_BITS;
        boolean preference = (rest & 1) == 1;
        boolean standing = (rest & 2) != 0;
        boolean answers = (rest & 4) != 0;
        rest >>>= 3;
        double share = (double) (rest & SHARE_STEPS) / SHARE_STEPS;
        return new Traits(
                kind,
                voice == 0 ? null : VOICES.get(voice - 1),
                (int) (rest >>> SHARE_BITS),
                share,
                answers,
                standing,
                preference);
    }

    /** Whether it is the voice of somebody who talks, a person's or a model's. */
    static boolean isConversation(@Nullable Voice voice) {
        return voice == Voice.PERSON || voice == Voice.ASSISTANT;
    }
}
