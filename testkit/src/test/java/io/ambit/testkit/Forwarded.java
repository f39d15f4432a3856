package io.ambit.testkit;

import io.ambit.core.context.Edit;
import io.ambit.core.context.Edits;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the model would be sent.
 *
 * @param from index of the transcript's message, -1 for a message of Ambit's own
 */
record Forwarded(int from, Role role, List<String> texts) {

    static List<Forwarded> of(Transcript transcript, Decisions decisions) {
        Map<Integer, Map<Integer, String>> replaced = new HashMap<>();
        Map<Integer, String> inserted = new HashMap<>();
        Set<Integer> dropped = new HashSet<>();
        for (Edit edit : Edits.of(transcript, decisions)) {
            switch (edit) {
                case Edit.Replace r ->
                    replaced.computeIfAbsent(r.messageIndex(), m -> new HashMap<>())
                            .put(r.partIndex(), r.text());
                case Edit.Insert i -> inserted.put(i.messageIndex(), i.text());
                case Edit.Drop d -> dropped.add(d.messageIndex());
                case Edit.Restore ignored -> throw new AssertionError("a policy restores nothing");
            }
        }
        List<Forwarded> forwarded = new ArrayList<>();
        for (int m = 0; m < transcript.size(); m++) {
            if (!dropped.contains(m)) {
                List<String> texts = new ArrayList<>();
                List<Part> parts = transcript.messages().get(m).parts();
                for (int p = 0; p < parts.size(); p++) {
                    texts.add(replaced.getOrDefault(m, Map.of())
                            .getOrDefault(p, parts.get(p).text()));
                }
                forwarded.add(new Forwarded(m, transcript.messages().get(m).role(), texts));
            }
            if (inserted.containsKey(m)) {
                forwarded.add(new Forwarded(-1, Role.USER, List.of(inserted.get(m))));
            }
        }
        return forwarded;
    }
}
