package io.ambit.core.backlog.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a Markdown text under one heading.
 *
 * @param headings the heading and those above it, outermost first; none before the first heading
 * @param text without the heading
 */
record Section(List<String> headings, String text) {
    private static final int DEEPEST = 6;
    private static final String FENCE = "```";
    private static final String OTHER_FENCE = "~~~";

    Section {
        headings = List.copyOf(headings);
    }

    /** The sections of a text, in their order; one that has neither heading nor text is left out. */
    static List<Section> of(String markdown) {
        List<Section> sections = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        String fence = "";
        for (String line : markdown.split("\n", -1)) {
            String bare = line.strip();
            String mark = bare.startsWith(FENCE) ? FENCE : bare.startsWith(OTHER_FENCE) ? OTHER_FENCE : "";
            if (!mark.isEmpty() && (fence.isEmpty() || fence.equals(mark))) {
                fence = fence.isEmpty() ? mark : "";
            }
            int level = fence.isEmpty() ? level(line) : 0;
            if (level == 0) {
                open.append(line).append('\n');
            } else {
                close(headings, open, sections);
                while (headings.size() >= level) {
                    headings.removeLast();
                }
                while (headings.size() < level - 1) {
                    headings.add("");
                }
                headings.add(bare.substring(level).strip());
            }
        }
        close(headings, open, sections);
        return sections;
    }

    private static void close(List<String> headings, StringBuilder open, List<Section> sections) {
        String text = open.toString().strip();
        open.setLength(0);
        List<String> said =
                headings.stream().filter(heading -> !heading.isEmpty()).toList();
        if (!text.isEmpty() || !said.isEmpty()) {
            sections.add(new Section(said, text));
        }
    }

    private static int level(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        boolean heading = level >= 1 && level <= DEEPEST && level < line.length() && line.charAt(level) == ' ';
        return heading ? level : 0;
    }

    /** The innermost heading, or "". */
    String heading() {
        return headings.isEmpty() ? "" : headings.getLast();
    }
}
