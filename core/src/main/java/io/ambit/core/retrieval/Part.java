package io.ambit.core.retrieval;

import io.ambit.core.record.Voice;
import java.util.Locale;

/**
 * A part of a record's score: something that speaks for it, and how much that weighs, with a model and without. The
 * weights were fitted on two kinds of conversation at once.
 *
 * <p>That a short message in the first person is more likely to hold a fact is true of people who talk, and of nothing
 * else: other records get what a good message of a person gets, so that they neither lose nor gain by their form.
 */
enum Part {
    WORDS(3.99, 5.42) {
        @Override
        double of(Signals signals, Question question) {
            return signals.words();
        }
    },
    MEANING(4.41, 0) {
        @Override
        double of(Signals signals, Question question) {
            return signals.meaning();
        }
    },
    SESSION_WORDS(2.86, 3.44) {
        @Override
        double of(Signals signals, Question question) {
            return signals.sessionWords();
        }
    },
    SESSION_MEANING(4.74, 0) {
        @Override
        double of(Signals signals, Question question) {
            return signals.sessionMeaning();
        }
    },
    ANSWERS_QUESTION(-0.46, -0.77) {
        @Override
        double of(Signals signals, Question question) {
            return signals.traits().answersQuestion() ? 1 : 0;
        }
    },
    ANSWERS_THIS_QUESTION(1.84, 2.38) {
        @Override
        double of(Signals signals, Question question) {
            return signals.askedWords();
        }
    },
    SPEAKER(0.98, 0.89) {
        @Override
        double of(Signals signals, Question question) {
            return signals.namesSpeaker() ? 1 : 0;
        }
    },
    DAY(2.74, 2.35) {
        @Override
        double of(Signals signals, Question question) {
            return signals.namesDay() ? 1 : 0;
        }
    },
    FIRST_PERSON(0.98, 1.06) {
        @Override
        double of(Signals signals, Question question) {
            return isPerson(signals.traits()) ? signals.traits().firstPerson() : USUAL_FIRST_PERSON;
        }
    },
    LENGTH(4.3, 3.85) {
        @Override
        double of(Signals signals, Question question) {
            return Math.log1p(
                            isPerson(signals.traits())
                                    ? Math.min(signals.traits().words(), LONG_ENOUGH)
                                    : LONG_ENOUGH)
                    / 4;
        }
    },
    LENGTH_WHERE_MUCH_IS_GATHERED(2.54, 2.73) {
        @Override
        double of(Signals signals, Question question) {
            return question.gathers() ? LENGTH.of(signals, question) : 0;
        }
    },
    LENGTH_WHERE_ASKED_OF_SELF(-4.89, -4.86) {
        @Override
        double of(Signals signals, Question question) {
            return question.asksOfSelf()
                    ? Math.log1p(
                                    Traits.isConversation(signals.traits().voice())
                                            ? signals.traits().words()
                                            : USUAL_LENGTH)
                            / 5
                    : 0;
        }
    },
    STANDING_INSTRUCTION(2.25, 3.45) {
        @Override
        double of(Signals signals, Question question) {
            return question.requests() && signals.traits().standing() ? 1 : 0;
        }
    },
    INSTRUCTION_FOR_THIS(2.96, 0) {
        @Override
        double of(Signals signals, Question question) {
            return question.requests() && signals.traits().standing() ? signals.scope() : 0;
        }
    },
    PREFERENCE(2.62, 2.59) {
        @Override
        double of(Signals signals, Question question) {
            return question.requests() && signals.traits().preference() ? 1 : 0;
        }
    },
    ANSWER_FOR_SUMMARY(2.36, 2.26) {
        @Override
        double of(Signals signals, Question question) {
            return question.summarises() && signals.traits().voice() == Voice.ASSISTANT ? 1 : 0;
        }
    };

    private static final int LONG_ENOUGH = 50;
    /** What is no message of a conversation is taken for one of so many words. */
    private static final int USUAL_LENGTH = 60;

    private static final double USUAL_FIRST_PERSON = 0.5;

    private final double withModel;
    private final double withoutModel;

    Part(double withModel, double withoutModel) {
        this.withModel = withModel;
        this.withoutModel = withoutModel;
    }

    abstract double of(Signals signals, Question question);

    double weight(boolean model) {
        return model ? withModel : withoutModel;
    }

    /** The name that a user sees. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean isPerson(Traits traits) {
        return traits.voice() == Voice.PERSON;
    }
}
