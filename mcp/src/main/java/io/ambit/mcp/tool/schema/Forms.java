package io.ambit.mcp.tool.schema;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The forms that parameters have. */
public final class Forms {
    /** Characters of a text that is named nothing else. */
    public static final int USUAL_TEXT = 2_000;

    /** Characters of a text that may be a whole document. */
    public static final int LONG_TEXT = 200_000;

    private static final int USUAL_ITEMS = 100;

    private Forms() {}

    /** A text of a line or some. */
    public static Form<String> text() {
        return new TextForm(USUAL_TEXT);
    }

    public static Form<String> longText() {
        return new TextForm(LONG_TEXT);
    }

    /** A whole number of that range, both ends included. */
    public static Form<Integer> whole(int least, int most) {
        return new WholeForm(least, most);
    }

    public static Form<Double> share() {
        return new ShareForm();
    }

    public static Form<Boolean> flag() {
        return new FlagForm();
    }

    /** A time in ISO 8601; a day is its beginning in UTC. */
    public static Form<Instant> time() {
        return new TimeForm();
    }

    /** One of some words. */
    public static <T> Form<T> choice(List<T> values, Function<T, String> label) {
        Map<String, T> byLabel = new LinkedHashMap<>();
        values.forEach(value -> byLabel.put(label.apply(value), value));
        return new ChoiceForm<>(byLabel);
    }

    public static Form<String> choice(String... words) {
        return choice(List.of(words), word -> word);
    }

    /** A list of texts that may hold any character; one text alone is a list of one. */
    public static Form<List<String>> texts() {
        return new ListForm<>(text(), USUAL_ITEMS, false);
    }

    /** A list of words; one text alone may hold several, with commas between them. */
    public static Form<List<String>> words() {
        return new ListForm<>(text(), USUAL_ITEMS, true);
    }

    /** A text that stands alone in the schema; a list of them is taken as well. */
    public static Form<List<String>> oneOrMore() {
        return new OneOrMoreForm(new ListForm<>(text(), USUAL_ITEMS, true));
    }

    /** A list of choices. */
    public static <T> Form<List<T>> some(Form<T> choice) {
        return new ListForm<>(choice, USUAL_ITEMS, true);
    }

    public static <T> Form<List<T>> list(Form<T> item) {
        return new ListForm<>(item, USUAL_ITEMS, false);
    }

    /** An object with any members. */
    public static Form<Map<String, Object>> object() {
        return new ObjectForm();
    }

    /** An object with these members. */
    public static Form<Arguments> record(Parameters members) {
        return new RecordForm(members);
    }

    /** What becomes of a list. */
    public static <T> Form<ListChange<T>> change(Form<List<T>> list) {
        return new ListChangeForm<>(list);
    }
}
