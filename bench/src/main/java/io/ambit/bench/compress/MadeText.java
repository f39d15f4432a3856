package io.ambit.bench.compress;

import java.util.SplittableRandom;

/** Made-up tool outputs of a kind and a size; the same seed gives the same text. */
public enum MadeText {
    JSON {
        @Override
        void line(SplittableRandom random, int number, StringBuilder out) {
            out.append(number == 0 ? "[" : ",\n").append("{\"id\": ").append(random.nextInt(1_000_000));
            out.append(", \"name\": \"customer-")
                    .append(number)
                    .append("\", \"active\": ")
                    .append(random.nextBoolean());
            out.append(", \"address\": {\"street\": \"").append(words(random)).append("\", \"zip\": \"");
            out.append(random.nextInt(99_999))
                    .append("\"}, \"tags\": [\"a\", \"b")
                    .append(random.nextInt(9))
                    .append("\"]}");
        }

        @Override
        String end() {
            return "]";
        }
    },
    LOG {
        @Override
        void line(SplittableRandom random, int number, StringBuilder out) {
            out.append("2026-11-21 09:14:")
                    .append(10 + number % 50)
                    .append(random.nextInt(50) == 0 ? " WARN " : " INFO ");
            out.append("[worker-").append(random.nextInt(8)).append("] request req-");
            out.append(Integer.toHexString(random.nextInt()))
                    .append(" took ")
                    .append(random.nextInt(900))
                    .append(" ms\n");
            if (random.nextInt(400) == 0) {
                out.append("java.lang.IllegalStateException: order ")
                        .append(number)
                        .append(" has no customer\n");
                for (int frame = 0; frame < 20; frame++) {
                    out.append("\tat io.example.orders.Service.step")
                            .append(frame)
                            .append("(Service.java:")
                            .append(frame);
                    out.append(")\n");
                }
            }
        }
    },
    CODE {
        @Override
        void line(SplittableRandom random, int number, StringBuilder out) {
            switch (random.nextInt(8)) {
                case 0 ->
                    out.append("\n    /**\n     * Adds ").append(words(random)).append(".\n     */\n");
                case 1 -> out.append("    public int step").append(number).append("(Order order) {\n");
                case 2 -> out.append("    }\n");
                default ->
                    out.append("        total += order.part")
                            .append(random.nextInt(999))
                            .append("();\n");
            }
        }
    },
    TEXT {
        @Override
        void line(SplittableRandom random, int number, StringBuilder out) {
            out.append(words(random))
                    .append(". See section-")
                    .append(random.nextInt(999))
                    .append(".\n");
        }
    };

    private static final String[] WORDS = {"the", "order", "waits", "for", "an", "answer", "of", "its", "store", "and"};

    abstract void line(SplittableRandom random, int number, StringBuilder out);

    String end() {
        return "";
    }

    /** At least so many characters. */
    String of(int characters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder out = new StringBuilder(characters + 2000);
        for (int number = 0; out.length() < characters; number++) {
            line(random, number, out);
        }
        return out.append(end()).toString();
    }

    private static String words(SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        for (int n = 0; n < 12; n++) {
            out.append(n == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return out.toString();
    }
}
