package io.ambit.server;

import io.ambit.gateway.observe.Histogram;
import io.ambit.gateway.observe.RequestObserver;
import io.ambit.gateway.observe.RequestObserver.Labels;
import io.ambit.gateway.observe.RequestSeries;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Requests by upstream and format, in Prometheus' text format. */
final class RequestSeriesText {
    private final StringBuilder out;
    private final Map<Labels, RequestSeries> series;

    private RequestSeriesText(StringBuilder out, Map<Labels, RequestSeries> series) {
        this.out = out;
        this.series = series;
    }

    static void write(StringBuilder out, RequestObserver observer) {
        RequestSeriesText text = new RequestSeriesText(out, observer.series());
        text.each(
                "ambit_requests_total",
                "counter",
                "Requests by status; 0 where the client went away.",
                (labels, all) -> all.statuses()
                        .forEach((status, count) ->
                                text.sample("ambit_requests_total", labels + ",status=\"" + status + "\"", count)));
        text.each("ambit_tokens_total", "counter", "Tokens as upstreams counted them.", (labels, all) -> {
            text.sample("ambit_tokens_total", labels + ",kind=\"input\"", all.inputTokens());
            text.sample("ambit_tokens_total", labels + ",kind=\"cached\"", all.cachedTokens());
            text.sample("ambit_tokens_total", labels + ",kind=\"output\"", all.outputTokens());
        });
        text.histogram(
                "ambit_request_duration_seconds", "From arrival to the end of the answer.", RequestSeries::total);
        text.histogram(
                "ambit_request_first_byte_seconds",
                "From arrival to the first piece of the answer.",
                RequestSeries::firstByte);
    }

    private void each(String name, String type, String help, BiConsumer<String, RequestSeries> write) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        series.forEach((labels, all) -> write.accept(
                "upstream=\"" + escaped(labels.upstream()) + "\",format=\"" + escaped(labels.format()) + "\"", all));
    }

    private void histogram(String name, String help, Function<RequestSeries, Histogram> of) {
        each(name, "histogram", help, (labels, all) -> {
            Histogram durations = of.apply(all);
            for (int i = 0; i < Histogram.bounds(); i++) {
                sample(name + "_bucket", labels + ",le=\"" + Histogram.bound(i) + "\"", durations.upTo(i));
            }
            long count = durations.upTo(Histogram.bounds());
            sample(name + "_bucket", labels + ",le=\"+Inf\"", count);
            out.append(name)
                    .append("_sum{")
                    .append(labels)
                    .append("} ")
                    .append(durations.sumSeconds())
                    .append('\n');
            sample(name + "_count", labels, count);
        });
    }

    private void sample(String name, String labels, long value) {
        out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
