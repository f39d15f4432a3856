package io.ambit.core.memory.redact;

import io.ambit.testkit.Seed;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Secrets that nobody ever had. They are put together while the tests run, so that no scanner of sources takes them for
 * real ones.
 */
final class MadeSecrets {
    static final String HEX = "0123456789abcdef";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    static final String ALNUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    static final String URL = ALNUM + "_-";

    private MadeSecrets() {}

    /** A form of keys: the label of its mark, its prefix, what follows it and how much of that. */
    record Form(String label, String prefix, String alphabet, int length) {
        String make(SplittableRandom random) {
            return prefix + body(random, length);
        }

        /** One character too few. */
        String tooShort(SplittableRandom random) {
            return prefix + body(random, length - 1);
        }

        private String body(SplittableRandom random, int count) {
            String fixed = "aB3".chars().allMatch(c -> alphabet.indexOf(c) >= 0) ? "aB3" : "";
            return fixed + MadeSecrets.body(random, alphabet, count - fixed.length());
        }

        @Override
        public String toString() {
            return prefix;
        }
    }

    static String body(SplittableRandom random, String alphabet, int count) {
        StringBuilder out = new StringBuilder();
        IntStream.range(0, count).forEach(i -> out.append(alphabet.charAt(random.nextInt(alphabet.length()))));
        // Where a key ends is not part of what is tested: no separator stands there.
        return out.isEmpty() ? "" : out.substring(0, out.length() - 1) + alphabet.charAt(random.nextInt(16));
    }

