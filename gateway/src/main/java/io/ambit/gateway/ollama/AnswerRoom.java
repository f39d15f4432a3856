package io.ambit.gateway.ollama;

/** What of a window is kept free for the answer, in tokens. */
final class AnswerRoom {
    private static final int MOST = 4096;

    private AnswerRoom() {}

    /** What an answer should have, so that a window suffices: what was asked for, up to half of the window. */
    static int wanted(int asked, int window) {
        return asked > 0 ? Math.min(asked, window / 2) : least(asked, window);
    }

    /** What it must have: an eighth of the window, or what was asked for where that is less. */
    static int least(int asked, int window) {
        int share = Math.min(window / 8, MOST);
        return asked > 0 ? Math.min(asked, share) : share;
    }
}
