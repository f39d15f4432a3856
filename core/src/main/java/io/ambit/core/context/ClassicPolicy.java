package io.ambit.core.context;

import io.ambit.core.message.PrivateText;
import io.ambit.core.message.ToolExchange;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decision;
import io.ambit.core.session.Decisions;
import io.ambit.core.session.PartKey;
import io.ambit.core.session.Summary;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The well-known three-tier recipe, kept to compare with: tool outputs are cut blindly on arrival, only the last
 * iterations are sent, and of what went a summary is made every so many iterations.
 *
 * <p>Each step is a boundary: a plan looks at what the window holds and decides it anew wherever an earlier decision no
 * longer fits, because the output that a pointer names has gone, say. What lies before the window costs one look-up a
 * message. An output is a repeat where tool, arguments (in canonical JSON, nested ones included) and text are equal.
 *
 * <p>Without a way to retrieve nothing lossy is done: no cut and no window, only pointers to repeats.
 */
public final class ClassicPolicy implements ContextPolicy {
    public static final String NAME = "classic";

    private final ClassicSettings settings;
    private final String name;

    public ClassicPolicy() {
        this(ClassicSettings.DEFAULT);
    }

    public ClassicPolicy(ClassicSettings settings) {
        this.settings = settings;
        this.name = Policies.nameOf(settings);
    }

    public ClassicSettings settings() {
        return settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isLossy() {
        return true;
    }

    @Override
    public Decisions plan(Transcript transcript, Decisions earlier, Conditions conditions) {
        IterationWindow window = conditions.canRetrieve()
                ? IterationWindow.last(transcript, settings.windowIterations())
                : IterationWindow.all(transcript);
        return new Plan(transcript, earlier, conditions, window).make();
    }

    @Override
    public List<SummaryRequest> summariesDue(Transcript transcript, List<Summary> made, Conditions conditions) {
        return settings.summaries()
                ? SummarySchedule.due(transcript, made, settings.summaryInterval(), settings.summaryTokens())
                : List.of();
    }

    /** One run of the policy. */
    private final class Plan {
        private final Transcript transcript;
        private final Decisions earlier;
        private final Conditions conditions;
        private final IterationWindow window;
        private final Map<PartKey, Decision> changes = new LinkedHashMap<>();
        private final Repeats repeats;
        /** Outputs that are shown themselves, and so may be pointed at. */
        private final Set<PartKey> shown = new HashSet<>();

        Plan(Transcript transcript, Decisions earlier, Conditions conditions, IterationWindow window) {
            this.transcript = transcript;
            this.earlier = earlier;
            this.conditions = conditions;
            this.window = window;
            this.repeats = new Repeats(transcript.exchanges());
        }

        Decisions make() {
            for (int m = 0; m < transcript.size(); m++) {
                PartKey whole = PartKey.whole(transcript.chain().get(m));
                boolean isDropped = earlier.get(whole) instanceof Decision.Drop;
                if (isDropped != window.drops(m)) {
                    changes.put(whole, isDropped ? Decision.KEEP : Decision.DROP);
                }
            }
            List<ToolExchange> exchanges = transcript.exchanges();
            for (int i = 0; i < exchanges.size(); i++) {
                PartKey key = PartKey.of(transcript, exchanges.get(i));
                Decision decision = earlier.get(key);
                Decision now = window.drops(exchanges.get(i).messageIndex())
                        ? decision == null ? Decision.KEEP : decision
                        : decide(i, decision);
                if (!now.equals(decision)) {
                    changes.put(key, now);
                }
                if (!window.drops(exchanges.get(i).messageIndex()) && !(now instanceof Decision.Point)) {
                    repeats.add(i);
                    shown.add(key);
                }
            }
            Map<PartKey, Decision> inserts = conditions.canRetrieve()
                    ? SummarySchedule.standIns(transcript, window, conditions, settings.summaries())
                    : Map.of();
            for (var chain : transcript.chain()) {
                PartKey after = PartKey.after(chain);
                Decision decision = earlier.get(after);
                Decision now = inserts.get(after);
                if (now != null && !now.equals(decision)) {
                    changes.put(after, now);
                } else if (now == null && decision instanceof Decision.Insert) {
                    changes.put(after, Decision.KEEP);
                }
            }
            return earlier.with(changes, true);
        }

        private Decision decide(int index, @Nullable Decision decision) {
            boolean stands = switch (decision) {
                case Decision.Cut ignored -> conditions.canRetrieve();
                case Decision.Point point -> shown.contains(point.to());
                case null -> false;
                default -> false;
            };
            if (decision != null && stands) {
                return decision;
            }
            String text = transcript.exchanges().get(index).result().text();
            int repeated = repeats.equalCallTo(index);
            boolean isLong = conditions.canRetrieve() && text.length() > settings.cutCharacters();
            if ((repeated < 0 && !isLong) || PrivateText.isPresent(text)) {
                return Decision.KEEP;
            }
            Decision.@Nullable Point point =
                    repeated < 0 ? null : repeats.point(transcript, index, repeated, conditions.tokens());
            if (point != null) {
                return point;
            }
            Decision.@Nullable Cut cut =
                    isLong ? BlindCut.of(text, settings.cutCharacters(), conditions.tokens(), taken()) : null;
            return cut == null ? Decision.KEEP : cut;
        }

        private List<Decisions> taken() {
            return List.of(earlier, new Decisions(changes, false));
        }
    }
}
