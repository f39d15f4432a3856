package io.ambit.core.record;

/**
 * A text that was imported whole: a note, a file.
 *
 * @param name its title, or what it is called where it came from
 */
public record Document(String name, String text) implements Content {

    public Document {
        Texts.required("name of a document", name);
        Texts.required("text of document '" + Texts.title(name) + "'", text);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DOCUMENT;
    }

    @Override
    public String title() {
        return Texts.title(name);
    }
}
