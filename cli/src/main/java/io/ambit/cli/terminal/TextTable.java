package io.ambit.cli.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns as wide as their widest cell; numbers stand right. */
public final class TextTable {
    private static final int WIDEST = 48;

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... head) {
        rows.add(List.of(head));
    }

    public void add(List<String> cells) {
        // A cell comes from outside: no line end and no escape sequence may reach the terminal.
        rows.add(cells.stream().map(TextTable::printable).toList());
    }

    public void print(PrintWriter out) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        Arrays.fill(numeric, rows.size() > 1);
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                String cell = rows.get(r).get(c);
                widths[c] = Math.max(widths[c], cell.length());
                numeric[c] &= r == 0 || cell.matches("[$]?[0-9.,%-]*");
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                String space = " ".repeat(widths[c] - cell.length());
                line.append(numeric[c] ? space + cell : cell + space).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    public static String printable(String text) {
        return printable(text, WIDEST);
    }

    public static String printable(String text, int widest) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= widest ? clean : clean.substring(0, widest - 1) + "…";
    }
}
