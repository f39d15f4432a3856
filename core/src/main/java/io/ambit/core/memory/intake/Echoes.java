package io.ambit.core.memory.intake;

import io.ambit.core.event.RecalledText;
import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Turn;
import io.ambit.core.session.Space;
import java.util.List;
import java.util.Optional;

/**
 * Recognises what memory itself has said before: a record whose text was shown is no news, and quoted lines that were
 * shown are left out of the texts that repeat them.
 */
final class Echoes {
    private static final String QUOTE = "> ";
    private static final String FRAME = "[memory ";
    private static final String FRAME_END = "[end of ";

    private final RecalledTexts recalled;

    Echoes(RecalledTexts recalled) {
        this.recalled = recalled;
    }

    /** The content without what was recalled; none where that is all it says. */
    Optional<Content> without(Space space, Content content) {
        if (was(space, content.text())) {
            return Optional.empty();
        }
        return switch (content) {
            case Turn turn ->
                text(space, turn.text())
                        .map(text -> new Turn(turn.session(), turn.position(), turn.speaker(), turn.voice(), text));
            case Document document -> text(space, document.text()).map(text -> new Document(document.name(), text));
            case Insight insight ->
                text(space, insight.statement())
                        .map(text -> new Insight(insight.type(), text, insight.context(), insight.tags()));
            default -> Optional.of(content);
        };
    }

    private boolean was(Space space, String text) {
        return RecalledText.hash(text)
                .filter(hash -> recalled.wasRecalled(space, hash))
                .isPresent();
    }

    private Optional<String> text(Space space, String text) {
        if (was(space, text)) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        boolean[] repeats = new boolean[lines.size()];
        boolean any = false;
        for (int i = 0; i < lines.size(); i++) {
            repeats[i] = lines.get(i).startsWith(QUOTE) && was(space, lines.get(i));
            any |= repeats[i];
        }
        if (!any) {
            return Optional.of(text);
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < lines.size(); i++) {
            if (!repeats[i] && !isFrame(lines.get(i))) {
                out.append(out.isEmpty() ? "" : "\n").append(lines.get(i));
            }
        }
        return out.toString().isBlank() ? Optional.empty() : Optional.of(out.toString());
    }

    private static boolean isFrame(String line) {
        return line.startsWith(FRAME) || line.startsWith(FRAME_END);
    }
}
