package io.ambit.bench.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line for each series over steps, as an SVG that needs no script. */
final class LineChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 300;
    private static final int LEFT = 70;
    private static final int BOTTOM = 34;
    private static final int TOP = 12;
    private static final int TICKS = 5;
    /** Above so many points the dots that carry a value's text would hide the line. */
    private static final int MAX_DOTS = 80;

    private final String title;
    private final String xLabel;
    private final List<Series> all = new ArrayList<>();

    private record Series(String name, List<Double> values) {}

    LineChart(String title, String xLabel) {
        this.title = title;
        this.xLabel = xLabel;
    }

    void add(String name, List<Double> values) {
        all.add(new Series(name, List.copyOf(values)));
    }

    String svg() {
        int points = 2;
        double top = 1;
        for (Series series : all) {
            points = Math.max(points, series.values().size());
            for (double value : series.values()) {
                top = Math.max(top, value);
            }
        }
        top = roundedUp(top);
        StringBuilder out = new StringBuilder();
        out.append("<svg role=\"img\" viewBox=\"0 0 %d %d\"><title>%s</title>"
                .formatted(WIDTH, HEIGHT, HtmlText.escaped(title)));
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = top * tick / TICKS;
            String y = coordinate(y(value, top));
            out.append("<line class=\"grid\" x1=\"")
                    .append(LEFT)
                    .append("\" x2=\"")
                    .append(WIDTH - 8);
            out.append("\" y1=\"").append(y).append("\" y2=\"").append(y).append("\"/>");
            text(out, LEFT - 8, y(value, top) + 4, "end", HtmlText.number(value));
        }
        for (int tick = 0; tick <= TICKS; tick++) {
            int step = Math.round((points - 1) * (float) tick / TICKS);
            text(out, x(step, points), HEIGHT - 14, "middle", Integer.toString(step));
        }
        text(out, (LEFT + WIDTH) / 2.0, HEIGHT - 1, "middle", xLabel);
        for (int s = 0; s < all.size(); s++) {
            line(out, all.get(s), s, points, top);
        }
        return out.append("</svg>").append(legend()).toString();
    }

    private static void line(StringBuilder out, Series series, int index, int points, double top) {
        out.append("<polyline class=\"line c").append(index % 6).append("\" points=\"");
        for (int i = 0; i < series.values().size(); i++) {
            out.append(i == 0 ? "" : " ").append(coordinate(x(i, points)));
            out.append(',').append(coordinate(y(series.values().get(i), top)));
        }
        out.append("\"/>");
        for (int i = 0; i < series.values().size() && points <= MAX_DOTS; i++) {
            out.append("<circle class=\"dot c").append(index % 6).append("\" r=\"2.5\" cx=\"");
            out.append(coordinate(x(i, points)))
                    .append("\" cy=\"")
                    .append(coordinate(y(series.values().get(i), top)));
            out.append("\"><title>")
                    .append(HtmlText.escaped(series.name()))
                    .append(", ")
                    .append(i)
                    .append(": ");
            out.append(HtmlText.number(series.values().get(i))).append("</title></circle>");
        }
    }

    private String legend() {
        StringBuilder out = new StringBuilder("<p class=\"legend\">");
        for (int s = 0; s < all.size(); s++) {
            out.append("<span><i class=\"c").append(s % 6).append("\"></i>");
            out.append(HtmlText.escaped(all.get(s).name())).append("</span> ");
        }
        return out.append("</p>").toString();
    }

    private static void text(StringBuilder out, double x, double y, String anchor, String text) {
        out.append("<text x=\"").append(coordinate(x)).append("\" y=\"").append(coordinate(y));
        out.append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(HtmlText.escaped(text))
                .append("</text>");
    }

    private static double x(int step, int points) {
        return LEFT + (WIDTH - LEFT - 16.0) * step / (points - 1);
    }

    private static double y(double value, double top) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** The next of some round numbers times a power of ten, so that the marks read well. */
    private static double roundedUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10}) {
            if (value <= step * power) {
                return step * power;
            }
        }
        return value;
    }
}
