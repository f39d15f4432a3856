package io.ambit.core.routing.difficulty;

import io.ambit.core.error.InvalidInputException;
import io.ambit.core.text.Json;
import io.ambit.core.text.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link LearnedDifficulty} as JSON that a person can read: every term with its rarity and its weight. */
public final class DifficultyJson {
    /** Another version is not read: what it learned would be misunderstood. */
    public static final int VERSION = 1;

    private static final int DIGITS = 1_000_000;
    private static final int LEAST_NODE = 3;

    private DifficultyJson() {}

    /** Its JSON text; {@link #read} gives back the same estimates up to the last digits. */
    public static String write(LearnedDifficulty learned) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("version", VERSION);
        tree.put("seen", learned.seen());
        tree.put("recovered", learned.recovered());
        tree.put("chance", learned.chance());
        tree.put("levels", learned.levels());
        tree.put("base", learned.terms().base());
        Map<String, Object> terms = new LinkedHashMap<>();
        learned.terms()
                .terms()
                .forEach((name, term) -> terms.put(name, List.of(rounded(term.rarity()), rounded(term.weight()))));
        tree.put("terms", terms);
        tree.put("shapes", PromptShape.size());
        tree.put(
                "trees",
                learned.trees().trees().stream()
                        .map(one ->
                                one.nodes().stream().map(DifficultyJson::node).toList())
                        .toList());
        return JsonTree.write(tree) + "\n";
    }

    private static double rounded(double value) {
        return (double) Math.round(value * DIGITS) / DIGITS;
    }

    private static List<Number> node(TreeModel.Node node) {
        return node.column() < 0
                ? List.of(node.answer())
                : List.of(node.column(), node.limit(), node.low(), node.high());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws InvalidInputException where it is something else
     */
    public static LearnedDifficulty read(String text) {
        Json json = Json.parse(text);
        if (number(json.get("version")) != VERSION || number(json.get("shapes")) != PromptShape.size()) {
            throw new InvalidInputException("an estimate of another version, expected version " + VERSION);
        }
        try {
            return new LearnedDifficulty(
                    (int) number(json.get("seen")),
                    number(json.get("recovered")),
                    number(json.get("chance")),
                    numbers(json.get("levels")),
                    terms(json),
                    new TreeModel(items(json.get("trees")).stream()
                            .map(DifficultyJson::tree)
                            .toList()));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("no estimate: " + e.getMessage(), e);
        }
    }

    private static TermModel terms(Json json) {
        Map<String, TermModel.Term> terms = new LinkedHashMap<>();
        if (json.get("terms") instanceof Json.Obj object) {
            for (Json.Member member : object.members()) {
                List<Double> pair = numbers(member.value());
                if (pair.size() != 2) {
                    throw wrong("a term", "a rarity and a weight");
                }
                terms.put(member.name().value(), new TermModel.Term(pair.get(0), pair.get(1)));
            }
        }
        return new TermModel(number(json.get("base")), terms);
    }

    private static TreeModel.Tree tree(Json json) {
        List<TreeModel.Node> nodes = new ArrayList<>();
        int size = items(json).size();
        for (Json item : items(json)) {
            List<Double> node = numbers(item);
            if (node.size() == 1) {
                nodes.add(new TreeModel.Node(-1, 0, 0, 0, node.get(0)));
            } else if (node.size() > LEAST_NODE) {
                nodes.add(new TreeModel.Node(
                        index(node.get(0), 0, PromptShape.size()),
                        node.get(1),
                        index(node.get(2), nodes.size() + 1, size),
                        index(node.get(3), nodes.size() + 1, size),
                        0));
            } else {
                throw wrong("a node", "an answer, or a question with two branches");
            }
        }
        if (nodes.isEmpty()) {
            throw wrong("a tree", "one of nodes");
        }
        return new TreeModel.Tree(nodes);
    }

    /** Branches lead forwards, so that every way through a tree ends. */
    private static int index(double value, int from, int to) {
        int index = (int) value;
        if (index < from || index >= to) {
            throw wrong("index " + index, "from " + from + " to " + (to - 1));
        }
        return index;
    }

    private static List<Double> numbers(@Nullable Json value) {
        return items(value).stream().map(DifficultyJson::number).toList();
    }

    private static List<Json> items(@Nullable Json value) {
        return value == null ? List.of() : value.items();
    }

    private static double number(@Nullable Json value) {
        if (value instanceof Json.Num number && number.spelling().length() < 40) {
            double read = Double.parseDouble(number.spelling());
            if (Double.isFinite(read)) {
                return read;
            }
        }
        throw wrong("an estimate", "a number");
    }

    private static InvalidInputException wrong(String found, String expected) {
        return new InvalidInputException(found + " that is not " + expected);
    }
}
