package io.ambit.bench.compress;

import io.ambit.core.compress.Asked;
import io.ambit.core.compress.Shown;
import io.ambit.core.compress.lines.BlockComments;
import io.ambit.core.compress.lines.LineText;
import io.ambit.core.compress.lines.LosslessForm;
import io.ambit.core.compress.shared.IdentifierDigest;
import io.ambit.core.compress.shared.SharedLines;
import io.ambit.core.compress.structured.StructuredText;
import io.ambit.core.context.Conditions;
import io.ambit.core.context.Policies;
import io.ambit.core.economics.BpeTokenCounter;
import io.ambit.core.message.Message;
import io.ambit.core.message.Part;
import io.ambit.core.message.Role;
import io.ambit.core.message.Span;
import io.ambit.core.message.Transcript;
import io.ambit.core.session.Decisions;
import io.ambit.core.spi.TokenCounter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Each compressor on a large output of each kind, and all of them together as the policy {@code balanced} uses them. Run
 * by JMH's own main class, {@code org.openjdk.jmh.Main CompressorBenchmark}; see docs/benchmarks.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CompressorBenchmark {
    private static final int BUDGET = 4500;
    private static final Asked ASKED = new Asked("shell", "{\"command\":\"show order 4711\"}");

    @Param({"JSON", "LOG", "CODE", "TEXT"})
    public @Nullable MadeText kind;

    @Param({"1000000"})
    public int characters;

    private final TokenCounter tokens = new BpeTokenCounter();
    private String text = "";
    private String similar = "";
    private String cut = "";
    private Transcript transcript = Transcript.of(List.of());

    /** Makes the text, one that is half the same, and a conversation that ends with it. */
    @Setup
    public void make() {
        MadeText made = kind == null ? MadeText.TEXT : kind;
        text = made.of(characters, 1);
        similar = text.substring(0, text.length() / 2) + made.of(characters / 2, 2);
        cut = LineText.within(text, BUDGET, ASKED, Shown.NOTHING).text();
        transcript = Transcript.of(List.of(
                Message.of(Role.USER, List.of(new Part.Text("show the orders", Span.NONE))),
                Message.of(
                        Role.ASSISTANT,
                        List.of(new Part.ToolCall("c1", ASKED.toolName(), ASKED.arguments(), Span.NONE))),
                Message.of(Role.TOOL, List.of(new Part.ToolResult("c1", text, Span.NONE)))));
    }

    @Benchmark
    public Object structured() {
        StructuredText read = StructuredText.read(text);
        return read == null
                ? ""
                : read.whole(Shown.NOTHING)
                        + read.within(BUDGET, ASKED, Shown.NOTHING).text();
    }

    @Benchmark
    public Object losslessForm() {
        return LosslessForm.of(text);
    }

    @Benchmark
    public Object lines() {
        return LineText.within(text, BUDGET, ASKED, Shown.NOTHING);
    }

    @Benchmark
    public Object blockComments() {
        return BlockComments.shorten(text);
    }

    @Benchmark
    public Object sharedLines() {
        SharedLines lines = new SharedLines();
        lines.add(similar);
        return lines.replace(text, SharedLines.Limits.USUAL, number -> "#a1b2c3");
    }

    @Benchmark
    public Object identifierDigest() {
        return IdentifierDigest.of(text, cut, Shown.NOTHING, BUDGET);
    }

    /** Counting the tokens alone: a part of what a plan costs. */
    @Benchmark
    public int tokens() {
        return tokens.count(text);
    }

    /** A plan for one output that nobody has seen before, tokens counted with o200k. */
    @Benchmark
    public Object balanced() {
        return Policies.parse("balanced").plan(transcript, Decisions.none(), Conditions.typical(tokens));
    }
}
