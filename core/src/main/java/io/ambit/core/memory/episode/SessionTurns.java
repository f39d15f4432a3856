package io.ambit.core.memory.episode;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of a session as turns: what was said whole, what tools answered at both its ends. A turn's position is
 * that of its message, so that a session that grows keeps its turns.
 */
final class SessionTurns {
    private static final int MAX_SAID = 40_000;
    private static final int RESULT_HEAD = 2_000;
    private static final int RESULT_TAIL = 2_000;

    private SessionTurns() {}

    static List<Turn> of(ObservedSession session, String name) {
        List<Turn> turns = new ArrayList<>();
        Map<String, String> tools = new HashMap<>();
        for (int m = 0; m < session.messages().size(); m++) {
            ObservedMessage observed = session.messages().get(m);
            Message message = observed.message();
            String speaker = "tool";
            StringBuilder results = new StringBuilder();
            for (Part part : message.parts()) {
                if (part instanceof Part.ToolCall call) {
                    tools.put(call.id(), call.name());
                } else if (part instanceof Part.ToolResult result) {
                    speaker = tools.getOrDefault(result.callId(), speaker);
                    results.append(results.isEmpty() ? "" : "\n").append(ends(result.text()));
                }
            }
            String said = said(observed);
            if (!said.isBlank() && message.role() != Role.SYSTEM && message.role() != Role.OTHER) {
                turns.add(turn(name, m, message.role(), said));
            } else if (!results.toString().isBlank()) {
                turns.add(new Turn(name, m, speaker.isBlank() ? "tool" : speaker, Voice.TOOL, results.toString()));
            }
        }
        return turns;
    }

    private static String said(ObservedMessage observed) {
        String said = EpisodeRules.said(observed);
        return observed.message().role() == Role.USER ? RequestText.of(said) : said;
    }

    private static Turn turn(String name, int position, Role role, String said) {
        String speaker = role == Role.USER ? "user" : role == Role.TOOL ? "tool" : "assistant";
        return new Turn(name, position, speaker, Voice.ofRole(speaker), cut(said, MAX_SAID, 0));
    }

    private static String ends(String text) {
        return cut(text, RESULT_HEAD, RESULT_TAIL);
    }

    private static String cut(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return text;
        }
        int first = Character.isHighSurrogate(text.charAt(head - 1)) ? head - 1 : head;
        int last = text.length() - tail;
        last += last < text.length() && Character.isLowSurrogate(text.charAt(last)) ? 1 : 0;
        return text.substring(0, first) + "\n[" + (last - first) + " characters are not kept here]\n"
                + text.substring(last);
    }
}
