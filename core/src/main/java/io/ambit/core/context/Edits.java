package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import java.util.ArrayList;
import java.util.List;

/** From decisions, which speak of chain hashes, to edits, which speak of places in one request. */
public final class Edits {
    private Edits() {}

    /** The edits that {@code decisions} mean for {@code transcript}, in the order of its messages. */
    public static List<Edit> of(Transcript transcript, Decisions decisions) {
        List<Edit> edits = new ArrayList<>();
        if (decisions.get(PartKey.after(Transcript.ROOT)) instanceof Decision.Insert first) {
            edits.add(new Edit.Insert(-1, first.text()));
        }
        for (int m = 0; m < transcript.size(); m++) {
            Message message = transcript.messages().get(m);
            var chain = transcript.chain().get(m);
            if (decisions.get(PartKey.whole(chain)) instanceof Decision.Drop) {
                edits.add(new Edit.Drop(m));
            } else {
                for (int p = 0; p < message.parts().size(); p++) {
                    String shown = decisions.get(new PartKey(chain, p)) instanceof Decision.Replacement replacement
                            ? replacement.shown()
                            : null;
                    if (decisions.get(PartKey.note(chain, p)) instanceof Decision.Note(String note)) {
                        shown = (shown == null ? message.parts().get(p).text() : shown) + note;
                    }
                    if (shown != null) {
                        edits.add(new Edit.Replace(m, p, shown));
                    }
                }
            }
            if (decisions.get(PartKey.after(chain)) instanceof Decision.Insert insert) {
                edits.add(new Edit.Insert(m, insert.text()));
            }
        }
        return edits;
    }
}
