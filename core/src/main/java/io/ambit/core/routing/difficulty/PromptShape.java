package io.ambit.core.routing.difficulty;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts that say how a prompt is made, whatever its words: lengths, numbers, signs, lists of answers, kind of question. */
final class PromptShape {
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/", "=", "^", "<", ">", "\\", "_", "|");
    private static final Set<String> MONEY = Set.of("$", "€", "£");
    private static final Set<String> NEGATIONS =
            Set.of("not", "except", "never", "no", "false", "least", "without", "nor");
    private static final Set<String> CERTAINTY =
            Set.of("always", "all", "every", "must", "only", "true", "most", "best");
    private static final Set<String> AMOUNTS =
            Set.of("how", "many", "much", "total", "number", "calculate", "find", "value");
    private static final Set<String> PARTS =
            Set.of("half", "twice", "times", "third", "quarter", "double", "percent", "each", "per", "rate", "ratio");
    private static final Set<String> TIME = Set.of(
            "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minutes", "after",
            "before");
    private static final Set<String> CONDITIONS =
            Set.of("if", "when", "suppose", "let", "given", "assume", "then", "unless");
    private static final Set<String> PERSONS =
            Set.of("i", "my", "he", "his", "she", "her", "they", "their", "we", "you", "your");
    private static final Set<String> COMPARISONS =
            Set.of("more", "less", "than", "fewer", "greater", "same", "as", "between");

    private PromptShape() {}

    /** How many counts there are. */
    static int size() {
        return of("", List.of()).length;
    }

    static double[] of(String prompt, List<String> tokens) {
        String text = prompt.substring(0, Math.min(prompt.length(), PromptTokens.CHARACTERS));
        Tally words = new Tally(tokens);
        Lines lines = Lines.of(text);
        double all = 1.0 + tokens.size();
        return new double[] {
            text.length(),
            words.words,
            words.letters / Math.max(1.0, words.words),
            words.longWords / (1.0 + words.words),
            words.distinct.size() / (1.0 + words.words),
            words.numbers,
            words.numbers / all,
            words.digits / Math.max(1.0, words.numbers),
            Math.log1p(words.largest),
            words.operators / all,
            words.money,
            words.percents,
            words.fractions,
            words.decimals,
            words.of(NEGATIONS),
            words.of(CERTAINTY),
            words.of(AMOUNTS),
            words.of(PARTS),
            words.of(TIME),
            words.of(CONDITIONS),
            words.of(PERSONS),
            words.of(COMPARISONS),
            words.sign(",") / all,
            words.sign("."),
            words.sign("?"),
            words.sign("(") / all,
            words.sign("\"") + words.sign("“"),
            words.sign("'") + words.sign("’"),
            words.sign(":"),
            words.sign(";"),
            words.sign("_"),
            capitals(text) / (1.0 + words.words),
            other(text) / (1.0 + text.length()),
            words.words / (1.0 + words.sign(".") + words.sign("?")),
            lines.count,
            lines.first,
            lines.options,
            lines.meanOption,
            lines.spreadOption,
            lines.shortestOption,
            lines.longestOption,
            lines.numericOptions,
            lines.capitalOptions,
            lines.optionShare,
            lines.overlap,
            lines.sameStart,
        };
    }

    private static int capitals(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    private static int other(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) > 127 ? 1 : 0;
        }
        return count;
    }

    /** What the tokens tell. */
    private static final class Tally {
        private final List<String> tokens;
        private final Set<String> distinct = new HashSet<>();
        private int words;
        private int letters;
        private int longWords;
        private int numbers;
        private int digits;
        private double largest;
        private int operators;
        private int money;
        private int percents;
        private int fractions;
        private int decimals;

        Tally(List<String> tokens) {
            this.tokens = tokens;
            for (int i = 0; i < tokens.size(); i++) {
                String token = tokens.get(i);
                if (PromptTokens.isWord(token)) {
                    words++;
                    letters += token.length();
                    longWords += token.length() > 8 ? 1 : 0;
                    distinct.add(token);
                } else if (PromptTokens.isNumber(token)) {
                    number(i, token);
                } else if (OPERATORS.contains(token)) {
                    operators++;
                } else if (MONEY.contains(token)) {
                    money++;
                } else if (token.equals("%")) {
                    percents++;
                }
            }
        }

        private void number(int i, String token) {
            numbers++;
            digits += token.length();
            largest = Math.max(largest, token.length() > 15 ? 1e15 : Long.parseLong(token));
            if (i + 2 < tokens.size() && PromptTokens.isNumber(tokens.get(i + 2))) {
                fractions += tokens.get(i + 1).equals("/") ? 1 : 0;
                decimals += tokens.get(i + 1).equals(".") ? 1 : 0;
            }
        }

        private int of(Set<String> list) {
            int count = 0;
            for (String token : tokens) {
                count += list.contains(token) ? 1 : 0;
            }
            return count;
        }

        private int sign(String sign) {
            int count = 0;
            for (String token : tokens) {
                count += token.equals(sign) ? 1 : 0;
            }
            return count;
        }
    }

    /** What the lines tell; one that begins with a letter or a number and a dot or a bracket is an answer to choose. */
    private static final class Lines {
        private int count;
        private int first;
        private int options;
        private double meanOption;
        private double spreadOption;
        private double shortestOption;
        private double longestOption;
        private double numericOptions;
        private double capitalOptions;
        private double optionShare;
        private double overlap;
        private double sameStart;

        static Lines of(String text) {
            Lines lines = new Lines();
            List<String> answers = new ArrayList<>();
            StringBuilder asked = new StringBuilder();
            for (int start = 0; start <= text.length(); ) {
                int end = text.indexOf('\n', start);
                end = end < 0 ? text.length() : end;
                String line = text.substring(start, end).strip();
                if (lines.count++ == 0) {
                    lines.first = line.length();
                }
                if (line.length() > 2
                        && Character.isLetterOrDigit(line.charAt(0))
                        && ".)".indexOf(line.charAt(1)) >= 0) {
                    answers.add(line.substring(2).strip());
                } else {
                    asked.append(line).append('\n');
                }
                start = end + 1;
            }
            lines.read(answers, text.length(), new HashSet<>(PromptTokens.of(asked.toString())));
            return lines;
        }

        private void read(List<String> answers, int length, Set<String> asked) {
            options = answers.size();
            if (options == 0) {
                return;
            }
            double sum = 0;
            double squares = 0;
            int known = 0;
            int said = 0;
            shortestOption = Integer.MAX_VALUE;
            Set<String> starts = new HashSet<>();
            for (String answer : answers) {
                sum += answer.length();
                squares += (double) answer.length() * answer.length();
                shortestOption = Math.min(shortestOption, answer.length());
                longestOption = Math.max(longestOption, answer.length());
                capitalOptions += !answer.isEmpty() && Character.isUpperCase(answer.charAt(0)) ? 1.0 / options : 0;
                boolean number = false;
                List<String> tokens = PromptTokens.of(answer);
                for (String token : tokens) {
                    number |= PromptTokens.isNumber(token);
                    known += PromptTokens.isWord(token) && asked.contains(token) ? 1 : 0;
                    said++;
                }
                starts.add(tokens.isEmpty() ? "" : tokens.get(0));
                numericOptions += number ? 1.0 / options : 0;
            }
            meanOption = sum / options;
            spreadOption = Math.sqrt(Math.max(0, squares / options - meanOption * meanOption));
            optionShare = sum / Math.max(1, length);
            overlap = known / Math.max(1.0, said);
            sameStart = 1 - (starts.size() - 1.0) / options;
        }
    }
}
