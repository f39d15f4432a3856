package io.ambit.server.dashboard.backlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown of a file as HTML that does nothing: tags in it are shown as text, images are named and not loaded, links
 * lead to pages of this dashboard or, openly, to the web. The text is whoever's wrote the file.
 */
final class MarkdownHtml {
    private static final int MAX_BLOCKS = 64;
    private static final int MAX_INLINES = 64;
    /** A longer text is cut: a page of it would help nobody. */
    static final int MAX_CHARACTERS = 300_000;

    private static final Set<String> WEB = Set.of("http", "https", "mailto");
    /** Below the headings of the page itself. */
    private static final int DEEPER = 2;

    private static final int DEEPEST = 6;
    private static final Parser PARSER = Parser.builder()
            .maxOpenBlockParsers(MAX_BLOCKS)
            .maxInlineNesting(MAX_INLINES)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> MarkdownHtml::attributes)
            .build();

    private MarkdownHtml() {}

    /**
     * Renders a text.
     *
     * @param local from what a link says to the page of it on this dashboard; "" where there is none
     */
    static String of(String markdown, Function<String, String> local) {
        String text = markdown.length() > MAX_CHARACTERS ? markdown.substring(0, MAX_CHARACTERS) + "\n\n…" : markdown;
        Node document = PARSER.parse(text);
        document.accept(new Tamed(local));
        return RENDERER.render(document);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link && isWeb(link.getDestination())) {
            attributes.put("rel", "noopener noreferrer nofollow");
        }
    }

    private static boolean isWeb(String destination) {
        int colon = destination.indexOf(':');
        return colon > 0 && WEB.contains(destination.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** Takes out of a text what would act by itself or lead astray. */
    private static final class Tamed extends AbstractVisitor {
        private final Function<String, String> local;

        Tamed(Function<String, String> local) {
            this.local = local;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(DEEPEST, heading.getLevel() + DEEPER));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (isWeb(link.getDestination())) {
                return;
            }
            String page = local.apply(link.getDestination());
            if (page.isEmpty()) {
                unwrap(link);
            } else {
                link.setDestination(page);
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            image.insertBefore(new Text("[image: "));
            image.insertAfter(new Text("]"));
            unwrap(image);
        }

        /** Leaves what a node holds in its place. */
        private static void unwrap(Node node) {
            for (Node child : children(node)) {
                node.insertBefore(child);
            }
            node.unlink();
        }

        private static List<Node> children(Node node) {
            List<Node> children = new ArrayList<>();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                children.add(child);
            }
            return children;
        }
    }
}
