package io.ambit.core.context;

import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import java.util.ArrayList;
import java.util.List;

/** A conversation written down for a test, and how a policy would forward it. */
final class Conversation {
    private final List<Message> messages = new ArrayList<>();
    private int calls;

    Conversation system(String text) {
        return add(Role.SYSTEM, new Part.Text(text, Span.NONE));
    }

    Conversation user(String text) {
        return add(Role.USER, new Part.Text(text, Span.NONE));
    }

    Conversation says(String text) {
        return add(Role.ASSISTANT, new Part.Text(text, Span.NONE));
    }

    /** An iteration of one call and its result. */
    Conversation call(String name, String arguments, String result) {
        String id = "call_" + calls++;
        add(Role.ASSISTANT, new Part.ToolCall(id, name, arguments, Span.NONE));
        return add(Role.TOOL, new Part.ToolResult(id, result, Span.NONE));
    }

    Conversation add(Role role, Part... parts) {
        messages.add(Message.of(role, List.of(parts)));
        return this;
    }

    Transcript transcript() {
        return Transcript.of(messages);
    }

    /** The text of each message that is forwarded, tool calls by their arguments. */
    static List<String> forwarded(Transcript transcript, Decisions decisions) {
        List<String> texts = new ArrayList<>();
        List<Edit> edits = Edits.of(transcript, decisions);
        for (int m = 0; m < transcript.size(); m++) {
            int index = m;
            List<Edit> here =
                    edits.stream().filter(e -> e.messageIndex() == index).toList();
            if (here.stream().noneMatch(Edit.Drop.class::isInstance)) {
                texts.add(here.stream()
                        .filter(Edit.Replace.class::isInstance)
                        .map(e -> ((Edit.Replace) e).text())
                        .findFirst()
                        .orElse(transcript.messages().get(m).text()));
            }
            here.stream().filter(Edit.Insert.class::isInstance).forEach(e -> texts.add(((Edit.Insert) e).text()));
        }
        return texts;
    }
}
