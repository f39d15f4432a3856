package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import org.jspecify.annotations.Nullable;

/**
 * Something in an error that tells its class.
 *
 * @param strength how much it says; see {@link Phrase#strength}
 * @param advice where it asks for another one than the class does
 */
record Signal(FailureClass failure, int strength, @Nullable Advice advice) {
    /** Of a code that means one thing only; between a phrase of two words and one of three. */
    static final int CODE = 25;

    /** Of a code that many things share, such as "bad request": only where nothing else speaks. */
    static final int SHARED_CODE = 8;

    /** Of how a program ended. */
    static final int EXIT = 4;

    static Signal of(Phrase phrase) {
        return new Signal(phrase.failure(), phrase.strength(), phrase.advice());
    }

    static Signal code(FailureClass failure) {
        return new Signal(failure, CODE, null);
    }

    static Signal code(FailureClass failure, Advice advice) {
        return new Signal(failure, CODE, advice);
    }

    static Signal shared(FailureClass failure) {
        return new Signal(failure, SHARED_CODE, null);
    }

    /** The stronger one; of equals the one whose class comes first. */
    static @Nullable Signal stronger(@Nullable Signal first, @Nullable Signal second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        boolean isSecond = second.strength > first.strength
                || (second.strength == first.strength && second.failure.compareTo(first.failure) < 0);
        return isSecond ? second : first;
    }
}