    static List<Form> forms() {
        return List.of(
                new Form("aws access key", "AK" + "IA", UPPER, 16),
                new Form("aws access key", "AS" + "IA", UPPER, 16),
                new Form("google api key", "AI" + "za", URL, 35),
                new Form("google client secret", "GOC" + "SPX-", URL, 28),
                new Form("google access token", "ya" + "29.", URL, 20),
                new Form("google refresh token", "1/" + "/0", URL, 40),
                new Form("alibaba access key", "LT" + "AI", ALNUM, 12),
                new Form("tencent secret id", "AK" + "ID", ALNUM, 32),
                new Form("digitalocean token", "dop" + "_v1_", HEX, 64),
                new Form("netlify token", "nf" + "p_", ALNUM, 36),
                new Form("planetscale token", "pscale" + "_tkn_", URL, 32),
                new Form("planetscale password", "pscale" + "_pw_", URL, 32),
                new Form("supabase token", "sb" + "p_", HEX, 40),
                new Form("neon key", "na" + "pi_", ALNUM, 40),
                new Form("aiven password", "AV" + "NS_", URL, 16),
                new Form("vault token", "hv" + "s.", URL, 20),
                new Form("pulumi token", "pu" + "l-", HEX, 40),
                new Form("tailscale key", "ts" + "key-", URL, 20),
                new Form("doppler token", "dp." + "pt.", ALNUM, 40),
                new Form("age secret key", "AGE-" + "SECRET-KEY-1", UPPER, 58),
                new Form("github token", "gh" + "p_", ALNUM, 36),
                new Form("github token", "gh" + "o_", ALNUM, 36),
                new Form("github token", "gh" + "s_", ALNUM, 36),
                new Form("github token", "github" + "_pat_", ALNUM, 50),
                new Form("gitlab token", "gl" + "pat-", URL, 20),
                new Form("bitbucket token", "AT" + "BB", ALNUM, 28),
                new Form("atlassian token", "ATA" + "TT3", URL, 100),
                new Form("npm token", "np" + "m_", ALNUM, 36),
                new Form("pypi token", "pypi" + "-AgE", URL, 50),
                new Form("rubygems key", "ruby" + "gems_", HEX, 48),
                new Form("crates token", "ci" + "o", ALNUM, 32),
                new Form("nuget key", "oy" + "2", ALNUM, 43),
                new Form("docker token", "dckr" + "_pat_", URL, 20),
                new Form("artifactory key", "AK" + "Cp", ALNUM, 69),
                new Form("circleci token", "CCI" + "PAT_", URL, 40),
                new Form("postman key", "PM" + "AK-", URL, 50),
                new Form("figma token", "fig" + "d_", URL, 40),
                new Form("linear key", "lin" + "_api_", ALNUM, 40),
                new Form("sentry token", "sntr" + "yu_", HEX, 64),
                new Form("new relic key", "NR" + "AK-", UPPER, 27),
                new Form("grafana token", "gl" + "sa_", ALNUM, 41),
                new Form("anthropic key", "sk-" + "ant-", URL, 32),
                new Form("openai key", "sk-" + "proj-", URL, 32),
                new Form("openrouter key", "sk-" + "or-v1-", HEX, 64),
                new Form("api key", "s" + "k-", ALNUM, 32),
                new Form("hugging face token", "h" + "f_", ALNUM, 30),
                new Form("replicate token", "r" + "8_", ALNUM, 37),
                new Form("groq key", "gs" + "k_", ALNUM, 40),
                new Form("xai key", "xa" + "i-", ALNUM, 60),
                new Form("perplexity key", "pp" + "lx-", ALNUM, 40),
                new Form("langsmith key", "lsv2" + "_pt_", ALNUM, 40),
                new Form("pinecone key", "pc" + "sk_", ALNUM, 50),
                new Form("tavily key", "tv" + "ly-", URL, 24),
                new Form("nvidia key", "nv" + "api-", URL, 60),
                new Form("databricks token", "da" + "pi", HEX, 32),
                new Form("slack token", "xo" + "xb-", URL, 20),
                new Form("slack token", "xo" + "xp-", URL, 20),
                new Form("slack token", "xa" + "pp-", URL, 20),
                new Form("twilio key", "S" + "K", HEX, 32),
                new Form("mailgun key", "ke" + "y-", HEX, 32),
                new Form("sendinblue key", "xkey" + "sib-", URL, 64),
                new Form("stripe key", "sk" + "_live_", ALNUM, 20),
                new Form("stripe key", "rk" + "_test_", ALNUM, 20),
                new Form("webhook signing secret", "wh" + "sec_", ALNUM, 24),
                new Form("square token", "sq0" + "atp-", URL, 22),
                new Form("shopify token", "shp" + "at_", HEX, 32),
                new Form("shopify secret", "shp" + "ss_", HEX, 32),
                new Form("notion token", "nt" + "n_", ALNUM, 40),
                new Form("contentful token", "CF" + "PAT-", URL, 43),
                new Form("prefect key", "pn" + "u_", ALNUM, 36));
    }

    /** Something secret of any kind, with a text around it that does not hide it. */
    static Planted plant(SplittableRandom random) {
        String word = "x7" + body(random, ALNUM, 14) + "Q9";
        String secret = random.nextInt(3) > 0 ? Seed.pick(random, forms()).make(random) : word;
        if (!secret.equals(word)) {
            return new Planted(
                    Seed.pick(random, List.of("%s", "(%s)", "key %s.", "`%s`", "a=%s;"))
                            .formatted(secret),
                    secret);
        }
        String frame = Seed.pick(
                random,
                List.of(
                        "PASSWORD=%s",
                        "export DB_PASS='%s'",
                        "\"client_secret\": \"%s\"",
                        "password: %s",
                        "postgres://app:%s@db.internal:5432/app",
                        "Authorization: Bearer %s",
                        "-H 'X-Api-Key: %s'",
                        "Cookie: session=%s",
                        "<password>%s</password>",
                        "mytool --token %s run",
                        "Server=db;User Id=app;Password=%s;Encrypt=true",
                        "curl -u admin:%s https://host/path",
                        "the password is %s.",
                        "AccountKey=%s;EndpointSuffix=x",
                        "https://host/file?sv=1&sig=%s&se=2",
                        "{\\\"api_key\\\": \\\"%s\\\"}"));
        return new Planted(frame.formatted(secret), secret);
    }

    record Planted(String text, String secret) {}
}
