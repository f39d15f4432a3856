package io.ambit.bench.recorded;

import io.ambit.core.error.AmbitException;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.SessionRecord;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepRecord;
import io.ambit.core.session.Usage;
import io.ambit.core.spi.Ledger;
import io.ambit.core.text.Hash;
import io.ambit.core.text.Utf8;
import io.ambit.store.SqliteLedger;
import io.ambit.wire.chat.OpenAiChatMessages;
import io.ambit.wire.logs.Lack;
import io.ambit.wire.logs.LogUsage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ambit's own ledger: the conversations as of their last step, with what each step cost. */
final class LedgerSessions {
    static final String AGENT = "ambit";
    static final String FILE = "ambit.db";

    private final Path file;

    /** @param file {@code ambit.db} in a data folder */
    LedgerSessions(Path file) {
        this.file = file;
    }

    /** Whether {@code file} is one. */
    static boolean is(Path file) {
        return file.getFileName() != null && file.getFileName().toString().equals(FILE) && SqliteFile.is(file);
    }

    /** Its sessions, the one last used first. */
    List<SessionRecord> sessions(@Nullable Space space) {
        try (Ledger ledger = open()) {
            return sessions(ledger, space);
        }
    }

    private static List<SessionRecord> sessions(Ledger ledger, @Nullable Space space) {
        List<SessionRecord> found = new ArrayList<>();
        for (Space each : space == null ? ledger.spaces() : List.of(space)) {
            found.addAll(ledger.sessions(each));
        }
        found.sort(Comparator.comparing(SessionRecord::lastRequest).reversed());
        return found;
    }

    /**
     * Reads it.
     *
     * @param space null for all
     * @param wanted id of one session, null for all
     */
    void read(@Nullable Space space, @Nullable String wanted, TrajectorySink sink) {
        try (Ledger ledger = open()) {
            for (SessionRecord session : sessions(ledger, space)) {
                Trajectory read =
                        wanted == null || wanted.equals(session.id().value()) ? read(ledger, session, sink) : null;
                if (read != null) {
                    sink.trajectory(read);
                }
            }
        }
    }

    private Ledger open() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new AmbitException(file + " is in no folder, expected " + FILE + " in a data folder");
        }
        return SqliteLedger.open(folder);
    }

    private @Nullable Trajectory read(Ledger ledger, SessionRecord session, TrajectorySink sink) {
        try {
            Transcript transcript = ledger.transcript(session.space(), session.id())
                    .orElseThrow(() -> new AmbitException("no readable step"));
            return trajectory(session, transcript, ledger.steps(session.space(), session.id()));
        } catch (AmbitException e) {
            sink.problem(new InputProblem(file.toString(), 0, "session " + session.id() + ": " + e.getMessage()));
            return null;
        }
    }

    private Trajectory trajectory(SessionRecord session, Transcript transcript, List<StepRecord> steps) {
        List<RecordedMessage> messages = new ArrayList<>();
        List<MessageFacts> facts = new ArrayList<>();
        List<MessageFacts> ofMessages = facts(transcript, steps);
        for (int m = 0; m < transcript.size(); m++) {
            List<String> written =
                    OpenAiChatMessages.writeAll(transcript.messages().get(m));
            for (int w = 0; w < written.size(); w++) {
                messages.add(RecordedMessage.read(Utf8.encode(written.get(w))));
                facts.add(w == written.size() - 1 ? ofMessages.get(m) : MessageFacts.NONE);
            }
        }
        SessionFacts known =
                new SessionFacts(AGENT, 0, "", lacks(transcript, facts), Math.max(0, session.branches() - 1), 0, facts);
        return new Trajectory(session.id().value(), file.toString(), 0, messages, known);
    }

    /** A step's request ends before the message that answers it; steps of other branches end elsewhere. */
    private static List<MessageFacts> facts(Transcript transcript, List<StepRecord> steps) {
        Map<Hash, Integer> answerAfter = new HashMap<>();
        for (int m = 0; m < transcript.size(); m++) {
            answerAfter.put(transcript.chain().get(m), m + 1);
        }
        List<MessageFacts> facts = new ArrayList<>(Collections.nCopies(transcript.size(), MessageFacts.NONE));
        for (StepRecord step : steps) {
            int answer = answerAfter.getOrDefault(step.tip(), transcript.size());
            if (answer < transcript.size()) {
                facts.set(answer - 1, new MessageFacts(step.at(), "", "", null));
                facts.set(answer, new MessageFacts(step.at(), "", step.model(), usage(step)));
            }
        }
        return facts;
    }

    private static @Nullable LogUsage usage(StepRecord step) {
        if (step.end() == null || step.end().rounds().stream().noneMatch(Usage::isKnown)) {
            return null;
        }
        LogUsage sum = new LogUsage(0, 0, 0, 0, 0);
        for (Usage round : step.end().rounds()) {
            long cached = Math.max(0, round.cached());
            sum = sum.plus(new LogUsage(round.input() - cached, cached, 0, 0, round.output()));
        }
        return sum;
    }

    private static Set<Lack> lacks(Transcript transcript, List<MessageFacts> facts) {
        Set<Lack> lacks = EnumSet.of(Lack.TOOLS);
        if (transcript.messages().stream().noneMatch(message -> message.role() == Role.SYSTEM)) {
            lacks.add(Lack.SYSTEM_PROMPT);
        }
        if (facts.stream().noneMatch(fact -> fact.at() != null)) {
            lacks.add(Lack.TIMES);
        }
        if (facts.stream().noneMatch(fact -> fact.usage() != null)) {
            lacks.add(Lack.USAGE);
        }
        return lacks;
    }
}
