package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import io.ambit.core.tool.Invocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the class of a failure by the text that came back. Lines that state an error by their form go before all others;
 * among them codes and the longest ways of saying it before short ones; of equals the class that
 * {@link FailureClass} names first. What the call itself said (its values, echoed) and what stands in quotes is read only
 * where the rest says nothing: names of files are no statements.
 */
final class Classifier {
    private static final int DECISIVE = 12;
    private static final int MARKED = 4;
    private static final int MESSAGE = 2;
    private static final int MIN_VALUE = 4;
    private static final int MAX_VALUE = 500;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_STATEMENT = 300;

    private static final double SURE = 0.95;
    private static final double LIKELY = 0.85;
    private static final double FAIR = 0.7;
    private static final double WEAK = 0.5;
    private static final double GUESS = 0.25;

    private Classifier() {}

    /**
     * What an error is told to be.
     *
     * @param statement the line that told it
     * @param advice where what was said asks for another one than the class does
     */
    record Verdict(
            FailureClass failure,
            double confidence,
            String statement,
            @Nullable Advice advice) {}

    static Verdict classify(Invocation call, ErrorReading reading) {
        List<String> values = values(call);
        values.add(
                "tool " + call.tool()); // "Error executing tool fetch: Failed to" says nothing of a fetch that failed
        Best best = new Best();
        for (String code : reading.codes()) {
            best.offer(ErrorCodes.of(code), MARKED, code);
        }
        for (ErrorReading.Line line : reading.lines()) {
            if (line.standing().isStatement()) {
                best.offer(signal(line.text(), values), bonus(line.standing()), line.text());
            }
        }
        if (best.signal == null) {
            for (ErrorReading.Line line : reading.lines()) {
                if (line.standing() == Standing.PLAIN || line.standing() == Standing.WARNING) {
                    best.offer(signal(line.text(), values), 0, line.text());
                }
            }
        }
        best.becauseOf(reading, values);
        Integer exit = reading.exit();
        if (best.signal == null && exit != null) {
            best.offer(ExitMeaning.of(exit, reading.lines().size()), 0, "exit status " + exit);
        }
        return verdict(best, reading);
    }

    private static Verdict verdict(Best best, ErrorReading reading) {
        Signal signal = best.signal;
        if (signal == null) {
            String first = reading.lines().stream()
                    .max(Comparator.comparing(ErrorReading.Line::standing))
                    .map(ErrorReading.Line::text)
                    .orElse("");
            return new Verdict(
                    first.isEmpty() ? FailureClass.TOOL_FAULT : FailureClass.WRONG_VALUE, GUESS, cut(first), null);
        }
        String statement = best.statement;
        if (statement.indexOf(' ') < 0 && !reading.lines().isEmpty()) {
            statement = reading.lines().getFirst().text(); // a code alone tells a person little
        }
        return new Verdict(signal.failure(), confidence(signal.strength()), cut(statement), signal.advice());
    }

    private static double confidence(int strength) {
        if (strength >= Signal.CODE) {
            return SURE;
        }
        if (strength >= 2 * Phrase.STRONG) {
            return LIKELY;
        }
        return strength >= Phrase.STRONG ? FAIR : WEAK;
    }

    private static int bonus(Standing standing) {
        return switch (standing) {
            case DECISIVE -> DECISIVE;
            case MARKED -> MARKED;
            case MESSAGE -> MESSAGE;
            case WARNING, PLAIN, CONTENT -> 0;
        };
    }

    /** A wrapper says that something failed, what stands after its last "FATAL:" says of what. */
    private static @Nullable Signal signal(String line, List<String> values) {
        int inner = line.lastIndexOf("FATAL: ");
        Signal said = inner <= 0 ? null : ofText(line.substring(inner), values);
        return said == null ? ofText(line, values) : said;
    }

    private static @Nullable Signal ofText(String line, List<String> values) {
        String quiet = Tokens.withoutQuoted(without(line, values));
        Signal first = strongest(quiet);
        if (first != null) {
            return first;
        }
        Signal whole = strongest(line);
        return whole == null ? null : new Signal(whole.failure(), (whole.strength() + 1) / 2, whole.advice());
    }

    private static @Nullable Signal strongest(String line) {
        List<String> tokens = Tokens.of(line);
        Phrase phrase = Phrasebook.ALL.best(tokens);
        Signal shell = ShellForm.of(line);
        Signal said = Signal.stronger(phrase == null ? null : Signal.of(phrase), ErrorCodes.in(line, tokens));
        return Signal.stronger(shell, said);
    }

    private static String without(String line, List<String> values) {
        String left = line;
        for (String value : values) {
            left = left.replace(value, Tokens.QUOTED);
        }
        return left;
    }

    /** The texts among a call's arguments, longest first. */
    private static List<String> values(Invocation call) {
        List<String> found = new ArrayList<>();
        collect(call.arguments(), 0, found);
        found.sort(Comparator.comparingInt(String::length).reversed());
        return found;
    }

    private static void collect(@Nullable Object tree, int depth, List<String> into) {
        if (depth > MAX_DEPTH || into.size() > MAX_VALUE) {
            return;
        }
        if (tree instanceof String text && text.length() >= MIN_VALUE && text.length() <= MAX_VALUE) {
            into.add(text);
        } else if (tree instanceof Map<?, ?> members) {
            members.values().forEach(value -> collect(value, depth + 1, into));
        } else if (tree instanceof List<?> items) {
            items.forEach(item -> collect(item, depth + 1, into));
        }
    }

    private static String cut(String statement) {
        return statement.length() <= MAX_STATEMENT ? statement : statement.substring(0, MAX_STATEMENT);
    }

    /** The strongest signal so far and where it stands. */
    private static final class Best {
        private @Nullable Signal signal;
        private int weight;
        private String statement = "";

        /** What was not found because nobody could be asked for it was not looked for. */
        void becauseOf(ErrorReading reading, List<String> values) {
            if (signal == null || signal.failure() != FailureClass.NOT_FOUND) {
                return;
            }
            for (ErrorReading.Line line : reading.lines()) {
                Signal said = line.standing() == Standing.CONTENT ? null : signal(line.text(), values);
                if (said != null
                        && said.strength() > Signal.CODE
                        && (said.failure() == FailureClass.TRANSPORT || said.failure() == FailureClass.TIMEOUT)) {
                    signal = said;
                    statement = line.text();
                    return;
                }
            }
        }

        void offer(@Nullable Signal offered, int bonus, String from) {
            if (offered == null) {
                return;
            }
            int total = offered.strength() + bonus;
            boolean isFirst = signal == null || total > weight;
            if (isFirst) {
                signal = offered;
                weight = total;
                statement = from;
            }
        }
    }
}
