package io.ambit.core.memory.redact;

import static io.ambit.core.memory.redact.Alphabet.ALNUM;
import static io.ambit.core.memory.redact.Alphabet.BASE64;
import static io.ambit.core.memory.redact.Alphabet.DOTTED;
import static io.ambit.core.memory.redact.Alphabet.DOTTED_BASE64;
import static io.ambit.core.memory.redact.Alphabet.HEX;
import static io.ambit.core.memory.redact.Alphabet.UPPER;
import static io.ambit.core.memory.redact.Alphabet.URL;
import static io.ambit.core.memory.redact.Alphabet.WORD;
import static io.ambit.core.memory.redact.KeyForm.exact;
import static io.ambit.core.memory.redact.KeyForm.from;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The forms that vendors document for their keys, or that keys in public scanners' tests have. */
final class KeyForms {
    static final List<KeyForm> ALL = Stream.of(clouds(), code(), models(), messages(), money(), services())
            .flatMap(List::stream)
            .toList();

    private static final List<List<KeyForm>> BY_FIRST = byFirst();

    private KeyForms() {}

    /** Forms whose prefix starts so. */
    static List<KeyForm> startingWith(char c) {
        return c < 128 ? BY_FIRST.get(c) : List.of();
    }

    private static List<List<KeyForm>> byFirst() {
        List<List<KeyForm>> table = new ArrayList<>();
        for (int c = 0; c < 128; c++) {
            char first = (char) c;
            table.add(ALL.stream()
                    .filter(form -> form.prefix().charAt(0) == first)
                    .toList());
        }
        return table;
    }

    private static List<KeyForm> clouds() {
        return List.of(
                exact("aws access key", "AKIA", UPPER, 16),
                exact("aws access key", "ASIA", UPPER, 16),
                exact("aws access key", "ABIA", UPPER, 16),
                exact("aws access key", "ACCA", UPPER, 16),
                from("aws bedrock key", "ABSK", BASE64, 109),
                exact("google api key", "AIza", URL, 35),
                exact("google client secret", "GOCSPX-", URL, 28),
                from("google access token", "ya29.", DOTTED, 20),
                from("google refresh token", "1//0", URL, 40),
                new KeyForm("alibaba access key", "LTAI", ALNUM, 12, 26),
                exact("tencent secret id", "AKID", ALNUM, 32),
                from("yandex api key", "AQVN", URL, 35),
                exact("digitalocean token", "dop_v1_", HEX, 64),
                exact("digitalocean token", "doo_v1_", HEX, 64),
                exact("digitalocean token", "dor_v1_", HEX, 64),
                from("heroku key", "HRKU-", URL, 36),
                from("fly token", "fo1_", URL, 40),
                from("fly token", "fm1r_", BASE64, 60),
                from("fly token", "fm2_", BASE64, 60),
                exact("netlify token", "nfp_", ALNUM, 36),
                from("planetscale token", "pscale_tkn_", URL, 32),
                from("planetscale password", "pscale_pw_", URL, 32),
                from("planetscale token", "pscale_oauth_", URL, 32),
                exact("supabase token", "sbp_", HEX, 40),
                from("supabase key", "sb_secret_", URL, 20),
                from("neon key", "napi_", ALNUM, 40),
                from("aiven password", "AVNS_", URL, 16),
                from("vault token", "hvs.", URL, 20),
                from("vault token", "hvb.", URL, 20),
                from("vault token", "hvr.", URL, 20),
                exact("pulumi token", "pul-", HEX, 40),
                from("tailscale key", "tskey-", URL, 20),
                from("doppler token", "dp.pt.", ALNUM, 40),
                from("doppler token", "dp.st.", DOTTED, 40),
                from("doppler token", "dp.ct.", ALNUM, 40),
                from("one password token", "ops_eyJ", DOTTED_BASE64, 100),
                from("age secret key", "AGE-SECRET-KEY-1", UPPER, 58));
    }

