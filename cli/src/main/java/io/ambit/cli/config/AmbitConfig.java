package io.ambit.cli.config;

import static io.ambit.cli.config.BadValueException.require;

import io.ambit.core.context.ClassicSettings;
import io.ambit.core.context.CuratedPolicy;
import io.ambit.core.session.Retention;
import io.ambit.gateway.GatewaySettings;
import io.ambit.gateway.SummaryModel;
import io.ambit.gateway.http.Outbound;
import io.ambit.gateway.ollama.OllamaSettings;
import io.ambit.server.ServerSettings;
import io.ambit.server.door.Limits;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;

/**
 * All settings. {@link #DEFAULT} is the one place where defaults stand; the docs are generated from this record.
 *
 * @param upstream base URL of the model server, "" to look for one on this machine
 */
public record AmbitConfig(
        @ConfigKey("Port that the gateway listens on; 0 takes a free one.")
        int port,

        @ConfigKey(
                "Address that it listens on. Any but one of this machine's own (`127.0.0.1`, `::1`) lets other machines "
                        + "ask, and then everything needs the token.")
        String host,

        @ConfigKey("Base URL of the model server that requests go to, with or without `/v1` at its end. "
                + "Goes before `[[upstreams]]`: everything goes there as it came. Neither: look for Ollama, llama.cpp and "
                + "LM Studio on this machine.")
        String upstream,

        @ConfigKey(
                "Model servers, where there are several: tables `[[upstreams]]` with `name`, `url`, `formats` (`openai-chat`, "
                        + "`openai-responses`, `anthropic`, `ollama-chat`, `ollama-generate`, or `openai`, `ollama`; none: "
                        + "any), `models` (names, whose end may be `*`; none: it is asked), `keyVariable` (the environment "
                        + "variable with its key, which is used for clients that show the token) or `clientKey` (`true`: the "
                        + "client's own key is for it), `window`, `tier` (`fast` or `complex`), `local` (`true` or `false`; "
                        + "not said: whether it is on this machine).")
        List<UpstreamSetting> upstreams,

        @ConfigKey("What is done where there are several upstreams.")
        RoutingChoice routing,

        @ConfigKey("How much of a request is forwarded.") PolicyChoice policy,

        @ConfigKey("What is done about the tools of agents.")
        ToolsChoice tools,

        @ConfigKey("Who writes the summaries of a policy that makes any.")
        SummaryWriter summary,

        @ConfigKey("How long is waited, for an upstream and inside.")
        Timeouts timeouts,

        @ConfigKey("How long and how much the ledger keeps.")
        Keep retention,

        @ConfigKey("How memory finds and keeps what it holds.")
        Remembering memory,

        @ConfigKey("File of PEM certificates to trust at upstreams in place of Java's. Empty: Java's.")
        String caFile,

        @ConfigKey("Largest chat request that is read, in bytes after unpacking; a larger one is answered with 413.")
        int maxBodyBytes,

        @ConfigKey("How much one client may ask, and how slowly.")
        Limiting limits,

        @ConfigKey("What the log says, and how.") Logging log,

        @ConfigKey("How Ollama servers are dealt with.") Ollama ollama,

        @ConfigKey("Further names that the `Host` header of a request may carry, beside those of this machine.")
        List<String> allowedHosts,

        @ConfigKey("`token`: reading what was recorded (`/rest`) needs the token in the file `token`. "
                + "`none`: it needs nothing, for a machine with one user.")
        Auth auth,

        @ConfigKey(
                "What models cost, before the published lists: tables `[[price]]` with `model` (its end may be `*`), "
                        + "`input`, `cached`, `write`, `writeHour` and `output` in dollars for a million tokens.")
        List<PriceSetting> price) {

    public static final AmbitConfig DEFAULT = new AmbitConfig(
            ServerSettings.DEFAULT_PORT,
            ServerSettings.DEFAULT_HOST,
            "",
            List.of(),
            RoutingChoice.DEFAULT,
            new PolicyChoice(
                    CuratedPolicy.BALANCED,
                    0,
                    Custom.BALANCED,
                    new Classic(
                            ClassicSettings.DEFAULT.cutCharacters(),
                            ClassicSettings.DEFAULT.windowIterations(),
                            ClassicSettings.DEFAULT.summaryInterval(),
                            ClassicSettings.DEFAULT.summaryTokens())),
            ToolsChoice.DEFAULT,
            new SummaryWriter("", "", "", SummaryModel.DEFAULT_TIMEOUT),
            new Timeouts(
                    Outbound.DEFAULT.connectTimeout(),
                    Outbound.DEFAULT.firstByteTimeout(),
                    Outbound.DEFAULT.idleTimeout(),
                    GatewaySettings.DEFAULT_PLAN_LIMIT,
                    GatewaySettings.DEFAULT_LEDGER_LIMIT,
                    ServerSettings.DEFAULT_DRAIN),
            new Keep(Retention.DEFAULT.sessionLife(), Retention.DEFAULT.maxBytes()),
            new Remembering(Remembering.MINILM, Duration.ofDays(7), Duration.ofDays(30), List.of()),
            "",
            GatewaySettings.DEFAULT_MAX_BODY_BYTES,
            new Limiting(
                    Limits.DEFAULT.requests(),
                    Limits.DEFAULT.bodyBytes(),
                    Limits.DEFAULT.connections(),
                    Limits.DEFAULT.patience()),
            new Logging(Logging.TEXT, Logging.INFO),
            new Ollama(OllamaSettings.DEFAULT_NUM_CTX),
            List.of(),
            Auth.TOKEN,
            List.of());

    public AmbitConfig {
        require(port >= 0 && port <= 65_535, "port", "0 to 65535");
        require(host.matches("[A-Za-z0-9._:\\[\\]-]+"), "host", "an address or a name of this machine");
        require(
                auth == Auth.TOKEN || ServerSettings.isLoopback(host),
                "auth",
                "token, as host lets other machines ask");
        require(upstream.isEmpty() || isHttp(upstream), "upstream", "an http or https URL");
        require(maxBodyBytes >= 1_024 && maxBodyBytes <= 1 << 30, "maxBodyBytes", "1024 to 1073741824");
        allowedHosts = List.copyOf(allowedHosts);
        price = List.copyOf(price);
        upstreams = List.copyOf(upstreams);
        require(
                allowedHosts.stream().allMatch(name -> name.matches("[A-Za-z0-9._:\\[\\]-]+")),
                "allowedHosts",
                "host names without scheme and path");
    }

    /** Who may read what was recorded. */
    public enum Auth {
        TOKEN,
        NONE
    }

    /**
     * A policy and the numbers of those that have any.
     *
     * @param name a policy, with options after it where wanted: {@code classic:cut=800}
     */
    public record PolicyChoice(
            @ConfigKey("`off`, `safe`, `balanced`, `tight`, `classic`, `semantic` or `custom`.")
            String name,

            @ConfigKey(
                    "Tokens that the model takes; 0: not known. Of a request that does not fit, old tool outputs are "
                            + "masked, then the oldest steps are left out; one that cannot fit is answered with 400.")
            int window,

            @ConfigKey("The numbers of the policy `custom`; `ambit replay --sweep` finds some for your sessions.")
            Custom custom,

            @ConfigKey("The numbers of the policy `classic`.")
            Classic classic) {
        public PolicyChoice {
            require(window >= 0, "window", "0 or more");
        }
    }

    /** The numbers of the three-tier recipe; iterations are counted, not messages. */
    public record Classic(
            @ConfigKey("Characters of a tool output that are shown.")
            int cut,

            @ConfigKey("Iterations that are shown; older ones are left out.")
            int window,

            @ConfigKey("Iterations that one summary covers.")
            int summaryInterval,

            @ConfigKey("Tokens of a summary, at most.") int summaryTokens) {
        public Classic {
            require(cut >= 1, "cut", "1 or more");
            require(window >= 1, "window", "1 or more");
            require(summaryInterval >= 1, "summaryInterval", "1 or more");
            require(summaryTokens >= 1, "summaryTokens", "1 or more");
        }
    }

    /** A model that summarises; without a URL it is done by extraction. */
    public record SummaryWriter(
            @ConfigKey("Base URL of an OpenAI-compatible server. Empty: summaries are extracted by rules, "
                    + "without a model.")
            String url,

            @ConfigKey("Name of the model to ask there.") String model,

            @ConfigKey("Name of the environment variable that holds the key for it, where it needs one.")
            String keyVariable,

            @ConfigKey("For one summary.") Duration timeout) {
        public SummaryWriter {
            require(url.isEmpty() || isHttp(url), "url", "an http or https URL");
            require(url.isEmpty() || !model.isEmpty(), "model", "the name of a model, as summary.url is set");
            require(
                    keyVariable.isEmpty() || keyVariable.matches("[A-Za-z_][A-Za-z0-9_]*"),
                    "keyVariable",
                    "the name of an environment variable (never the key itself)");
            require(isPositive(timeout), "timeout", "more than 0");
        }
    }

    /** What is waited for, and how long. */
    public record Timeouts(
            @ConfigKey("To reach the upstream; then 502.") Duration connect,

            @ConfigKey("To the first byte of an answer; then 504.")
            Duration firstByte,

            @ConfigKey("Between two bytes of an answer; then it is cut off.")
            Duration idle,

            @ConfigKey("For a plan; then new messages go out whole.")
            Duration plan,

            @ConfigKey("For the ledger; then the request goes out whole and unrecorded.")
            Duration ledger,

            @ConfigKey("For requests under way, when the gateway is stopped.")
            Duration drain) {
        public Timeouts {
            require(isPositive(connect), "connect", "more than 0");
            require(isPositive(firstByte), "firstByte", "more than 0");
            require(isPositive(idle), "idle", "more than 0");
            require(isPositive(plan), "plan", "more than 0");
            require(isPositive(ledger), "ledger", "more than 0");
            require(isPositive(drain), "drain", "more than 0");
        }
    }

    /** What clients may take of the gateway. */
    public record Limiting(
            @ConfigKey(
                    "Requests of one client in a minute, which may all come at once; then 429. 0: no bound. A client is "
                            + "an address and the key that it shows.")
            int requests,

            @ConfigKey("Bytes of requests to models that are held for one client at a time; then 429. 0: no bound.")
            long bodyBytes,

            @ConfigKey("Connections at a time, of all clients; more of them wait.")
            int connections,

            @ConfigKey(
                    "For the head of a connection's next request, and for a body before it has to come at 256 bytes a "
                            + "second; then the connection is closed.")
            Duration patience) {
        public Limiting {
            require(requests >= 0, "requests", "0 or more");
            require(bodyBytes >= 0, "bodyBytes", "0 or more");
            require(connections >= 1, "connections", "1 or more");
            require(isPositive(patience), "patience", "more than 0");
        }
    }

    /** What the log says; never what requests and answers contain. */
    public record Logging(
            @ConfigKey("`text`: lines for people. `json`: one JSON object a line.")
            String format,

            @ConfigKey("`warn`, `info`, or `debug`: one line for each request.")
            String level) {
        public static final String TEXT = "text";
        public static final String INFO = "info";

        public Logging {
            require(format.equals(TEXT) || format.equals("json"), "format", "text or json");
            require(
                    level.equals("warn") || level.equals(INFO) || level.equals("debug"),
                    "level",
                    "warn, info or debug");
        }
    }

    /** How Ollama servers are dealt with. */
    public record Ollama(
            @ConfigKey(
                    "The window, in tokens, that a model is loaded with where its own does not suffice, if it was trained for "
                            + "as much. A larger one takes more memory.")
            int numCtx) {
        public Ollama {
            require(numCtx >= 512, "numCtx", "512 or more");
        }
    }

    /** When sessions are deleted. */
    public record Keep(
            @ConfigKey("A session is deleted so long after its last request.")
            Duration sessionLife,

            @ConfigKey("Size of the ledger, at most; the oldest sessions go first.")
            long maxBytes) {
        public Keep {
            require(isPositive(sessionLife), "sessionLife", "more than 0");
            require(maxBytes >= 1 << 20, "maxBytes", "1048576 or more");
        }
    }

    /** What finds memories, and how long they stay as they are. */
    public record Remembering(
            @ConfigKey("`minilm`: records are found by meaning too, with a small English model that runs in this "
                    + "process. `none`: by words alone, without a model.")
            String embedder,

            @ConfigKey("An episode is kept in full so long; then a summary stands beside it.")
            Duration keepFull,

            @ConfigKey("After this an episode is archived, unless something refers to it: found only when asked for.")
            Duration keepSummary,

            @ConfigKey("Which spaces may read which others: `[\"shop:common\"]` lets `shop` read `common` too.")
            List<String> reads) {
        public static final String MINILM = "minilm";
        public static final String NONE = "none";

        public Remembering {
            reads = List.copyOf(reads);
            require(embedder.equals(MINILM) || embedder.equals(NONE), "embedder", "minilm or none");
            require(isPositive(keepFull), "keepFull", "more than 0");
            require(keepSummary.compareTo(keepFull) >= 0, "keepSummary", "keepFull or more");
            require(
                    reads.stream().allMatch(pair -> pair.matches("[A-Za-z0-9._-]+:[A-Za-z0-9._-]+")),
                    "reads",
                    "pairs such as shop:common");
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = new URI(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
