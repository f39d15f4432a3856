package io.ambit.gateway.profile;

import io.ambit.core.context.Planned;
import io.ambit.core.message.Message;
import io.ambit.core.message.Role;
import io.ambit.core.message.Transcript;
import io.ambit.core.routing.profile.AliasPrompt;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.text.Hash;
import io.ambit.wire.WireFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds to a request for {@code ambit/NAME} what the profile tells the model: a message of its own before the first one of
 * a user. It is decided once a session, like a cut, and so stays the same; no message of the client's is touched.
 */
public final class AliasShaping {
    private final Profiles profiles;

    /** @param profiles none where nothing is to be added */
    public AliasShaping(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * The plan with that message. A request of Ollama's generate has no messages to put one before.
     *
     * @param model as the client named it
     * @param earlier what was decided before this step
     */
    public Planned of(WireFormat format, String model, Transcript transcript, Decisions earlier, Planned planned) {
        Optional<ModelProfile> profile =
                format == WireFormat.OLLAMA_GENERATE ? Optional.empty() : profiles.ofAlias(model);
        int first = firstOfUser(transcript);
        if (profile.isEmpty() || first < 0) {
            return planned;
        }
        Hash place = first == 0 ? Transcript.ROOT : transcript.chain().get(first - 1);
        PartKey key = PartKey.after(place);
        Decision before = earlier.get(key);
        Decision insert = before instanceof Decision.Insert
                ? before
                : new Decision.Insert(AliasPrompt.of(
                        profile.get(), transcript.messages().get(first).text()));
        if (((Decision.Insert) insert).text().isEmpty()
                || insert.equals(planned.decisions().get(key))) {
            return planned;
        }
        Decisions shaped = planned.decisions()
                .with(Map.of(key, insert), planned.decisions().boundary());
        return new Planned(shaped, planned.failure());
    }

    private static int firstOfUser(Transcript transcript) {
        List<Message> messages = transcript.messages();
        for (int m = 0; m < messages.size(); m++) {
            if (messages.get(m).role() == Role.USER) {
                return m;
            }
        }
        return -1;
    }
}