    private static List<KeyForm> code() {
        return List.of(
                from("github token", "ghp_", WORD, 36),
                from("github token", "gho_", WORD, 36),
                from("github token", "ghu_", WORD, 36),
                from("github token", "ghs_", DOTTED, 36),
                from("github token", "ghr_", WORD, 36),
                from("github token", "github_pat_", WORD, 50),
                from("gitlab token", "glpat-", DOTTED, 20),
                from("gitlab token", "gldt-", DOTTED, 20),
                from("gitlab token", "glrt-", DOTTED, 20),
                from("gitlab token", "glcbt-", DOTTED, 20),
                from("gitlab token", "glptt-", DOTTED, 20),
                from("gitlab token", "gloas-", DOTTED, 40),
                from("gitlab token", "glsoat-", DOTTED, 20),
                from("bitbucket token", "ATBB", ALNUM, 28),
                from("atlassian token", "ATATT3", DOTTED, 100),
                from("atlassian token", "ATCTT3", DOTTED, 100),
                exact("npm token", "npm_", ALNUM, 36),
                from("pypi token", "pypi-AgE", URL, 50),
                exact("rubygems key", "rubygems_", HEX, 48),
                exact("crates token", "cio", ALNUM, 32),
                exact("nuget key", "oy2", ALNUM, 43),
                from("docker token", "dckr_pat_", URL, 20),
                from("docker token", "dckr_oat_", URL, 20),
                from("artifactory key", "AKCp", ALNUM, 69),
                from("artifactory token", "cmVmd", ALNUM, 59),
                from("circleci token", "CCIPAT_", URL, 40),
                from("buildkite token", "bkua_", HEX, 40),
                from("sourcegraph token", "sgp_", HEX, 40),
                from("postman key", "PMAK-", URL, 50),
                from("figma token", "figd_", URL, 40),
                from("linear key", "lin_api_", ALNUM, 40),
                from("linear token", "lin_oauth_", ALNUM, 40),
                from("sentry token", "sntrys_", DOTTED_BASE64, 60),
                from("sentry token", "sntryu_", HEX, 64),
                from("new relic key", "NRAK-", UPPER, 27),
                from("new relic key", "NRJS-", HEX, 19),
                from("new relic key", "NRII-", URL, 32),
                from("grafana token", "glsa_", WORD, 41),
                from("grafana token", "glc_eyJ", BASE64, 32));
    }

    private static List<KeyForm> models() {
        return List.of(
                from("anthropic key", "sk-ant-", URL, 32),
                from("openai key", "sk-proj-", URL, 32),
                from("openai key", "sk-svcacct-", URL, 32),
                from("openai key", "sk-admin-", URL, 32),
                from("openrouter key", "sk-or-v1-", HEX, 64),
                from("langfuse key", "sk-lf-", URL, 36),
                from("api key", "sk-", ALNUM, 32),
                from("hugging face token", "hf_", ALNUM, 30),
                from("hugging face token", "api_org_", ALNUM, 30),
                exact("replicate token", "r8_", ALNUM, 37),
                from("groq key", "gsk_", ALNUM, 40),
                from("xai key", "xai-", ALNUM, 60),
                from("perplexity key", "pplx-", ALNUM, 40),
                from("langsmith key", "lsv2_pt_", WORD, 40),
                from("langsmith key", "lsv2_sk_", WORD, 40),
                from("pinecone key", "pcsk_", WORD, 50),
                from("tavily key", "tvly-", URL, 24),
                from("fireworks key", "fw_", ALNUM, 22),
                from("nvidia key", "nvapi-", URL, 60),
                from("databricks token", "dapi", HEX, 32));
    }

    private static List<KeyForm> messages() {
        return List.of(
                from("slack token", "xoxb-", URL, 20),
                from("slack token", "xoxp-", URL, 20),
                from("slack token", "xoxa-", URL, 20),
                from("slack token", "xoxr-", URL, 20),
                from("slack token", "xoxs-", URL, 20),
                from("slack token", "xoxc-", URL, 20),
                from("slack token", "xoxd-", DOTTED_BASE64, 20),
                from("slack token", "xoxe-", URL, 20),
                from("slack token", "xoxe.xoxp-", URL, 20),
                from("slack token", "xapp-", URL, 20),
                exact("twilio key", "SK", HEX, 32),
                exact("mailgun key", "key-", HEX, 32),
                from("sendinblue key", "xkeysib-", URL, 64),
                from("dropbox token", "sl.", URL, 100),
                from("facebook token", "EAACEdEose0cBA", ALNUM, 20),
                from("facebook token", "EAAG", ALNUM, 80));
    }

    private static List<KeyForm> money() {
        return List.of(
                from("stripe key", "sk_live_", ALNUM, 20),
                from("stripe key", "sk_test_", ALNUM, 20),
                from("stripe key", "rk_live_", ALNUM, 20),
                from("stripe key", "rk_test_", ALNUM, 20),
                from("webhook signing secret", "whsec_", BASE64, 24),
                from("square token", "sq0atp-", URL, 22),
                from("square secret", "sq0csp-", URL, 40),
                from("paystack key", "sk_paystack_", ALNUM, 20),
                from("razorpay key", "rzp_live_", ALNUM, 14),
                from("flutterwave key", "FLWSECK", URL, 20),
                from("easypost key", "EZAK", ALNUM, 54),
                exact("shopify token", "shpat_", HEX, 32),
                exact("shopify token", "shpca_", HEX, 32),
                exact("shopify token", "shppa_", HEX, 32),
                exact("shopify secret", "shpss_", HEX, 32));
    }

    private static List<KeyForm> services() {
        return List.of(
                from("notion token", "secret_", ALNUM, 43),
                from("notion token", "ntn_", ALNUM, 40),
                from("prefect key", "pnu_", ALNUM, 36),
                from("wakatime key", "waka_", URL, 36),
                from("contentful token", "CFPAT-", URL, 43),
                from("duffel token", "duffel_live_", URL, 43),
                from("readme key", "rdme_", ALNUM, 60),
                from("typeform token", "tfp_", DOTTED, 40),
                from("dynatrace token", "dt0c01.", DOTTED, 80));
    }
}
