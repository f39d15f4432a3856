package io.ambit.wire.memory;

import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.record.Draft;
import io.ambit.core.record.JsonFields;
import io.ambit.core.record.Provenance;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import io.ambit.core.session.Space;
import io.ambit.core.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * LoCoMo's own file: a list of samples, each with a conversation in numbered sessions. What two people said becomes
 * turns, images by their captions. Questions, and the observations and summaries that others drew from the conversation,
 * are not memory and are left.
 */
public final class LocomoFile {
    private static final String SESSION = "session_";

    private LocomoFile() {}

    /** Whether a document is one. */
    public static boolean claims(Json document) {
        List<Json> samples = samples(document);
        return !samples.isEmpty()
                && samples.get(0).get("conversation") instanceof Json.Obj conversation
                && conversation.get(SESSION + "1") instanceof Json.Arr;
    }

    private static List<Json> samples(Json document) {
        return document instanceof Json.Arr list ? list.items() : List.of(document);
    }

    /**
     * Reads a document.
     *
     * @param file as errors and provenance name it
     * @throws InvalidInputException where a turn is not of the form
     */
    public static void read(String file, Json document, IntoSpaces into, DraftSink sink) {
        List<Json> samples = samples(document);
        for (int s = 0; s < samples.size(); s++) {
            String name = samples.get(s).text("sample_id");
            Json conversation = samples.get(s).get("conversation");
            if (!(conversation instanceof Json.Obj object)) {
                throw new InvalidInputException(
                        file + ": sample " + (s + 1) + " has no conversation, expected an object");
            }
            conversation(file, name == null ? "sample-" + (s + 1) : name, object, into, sink);
        }
    }

    private static void conversation(String file, String name, Json.Obj conversation, IntoSpaces into, DraftSink sink) {
        Map<Integer, Json> sessions = new TreeMap<>();
        for (Json.Member member : conversation.members()) {
            int number = number(member.name().value());
            if (number > 0 && member.value() instanceof Json.Arr turns) {
                sessions.put(number, turns);
            }
        }
        sessions.forEach((number, turns) -> {
            String time = conversation.text(SESSION + number + "_date_time");
            Instant at = time == null ? null : LocomoTime.read(time);
            if (at == null) {
                sink.problem(
                        file,
                        0,
                        name + " session " + number + ": time '" + time + "', expected one such as"
                                + " '1:56 pm on 8 May, 2023'");
            }
            List<Json> said = turns.items();
            for (int t = 0; t < said.size(); t++) {
                try {
                    turn(file, name, number, t, new JsonFields(said.get(t)), at, into, sink);
                } catch (AmbitException e) {
                    throw new InvalidInputException(
                            file + ": " + name + " session " + number + " turn " + (t + 1) + ": " + e.getMessage(), e);
                }
            }
        });
    }

    private static void turn(
            String file,
            String name,
            int session,
            int position,
            JsonFields turn,
            @Nullable Instant at,
            IntoSpaces into,
            DraftSink sink) {
        Space space = into.space(name);
        String inSession = into.unique(name, String.valueOf(session));
        String id = turn.has("dia_id") ? turn.text("dia_id") : "D" + session + ":" + (position + 1);
        List<String> said = new ArrayList<>();
        said.add(turn.text("text"));
        if (turn.has("blip_caption")) {
            said.add("[image: " + turn.text("blip_caption") + "]");
        }
        said.removeIf(String::isBlank);
        if (said.isEmpty()) {
            sink.problem(file, 0, name + " " + id + " says nothing");
            return;
        }
        sink.draft(Draft.of(
                space,
                new Turn(inSession, position, turn.required("speaker"), Voice.PERSON, String.join(" ", said)),
                Provenance.imported("locomo:" + file, into.unique(name, id)).withSession(inSession, position),
                at));
    }

    private static int number(String member) {
        if (!member.startsWith(SESSION) || member.length() > SESSION.length() + 6) {
            return 0;
        }
        String digits = member.substring(SESSION.length());
        return digits.chars().allMatch(c -> c >= '0' && c <= '9') && !digits.isEmpty() ? Integer.parseInt(digits) : 0;
    }
}
