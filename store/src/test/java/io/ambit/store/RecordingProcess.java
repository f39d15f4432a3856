package io.ambit.store;

import io.ambit.core.session.Decision;
import io.ambit.core.session.OutputId;
import io.ambit.core.session.Space;
import io.ambit.core.session.StepId;
import io.ambit.core.text.Hash;
import io.ambit.testkit.ChildJvm;
import io.ambit.testkit.Conversation;
import io.ambit.testkit.Seed;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A process of its own that records steps, each with a new call, its output and a cut of it, and says on standard
 * output which ones the ledger has acknowledged.
 */
final class RecordingProcess {
    private static final int STEPS_A_SESSION = 50;

    private RecordingProcess() {}

    /** A step that was acknowledged, with the id and the hash of the output that came with it. */
    record Acknowledged(String session, int step, OutputId output, Hash content) {
        static Acknowledged read(String line) {
            List<String> words = List.of(line.split(" ", -1));
            return new Acknowledged(
                    words.get(0), Integer.parseInt(words.get(1)), new OutputId(words.get(2)), Hash.ofHex(words.get(3)));
        }

        @Override
        public String toString() {
            return session + " " + step + " " + output + " " + content.hex();
        }
    }

    /** Starts one. */
    static Process start(Path folder, String name, int records) throws IOException {
        return ChildJvm.start(RecordingProcess.class, folder, name, records);
    }

    /** Arguments: data folder, a name that no other process has, how many records. */
    public static void main(String[] args) {
        String name = args[1];
        int records = Integer.parseInt(args[2]);
        SplittableRandom random = new Seed(name.hashCode()).random();
        try (SqliteLedger ledger = SqliteLedger.open(Path.of(args[0]));
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            Conversation talk = Conversation.about(Space.DEFAULT, null, name);
            for (int r = 0; r < records; r++) {
                if (r % STEPS_A_SESSION == 0) {
                    talk = Conversation.about(Space.DEFAULT, null, name + " from record " + r);
                }
                String output = "record " + r + " of " + name + "\n" + "line of it\n".repeat(random.nextInt(300));
                talk.tool("call_" + r, "read", "{\"record\":" + r + "}", output);
                Hash content = Hash.of(output);
                OutputId id = OutputId.of(content, OutputId.MIN_LENGTH);
                StepId step = talk.begin(ledger, Map.of(talk.lastPart(), new Decision.Cut(id, "record " + r, 1)));
                ledger.finish(step, Conversation.end(null));
                out.println(new Acknowledged(step.session().value(), step.number(), id, content));
            }
        }
    }
}
