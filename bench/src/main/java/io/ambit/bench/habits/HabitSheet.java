package io.ambit.bench.habits;

import io.ambit.core.tool.Invocation;
import io.ambit.core.tool.ObservedCall;
import io.ambit.core.tool.SessionCalls;
import io.ambit.core.tooluse.habit.HabitFinding;
import java.util.List;

/**
 * Every finding with what it rests on, for a person who judges it: all calls of the session up to the last one concerned,
 * these marked, with the beginnings of what was asked, said and answered.
 */
public final class HabitSheet {
    private static final int MAX_TEXT = 200;

    private HabitSheet() {}

    /** The sheet, in Markdown. */
    public static String text(HabitReport report) {
        StringBuilder out = new StringBuilder();
        out.append("# ")
                .append(report.findings())
                .append(" findings in ")
                .append(report.calls())
                .append(" calls of ")
                .append(report.sessions().size())
                .append(" sessions\n");
        int number = 0;
        for (HabitReport.Judged judged : report.sessions()) {
            for (HabitFinding finding : judged.findings()) {
                number++;
                JudgedSession session = judged.session();
                out.append("\n## ")
                        .append(number)
                        .append(". ")
                        .append(finding.kind().key())
                        .append(", session ")
                        .append(session.name());
                if (session.reward() != null) {
                    out.append(", reward ").append(session.reward());
                }
                out.append("\n\n- calls: ")
                        .append(finding.positions())
                        .append(" of ")
                        .append(finding.tool());
                out.append("\n- reason: ").append(oneLine(finding.reason()));
                out.append("\n- evidence: ").append(oneLine(finding.evidence()));
                out.append("\n- cost: ")
                        .append(finding.wastedCalls())
                        .append(" calls, ")
                        .append(finding.wastedTokens())
                        .append(" tokens");
                for (Invocation call : finding.cheaper()) {
                    out.append("\n- instead: `")
                            .append(oneLine(call.canonical()))
                            .append('`');
                }
                out.append("\n- judgement:\n\n");
                calls(session.calls(), finding.positions(), out);
            }
        }
        return out.toString();
    }

    private static void calls(SessionCalls session, List<Integer> marked, StringBuilder out) {
        String request = "";
        for (ObservedCall call : session.calls()) {
            if (call.position() > marked.getLast()) {
                break;
            }
            if (!call.request().equals(request)) {
                request = call.request();
                out.append("    person: ").append(oneLine(request)).append('\n');
            }
            if (!call.said().isBlank()) {
                out.append("    model: ").append(oneLine(call.said())).append('\n');
            }
            out.append(marked.contains(call.position()) ? " >> " : "    ")
                    .append(call.position())
                    .append(' ')
                    .append(call.tool())
                    .append(' ')
                    .append(oneLine(call.arguments()))
                    .append('\n');
            out.append("         = ")
                    .append(call.failed() ? "[failed] " : "")
                    .append(oneLine(call.result()))
                    .append('\n');
        }
    }

    private static String oneLine(String text) {
        String flat = text.strip().replace('\n', ' ').replace('\r', ' ').replace('`', '\'');
        return flat.length() <= MAX_TEXT ? flat : flat.substring(0, MAX_TEXT) + " … (" + flat.length() + " characters)";
    }
}
