package io.ambit.cli.backlog;

import io.ambit.core.context.assembly.reconcile.ReviewDecision;
import io.ambit.core.error.AmbitException;
import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decisions that a person wrote into a file: {@code [{"id": "ins-001", "action": "keep"}, ...]}. */
final class GivenDecisions {
    private GivenDecisions() {}

    /**
     * Reads them.
     *
     * @throws InvalidInputException where one has no form, which names it
     */
    static List<ReviewDecision> read(Path file) {
        Json document;
        try {
            document = Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AmbitException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (JsonSyntaxException e) {
            throw new InvalidInputException(file + ": expected a JSON array of decisions, " + e.getMessage(), e);
        }
        Json inner = document.get("decisions");
        Json list = inner == null ? document : inner;
        if (!(list instanceof Json.Arr)) {
            throw new InvalidInputException(
                    file + ": expected an array such as [{\"id\": \"ins-001\", \"action\": \"keep\"}]");
        }
        List<ReviewDecision> decisions = new ArrayList<>();
        for (Json entry : list.items()) {
            String id = entry.text("id");
            if (id == null) {
                throw new InvalidInputException(
                        file + ": decision " + (decisions.size() + 1) + " has no id, expected that of an entry");
            }
            decisions.add(ReviewDecision.of(
                    id, text(entry.text("action")), text(entry.text("text")), text(entry.text("into"))));
        }
        return decisions;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
