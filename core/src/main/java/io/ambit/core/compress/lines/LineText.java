package io.ambit.core.compress.lines;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Compressed;
import io.ambit.core.compress.Shown;
import java.util.List;

/**
 * Text of lines within a budget. What the text is (code, a log, a page) is told from its lines, never from the name of
 * the tool; the kind says what each line is worth, and one selection fills the budget, keeps the order, and counts what it
 * leaves out. Pure and linear; never throws; the result is never longer than the text.
 */
public final class LineText {
    private static final LineKind MARKDOWN = new MarkdownLines();
    private static final List<LineKind> KINDS = List.of(
            new DiffLines(),
            new SearchLines(),
            new ListingLines(),
            new SourceLines(),
            MARKDOWN,
            new TableLines(),
            new PlainLines(),
            new LogLines());

    private LineText() {}

    /**
     * As much of {@code text} as goes into about {@code budget} characters; more only where it reports so much trouble.
     * What is left out is marked with how many lines it had; the marks name no id, that is the caller's business.
     *
     * @param budget in characters
     */
    public static Compressed within(String text, int budget, Asked asked, Shown shown) {
        if (text.length() > budget && HtmlPage.is(text)) {
            Compressed page = lines(LinkRuns.of(HtmlPage.text(text)), budget, asked, shown);
            return new Compressed(page.text(), "page", page.kept());
        }
        if (text.length() > budget && kindOf(Lines.of(text)).equals(MARKDOWN)) {
            return lines(LinkRuns.of(text), budget, asked, shown);
        }
        return lines(text, budget, asked, shown);
    }

    /** Whether {@code text} is source code or a view of a file, told as {@link #within} tells it. */
    public static boolean isCode(String text) {
        return !HtmlPage.is(text) && kindOf(Lines.of(text)) instanceof SourceLines;
    }

    private static Compressed lines(String text, int budget, Asked asked, Shown shown) {
        Lines lines = Lines.of(text);
        LineKind kind = kindOf(lines);
        if (text.length() <= budget) {
            return new Compressed(text, kind.name(), List.of(Selection.everything(lines)));
        }
        Judgement judgement = new Judgement(lines);
        kind.judge(judgement);
        Pointers.keep(judgement);
        new News(shown, AskedWords.of(asked)).weigh(judgement);
        return Selection.of(judgement, budget).print(kind.name());
    }

    private static LineKind kindOf(Lines lines) {
        for (LineKind kind : KINDS) {
            if (kind.claims(lines)) {
                return kind;
            }
        }
        throw new IllegalStateException("the last kind claims every text");
    }
}
