package io.ambit.server.dashboard.session;

import io.ambit.core.message.Role;
import java.util.List;
import java.util.Locale;

/**
 * A message of a step.
 *
 * @param number in the request, from 1
 * @param isNew whether the step before did not send it
 * @param isDropped whether it was not forwarded at all
 * @param inserted what was put after it; "" for nothing
 */
public record MessageLine(
        int number, Role role, boolean isNew, boolean isDropped, List<PartLine> parts, String inserted) {
    private static final int BEGINNING = 90;

    public MessageLine {
        parts = List.copyOf(parts);
    }

    public String sender() {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** Whether it went otherwise than it came. */
    public boolean isChanged() {
        return isDropped || !inserted.isEmpty() || parts.stream().anyMatch(PartLine::isChanged);
    }

    public int tokensSaved() {
        return parts.stream().mapToInt(PartLine::tokensSaved).sum();
    }

    /** Its first words. */
    public String beginning() {
        for (PartLine part : parts) {
            String text = part.part().text().strip();
            if (!text.isEmpty()) {
                int end = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), BEGINNING));
                int lineEnd = text.indexOf('\n');
                return text.substring(0, lineEnd < 0 ? end : Math.min(end, lineEnd));
            }
        }
        return "";
    }
}
