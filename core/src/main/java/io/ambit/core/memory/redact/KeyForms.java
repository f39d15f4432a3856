package io.ambit.core.memory.redact;

import static io.ambit.core.memory.redact.Alphabet.ALNUM;
import static io.ambit.core.memory.redact.Alphabet.BASE64;
import static io.ambit.core.memory.redact.Alphabet.DOTTED;
import static io.ambit.core.memory.redact.Alphabet.DOTTED_BASE64;
import static io.ambit.core.memory.redact.Alphabet.HEX;
import static io.ambit.core.memory.redact.Alphabet.UPPER;
import static io.ambit.core.memory.redact.Alphabet.URL;
import static io.ambit.core.memory.redact.Alphabet.WORD;

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
                KeyForm.exact("aws access key", "AKIA", UPPER, 16),
                KeyForm.exact("aws access key", "ASIA", UPPER, 16),
                KeyForm.exact("aws access key", "ABIA", UPPER, 16),
                KeyForm.exact("aws access key", "ACCA", UPPER, 16),
                KeyForm.atLeast("aws bedrock key", "ABSK", BASE64, 109),
                KeyForm.exact("google api key", "AIza", URL, 35),
                KeyForm.exact("google client secret", "GOCSPX-", URL, 28),
                KeyForm.atLeast("google access token", "ya29.", DOTTED, 20),
                KeyForm.atLeast("google refresh token", "1//0", URL, 40),
                new KeyForm("alibaba access key", "LTAI", ALNUM, 12, 26),
                KeyForm.exact("tencent secret id", "AKID", ALNUM, 32),
                KeyForm.atLeast("yandex api key", "AQVN", URL, 35),
                KeyForm.exact("digitalocean token", "dop_v1_", HEX, 64),
                KeyForm.exact("digitalocean token", "doo_v1_", HEX, 64),
                KeyForm.exact("digitalocean token", "dor_v1_", HEX, 64),
                KeyForm.atLeast("heroku key", "HRKU-", URL, 36),
                KeyForm.atLeast("fly token", "fo1_", URL, 40),
                KeyForm.atLeast("fly token", "fm1r_", BASE64, 60),
                KeyForm.atLeast("fly token", "fm2_", BASE64, 60),
                KeyForm.exact("netlify token", "nfp_", ALNUM, 36),
                KeyForm.atLeast("planetscale token", "pscale_tkn_", URL, 32),
                KeyForm.atLeast("planetscale password", "pscale_pw_", URL, 32),
                KeyForm.atLeast("planetscale token", "pscale_oauth_", URL, 32),
                KeyForm.exact("supabase token", "sbp_", HEX, 40),
                KeyForm.atLeast("supabase key", "sb_secret_", URL, 20),
                KeyForm.atLeast("neon key", "napi_", ALNUM, 40),
                KeyForm.atLeast("aiven password", "AVNS_", URL, 16),
                KeyForm.atLeast("vault token", "hvs.", URL, 20),
                KeyForm.atLeast("vault token", "hvb.", URL, 20),
                KeyForm.atLeast("vault token", "hvr.", URL, 20),
                KeyForm.exact("pulumi token", "pul-", HEX, 40),
                KeyForm.atLeast("tailscale key", "tskey-", URL, 20),
                KeyForm.atLeast("doppler token", "dp.pt.", ALNUM, 40),
                KeyForm.atLeast("doppler token", "dp.st.", DOTTED, 40),
                KeyForm.atLeast("doppler token", "dp.ct.", ALNUM, 40),
                KeyForm.atLeast("one password token", "ops_eyJ", DOTTED_BASE64, 100),
                KeyForm.atLeast("age secret key", "AGE-SECRET-KEY-1", UPPER, 58));
    }

    private static List<KeyForm> code() {
        return List.of(
                KeyForm.atLeast("github token", "ghp_", WORD, 36),
                KeyForm.atLeast("github token", "gho_", WORD, 36),
                KeyForm.atLeast("github token", "ghu_", WORD, 36),
                KeyForm.atLeast("github token", "ghs_", DOTTED, 36),
                KeyForm.atLeast("github token", "ghr_", WORD, 36),
                KeyForm.atLeast("github token", "github_pat_", WORD, 50),
                KeyForm.atLeast("gitlab token", "glpat-", DOTTED, 20),
                KeyForm.atLeast("gitlab token", "gldt-", DOTTED, 20),
                KeyForm.atLeast("gitlab token", "glrt-", DOTTED, 20),
                KeyForm.atLeast("gitlab token", "glcbt-", DOTTED, 20),
                KeyForm.atLeast("gitlab token", "glptt-", DOTTED, 20),
                KeyForm.atLeast("gitlab token", "gloas-", DOTTED, 40),
                KeyForm.atLeast("gitlab token", "glsoat-", DOTTED, 20),
                KeyForm.atLeast("bitbucket token", "ATBB", ALNUM, 28),
                KeyForm.atLeast("atlassian token", "ATATT3", DOTTED, 100),
                KeyForm.atLeast("atlassian token", "ATCTT3", DOTTED, 100),
                KeyForm.exact("npm token", "npm_", ALNUM, 36),
                KeyForm.atLeast("pypi token", "pypi-AgE", URL, 50),
                KeyForm.exact("rubygems key", "rubygems_", HEX, 48),
                KeyForm.exact("crates token", "cio", ALNUM, 32),
                KeyForm.exact("nuget key", "oy2", ALNUM, 43),
                KeyForm.atLeast("docker token", "dckr_pat_", URL, 20),
                KeyForm.atLeast("docker token", "dckr_oat_", URL, 20),
                KeyForm.atLeast("artifactory key", "AKCp", ALNUM, 69),
                KeyForm.atLeast("artifactory token", "cmVmd", ALNUM, 59),
                KeyForm.atLeast("circleci token", "CCIPAT_", URL, 40),
                KeyForm.atLeast("buildkite token", "bkua_", HEX, 40),
                KeyForm.atLeast("sourcegraph token", "sgp_", HEX, 40),
                KeyForm.atLeast("postman key", "PMAK-", URL, 50),
                KeyForm.atLeast("figma token", "figd_", URL, 40),
                KeyForm.atLeast("linear key", "lin_api_", ALNUM, 40),
                KeyForm.atLeast("linear token", "lin_oauth_", ALNUM, 40),
                KeyForm.atLeast("sentry token", "sntrys_", DOTTED_BASE64, 60),
                KeyForm.atLeast("sentry token", "sntryu_", HEX, 64),
                KeyForm.atLeast("new relic key", "NRAK-", UPPER, 27),
                KeyForm.atLeast("new relic key", "NRJS-", HEX, 19),
                KeyForm.atLeast("new relic key", "NRII-", URL, 32),
                KeyForm.atLeast("grafana token", "glsa_", WORD, 41),
                KeyForm.atLeast("grafana token", "glc_eyJ", BASE64, 32));
    }

    private static List<KeyForm> models() {
        return List.of(
                KeyForm.atLeast("anthropic key", "sk-ant-", URL, 32),
                KeyForm.atLeast("openai key", "sk-proj-", URL, 32),
                KeyForm.atLeast("openai key", "sk-svcacct-", URL, 32),
                KeyForm.atLeast("openai key", "sk-admin-", URL, 32),
                KeyForm.atLeast("openrouter key", "sk-or-v1-", HEX, 64),
                KeyForm.atLeast("langfuse key", "sk-lf-", URL, 36),
                KeyForm.atLeast("api key", "sk-", ALNUM, 32),
                KeyForm.atLeast("hugging face token", "hf_", ALNUM, 30),
                KeyForm.atLeast("hugging face token", "api_org_", ALNUM, 30),
                KeyForm.exact("replicate token", "r8_", ALNUM, 37),
                KeyForm.atLeast("groq key", "gsk_", ALNUM, 40),
                KeyForm.atLeast("xai key", "xai-", ALNUM, 60),
                KeyForm.atLeast("perplexity key", "pplx-", ALNUM, 40),
                KeyForm.atLeast("langsmith key", "lsv2_pt_", WORD, 40),
                KeyForm.atLeast("langsmith key", "lsv2_sk_", WORD, 40),
                KeyForm.atLeast("pinecone key", "pcsk_", WORD, 50),
                KeyForm.atLeast("tavily key", "tvly-", URL, 24),
                KeyForm.atLeast("fireworks key", "fw_", ALNUM, 22),
                KeyForm.atLeast("nvidia key", "nvapi-", URL, 60),
                KeyForm.atLeast("databricks token", "dapi", HEX, 32));
    }

    private static List<KeyForm> messages() {
        return List.of(
                KeyForm.atLeast("slack token", "xoxb-", URL, 20),
                KeyForm.atLeast("slack token", "xoxp-", URL, 20),
                KeyForm.atLeast("slack token", "xoxa-", URL, 20),
                KeyForm.atLeast("slack token", "xoxr-", URL, 20),
                KeyForm.atLeast("slack token", "xoxs-", URL, 20),
                KeyForm.atLeast("slack token", "xoxc-", URL, 20),
                KeyForm.atLeast("slack token", "xoxd-", DOTTED_BASE64, 20),
                KeyForm.atLeast("slack token", "xoxe-", URL, 20),
                KeyForm.atLeast("slack token", "xoxe.xoxp-", URL, 20),
                KeyForm.atLeast("slack token", "xapp-", URL, 20),
                KeyForm.exact("twilio key", "SK", HEX, 32),
                KeyForm.exact("mailgun key", "key-", HEX, 32),
                KeyForm.atLeast("sendinblue key", "xkeysib-", URL, 64),
                KeyForm.atLeast("dropbox token", "sl.", URL, 100),
                KeyForm.atLeast("facebook token", "EAACEdEose0cBA", ALNUM, 20),
                KeyForm.atLeast("facebook token", "EAAG", ALNUM, 80));
    }

    private static List<KeyForm> money() {
        return List.of(
                KeyForm.atLeast("stripe key", "sk_live_", ALNUM, 20),
                KeyForm.atLeast("stripe key", "sk_test_", ALNUM, 20),
                KeyForm.atLeast("stripe key", "rk_live_", ALNUM, 20),
                KeyForm.atLeast("stripe key", "rk_test_", ALNUM, 20),
                KeyForm.atLeast("webhook signing secret", "whsec_", BASE64, 24),
                KeyForm.atLeast("square token", "sq0atp-", URL, 22),
                KeyForm.atLeast("square secret", "sq0csp-", URL, 40),
                KeyForm.atLeast("paystack key", "sk_paystack_", ALNUM, 20),
                KeyForm.atLeast("razorpay key", "rzp_live_", ALNUM, 14),
                KeyForm.atLeast("flutterwave key", "FLWSECK", URL, 20),
                KeyForm.atLeast("easypost key", "EZAK", ALNUM, 54),
                KeyForm.exact("shopify token", "shpat_", HEX, 32),
                KeyForm.exact("shopify token", "shpca_", HEX, 32),
                KeyForm.exact("shopify token", "shppa_", HEX, 32),
                KeyForm.exact("shopify secret", "shpss_", HEX, 32));
    }

    private static List<KeyForm> services() {
        return List.of(
                KeyForm.atLeast("notion token", "secret_", ALNUM, 43),
                KeyForm.atLeast("notion token", "ntn_", ALNUM, 40),
                KeyForm.atLeast("prefect key", "pnu_", ALNUM, 36),
                KeyForm.atLeast("wakatime key", "waka_", URL, 36),
                KeyForm.atLeast("contentful token", "CFPAT-", URL, 43),
                KeyForm.atLeast("duffel token", "duffel_live_", URL, 43),
                KeyForm.atLeast("readme key", "rdme_", ALNUM, 60),
                KeyForm.atLeast("typeform token", "tfp_", DOTTED, 40),
                KeyForm.atLeast("dynatrace token", "dt0c01.", DOTTED, 80));
    }
}
