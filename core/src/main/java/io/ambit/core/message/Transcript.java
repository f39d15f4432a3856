package io.ambit.core.message;

import io.ambit.core.text.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A conversation so far, oldest message first, with what follows from it alone: its hash chain, which iteration a
 * message belongs to, and which result answers which call.
 *
 * <p>An <em>iteration</em> is an assistant message with what follows it up to the next one; they are counted from 0.
 * Messages before the first assistant message belong to iteration -1.
 */
public final class Transcript {
    /** The chain before any message. */
    public static final Hash ROOT = Hash.of(new byte[0]);

    private final List<Message> messages;
    private final List<Hash> chain;
    private final int[] iterations;
    private final List<ToolExchange> exchanges;

    private Transcript(List<Message> messages, List<Hash> chain) {
        this.messages = messages;
        this.chain = chain;
        this.iterations = new int[messages.size()];
        List<ToolExchange> found = new ArrayList<>();
        Map<String, Part.ToolCall> open = new HashMap<>();
        int iteration = -1;
        for (int m = 0; m < messages.size(); m++) {
            Message message = messages.get(m);
            if (message.role() == Role.ASSISTANT) {
                iteration++;
            }
            iterations[m] = iteration;
            for (int p = 0; p < message.parts().size(); p++) {
                switch (message.parts().get(p)) {
                    // Clients repeat ids; a result answers the nearest earlier call of its id.
                    case Part.ToolCall call -> open.put(call.id(), call);
                    case Part.ToolResult result ->
                        found.add(new ToolExchange(iteration, open.get(result.callId()), result, m, p));
                    case Part.Text ignored -> {}
                    case Part.Opaque ignored -> {}
                }
            }
        }
        this.exchanges = List.copyOf(found);
    }

    public static Transcript of(List<Message> messages) {
        List<Hash> chain = new ArrayList<>(messages.size());
        Hash tip = ROOT;
        for (Message message : messages) {
            tip = tip.then(message.hash());
            chain.add(tip);
        }
        return new Transcript(List.copyOf(messages), List.copyOf(chain));
    }

    /** This conversation with {@code more} after it; the chain of what is here is not computed again. */
    public Transcript append(List<Message> more) {
        List<Message> all = new ArrayList<>(messages);
        List<Hash> longer = new ArrayList<>(chain);
        Hash tip = tip();
        for (Message message : more) {
            all.add(message);
            tip = tip.then(message.hash());
            longer.add(tip);
        }
        return new Transcript(List.copyOf(all), List.copyOf(longer));
    }

    /** The first {@code count} messages. */
    public Transcript first(int count) {
        return new Transcript(messages.subList(0, count), chain.subList(0, count));
    }

    public List<Message> messages() {
        return messages;
    }

    public int size() {
        return messages.size();
    }

    /** Per message, the hash of it and of all before it. */
    public List<Hash> chain() {
        return chain;
    }

    /** The chain's last link, {@link #ROOT} where there is no message. */
    public Hash tip() {
        return chain.isEmpty() ? ROOT : chain.get(chain.size() - 1);
    }

    /** The iteration that a message belongs to, -1 before the first. */
    public int iterationOf(int messageIndex) {
        return iterations[messageIndex];
    }

    /** How many iterations there are. */
    public int iterationCount() {
        return iterations.length == 0 ? 0 : iterations[iterations.length - 1] + 1;
    }

    /** Each block of tool output with the call that it answers, oldest first. */
    public List<ToolExchange> exchanges() {
        return exchanges;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Transcript that && messages.equals(that.messages);
    }

    @Override
    public int hashCode() {
        return messages.hashCode();
    }

    @Override
    public String toString() {
        return messages.size() + " messages, " + iterationCount() + " iterations, tip " + tip();
    }
}
