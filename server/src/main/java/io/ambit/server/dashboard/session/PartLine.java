package io.ambit.server.dashboard.session;

import io.ambit.core.message.Part;
import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import org.jspecify.annotations.Nullable;

/**
 * A part of a message, as it came and as it was forwarded.
 *
 * @param decision what was decided about it; null for nothing
 * @param note what Ambit put after it, "" for nothing
 */
public record PartLine(Part part, @Nullable Decision decision, String note) {
    /** More of a text than this is for the page of its original. */
    static final int SHOWN = 20_000;

    private static final int BRIEF = 1_500;

    /** What it is, in words. */
    public String kind() {
        return switch (part) {
            case Part.Text ignored -> "text";
            case Part.ToolCall call -> "call of " + call.name();
            case Part.ToolResult result -> "result of " + result.callId();
            case Part.Opaque opaque -> opaque.kind() + ", carried unread";
        };
    }

    public boolean isChanged() {
        return decision instanceof Decision.Replacement;
    }

    /** What became of it, in words; "" where it went as it came. */
    public String form() {
        return switch (decision) {
            case Decision.Cut ignored -> "cut";
            case Decision.Point ignored -> "pointed to an equal output";
            case Decision.Rewrite ignored -> "written shorter, nothing lost";
            case null, default -> "";
        };
    }

    public int tokensSaved() {
        return decision instanceof Decision.Replacement replacement ? replacement.tokensSaved() : 0;
    }

    /** Under which its original comes back; null where nothing was cut. */
    public @Nullable OutputId output() {
        return switch (decision) {
            case Decision.Cut cut -> cut.id();
            case Decision.Point point -> point.id();
            case null, default -> null;
        };
    }

    public Comparison comparison() {
        return decision instanceof Decision.Replacement replacement
                ? Comparison.of(start(part.text(), SHOWN), start(replacement.shown(), SHOWN))
                : Comparison.same(start(part.text(), BRIEF));
    }

    public int characters() {
        return part.text().length();
    }

    static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "\n… (" + (text.length() - end) + " more characters)";
    }
}
