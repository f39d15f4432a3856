package io.ambit.core.tooluse.sequence;

import io.ambit.core.text.Words;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Recorded sessions by what they were for and whether they got there. */
final class SimilarSessions {
    /** Words shorter than this are mostly grammar. */
    private static final int MIN_WORD = 4;

    private static final int MIN_SHARED = 2;

    private final List<SessionCalls> sessions;

    SimilarSessions(List<SessionCalls> sessions) {
        this.sessions = sessions;
    }

    /** The tools of each session with such a goal that got there, in order, a tool called several times in a row once. */
    List<List<String>> reached(String goal) {
        Set<String> wanted = content(goal);
        List<List<String>> found = new ArrayList<>();
        for (SessionCalls session : sessions) {
            Set<String> shared = content(session.goal());
            shared.retainAll(wanted);
            if (shared.size() >= MIN_SHARED && isReached(session)) {
                found.add(tools(session));
            }
        }
        return found;
    }

    /** It ended with an answer, and its last call did not fail. */
    private static boolean isReached(SessionCalls session) {
        return !session.answer().isBlank()
                && !session.calls().isEmpty()
                && !session.calls().getLast().failed();
    }

    private static List<String> tools(SessionCalls session) {
        List<String> tools = new ArrayList<>();
        for (ObservedCall call : session.calls()) {
            if (!call.failed() && (tools.isEmpty() || !tools.getLast().equals(call.tool()))) {
                tools.add(call.tool());
            }
        }
        return tools;
    }

    private static Set<String> content(String text) {
        Set<String> words = new LinkedHashSet<>(Words.of(text));
        words.removeIf(word -> word.length() < MIN_WORD);
        return words;
    }
}
