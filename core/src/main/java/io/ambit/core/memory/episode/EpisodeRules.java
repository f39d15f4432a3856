package io.ambit.core.memory.episode;

import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.record.Episode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws an {@link Episode} from a session: the first request as its goal, the calls as its log, what failed with what
 * made it work, and the outcome by evidence. The same session gives the same episode.
 */
public final class EpisodeRules {
    private static final int MAX_GOAL = 500;
    private static final int FIRST_ACTIONS = 60;
    private static final int LAST_ACTIONS = 140;
    private static final int MAX_FILES = 100;

    private final ObservedSession session;
    private final List<ObservedCall> calls;
    private final List<String> requests = new ArrayList<>();
    private int lastRequest = -1;
    private boolean answered;
    private boolean endsWithAnswer;

    EpisodeRules(ObservedSession session) {
        this.session = session;
        this.calls = ObservedCalls.of(session);
        for (int m = 0; m < session.messages().size(); m++) {
            ObservedMessage message = session.messages().get(m);
            if (message.message().role() == Role.USER) {
                String request = RequestText.of(said(message));
                if (!request.isEmpty()) {
                    requests.add(request);
                    lastRequest = m;
                }
            } else if (message.message().role() == Role.ASSISTANT) {
                answered = true;
                endsWithAnswer = message.message().parts().stream().noneMatch(Part.ToolCall.class::isInstance);
            }
        }
    }

    /** The session's episode; none where nothing was asked or nothing answered. */
    public static Optional<Episode> episode(ObservedSession session) {
        return new EpisodeRules(session).episode();
    }

    Optional<Episode> episode() {
        if (requests.isEmpty() || !answered) {
            return Optional.empty();
        }
        Set<String> read = new LinkedHashSet<>();
        Set<String> modified = new LinkedHashSet<>();
        Set<String> created = new LinkedHashSet<>();
        for (ObservedCall call : calls) {
            read.addAll(call.read());
            modified.addAll(call.modified());
            created.addAll(call.created());
        }
        Set<String> files = new LinkedHashSet<>(modified);
        files.addAll(read);
        return Optional.of(new Episode(
                "",
                session.agent(),
                new Episode.EpisodeContext(phase(modified.isEmpty()), goal(), Constraints.of(requests), bounded(files)),
                actions(),
                outcome().outcome(),
                Failures.of(calls),
                bounded(created),
                bounded(read),
                bounded(modified),
                commit(),
                session.duration(),
                session.tokens()));
    }

    SessionOutcome outcome() {
        String lastWord = requests.size() > 1 ? requests.get(requests.size() - 1) : "";
        return SessionOutcome.of(session.reward(), calls, lastRequest, lastWord, endsWithAnswer);
    }

    /** The first request; a bare command to the agent itself, such as {@code /clear}, only where there is no other. */
    String goal() {
        String first = requests.stream()
                .filter(request -> !request.startsWith("/") || request.indexOf(' ') >= 0)
                .findFirst()
                .orElse(requests.get(0));
        return Prose.line(first, MAX_GOAL);
    }

    /** What the work mostly was, in the words for phases by which tasks are told apart. */
    private String phase(boolean nothingModified) {
        boolean failed = calls.stream().anyMatch(ObservedCall::failed);
        if (!nothingModified) {
            return failed ? "debugging" : "development";
        }
        if (calls.stream().anyMatch(ObservedCall::isTestRun)) {
            return "validation";
        }
        return calls.stream().anyMatch(ObservedCall::looksAtFiles) ? "research" : "";
    }

    private List<Episode.Action> actions() {
        List<Episode.Action> log = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (i < FIRST_ACTIONS || i >= calls.size() - LAST_ACTIONS) {
                ObservedCall call = calls.get(i);
                log.add(new Episode.Action(call.at(), name(call), call.target(), call.result()));
            }
        }
        return log;
    }

    private static String name(ObservedCall call) {
        return call.action().isBlank() ? "call" : Prose.line(call.action(), 100);
    }

    /** The hash that the last commit printed: {@code [main 1a2b3c4] message}. */
    private String commit() {
        for (int i = calls.size() - 1; i >= 0; i--) {
            if (calls.get(i).isCommit() && !calls.get(i).failed()) {
                String hash = CommitHash.in(calls.get(i).output());
                if (!hash.isEmpty()) {
                    return hash;
                }
            }
        }
        return "";
    }

    private static List<String> bounded(Set<String> files) {
        return files.stream().filter(file -> !file.isBlank()).limit(MAX_FILES).toList();
    }

    /** What a message says in words. */
    static String said(ObservedMessage message) {
        StringBuilder text = new StringBuilder();
        for (Part part : message.message().parts()) {
            if (part instanceof Part.Text said) {
                text.append(text.isEmpty() ? "" : "\n").append(said.text());
            }
        }
        return text.toString();
    }
}
