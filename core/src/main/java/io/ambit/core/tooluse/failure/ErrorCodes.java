package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What codes say: statuses of HTTP (RFC 9110), of JSON-RPC 2.0 and of MCP, SQLSTATE (as PostgreSQL lists them), names of
 * errno and of gRPC.
 */
final class ErrorCodes {
    private static final int HTTP_ERRORS = 400;
    private static final int HTTP_SERVER = 500;
    private static final int HTTP_END = 600;
    private static final int SQLSTATE = 5;

    private static final Map<Integer, Signal> HTTP = Map.ofEntries(
            Map.entry(400, Signal.shared(FailureClass.WRONG_VALUE)),
            Map.entry(401, Signal.code(FailureClass.PERMISSION)),
            Map.entry(402, Signal.code(FailureClass.RATE, Advice.STOP)),
            Map.entry(403, Signal.shared(FailureClass.PERMISSION)),
            Map.entry(404, Signal.code(FailureClass.NOT_FOUND)),
            Map.entry(405, Signal.code(FailureClass.WRONG_TOOL)),
            Map.entry(407, Signal.code(FailureClass.PERMISSION)),
            Map.entry(408, Signal.code(FailureClass.TIMEOUT)),
            Map.entry(409, Signal.code(FailureClass.CONFLICT)),
            Map.entry(410, Signal.code(FailureClass.NOT_FOUND)),
            Map.entry(411, Signal.code(FailureClass.MISSING_ARGUMENT)),
            Map.entry(412, Signal.code(FailureClass.CONFLICT)),
            Map.entry(423, Signal.code(FailureClass.CONFLICT, Advice.RETRY)),
            Map.entry(424, Signal.code(FailureClass.CONFLICT)),
            Map.entry(425, Signal.code(FailureClass.RATE)),
            Map.entry(428, Signal.code(FailureClass.MISSING_ARGUMENT)),
            Map.entry(429, Signal.code(FailureClass.RATE)),
            Map.entry(451, Signal.code(FailureClass.PERMISSION)),
            Map.entry(501, Signal.code(FailureClass.WRONG_TOOL)),
            Map.entry(502, Signal.code(FailureClass.TRANSPORT)),
            Map.entry(504, Signal.code(FailureClass.TIMEOUT)),
            Map.entry(511, Signal.code(FailureClass.PERMISSION)),
            Map.entry(522, Signal.code(FailureClass.TIMEOUT)),
            Map.entry(524, Signal.code(FailureClass.TIMEOUT)),
            Map.entry(529, Signal.code(FailureClass.RATE)));

    /** By the whole state, or by its first two characters. */
    private static final Map<String, Signal> SQL = Map.ofEntries(
            Map.entry("08", Signal.code(FailureClass.TRANSPORT)),
            Map.entry("0A", Signal.code(FailureClass.WRONG_TOOL)),
            Map.entry("22", Signal.code(FailureClass.WRONG_VALUE)),
            Map.entry("22P02", Signal.code(FailureClass.WRONG_TYPE)),
            Map.entry("22004", Signal.code(FailureClass.MISSING_ARGUMENT)),
            Map.entry("23502", Signal.code(FailureClass.MISSING_ARGUMENT)),
            Map.entry("23503", Signal.shared(FailureClass.NOT_FOUND)),
            Map.entry("23505", Signal.code(FailureClass.CONFLICT)),
            Map.entry("23514", Signal.code(FailureClass.WRONG_VALUE)),
            Map.entry("23P01", Signal.code(FailureClass.CONFLICT)),
            Map.entry("25006", Signal.code(FailureClass.PERMISSION)),
            Map.entry("28", Signal.code(FailureClass.PERMISSION)),
            Map.entry("2B", Signal.code(FailureClass.CONFLICT)),
            Map.entry("3D", Signal.code(FailureClass.NOT_FOUND)),
            Map.entry("3F", Signal.code(FailureClass.NOT_FOUND)),
            Map.entry("40", Signal.code(FailureClass.CONFLICT, Advice.RETRY)),
            Map.entry("42501", Signal.code(FailureClass.PERMISSION)),
            Map.entry("42601", Signal.code(FailureClass.WRONG_VALUE)),
            Map.entry("42703", Signal.code(FailureClass.NOT_FOUND)),
            Map.entry("42704", Signal.code(FailureClass.NOT_FOUND)),
            Map.entry("42P01", Signal.code(FailureClass.NOT_FOUND)),
            Map.entry("42883", Signal.code(FailureClass.UNKNOWN_NAME)),
            Map.entry("42804", Signal.code(FailureClass.WRONG_TYPE)),
            Map.entry("42809", Signal.code(FailureClass.WRONG_TOOL)),
            Map.entry("42701", Signal.code(FailureClass.CONFLICT)),
            Map.entry("42710", Signal.code(FailureClass.CONFLICT)),
            Map.entry("42723", Signal.code(FailureClass.CONFLICT)),
            Map.entry("42P04", Signal.code(FailureClass.CONFLICT)),
            Map.entry("42P06", Signal.code(FailureClass.CONFLICT)),
            Map.entry("42P07", Signal.code(FailureClass.CONFLICT)),
            Map.entry("53300", Signal.code(FailureClass.RATE)),
            Map.entry("53", Signal.code(FailureClass.TOOL_FAULT)),
            Map.entry("55006", Signal.code(FailureClass.CONFLICT, Advice.RETRY)),
            Map.entry("55P03", Signal.code(FailureClass.CONFLICT, Advice.RETRY)),
            Map.entry("57014", Signal.code(FailureClass.TIMEOUT)),
            Map.entry("57P", Signal.code(FailureClass.TRANSPORT)),
            Map.entry("58", Signal.code(FailureClass.TOOL_FAULT)),
            Map.entry("XX", Signal.code(FailureClass.TOOL_FAULT)));

    private static final Map<String, Signal> RPC = Map.of(
            "32700", Signal.code(FailureClass.WRONG_VALUE),
            "32600", Signal.shared(FailureClass.WRONG_VALUE),
            "32601", Signal.code(FailureClass.UNKNOWN_NAME),
            "32602", Signal.shared(FailureClass.WRONG_VALUE),
            "32603", Signal.shared(FailureClass.TOOL_FAULT),
            "32001", Signal.shared(FailureClass.TIMEOUT),
            "32002", Signal.code(FailureClass.NOT_FOUND),
            "32000", Signal.shared(FailureClass.TRANSPORT));

    /** Names that say no more than that something was wrong. */
    private static final Set<String> SHARED = Set.of(
            "invalid request error",
            "invalid request",
            "invalid params",
            "invalid argument",
            "bad request",
            "validation error",
            "validation failed",
            "value error",
            "type error",
            "runtime error",
            "internal",
            "internal error",
            "api error",
            "error",
            "unknown",
            "unknown error",
            "unavailable",
            "aborted",
            "failed precondition",
            "forbidden");

    private static final Set<String> BEFORE_STATUS = Set.of(
            "http", "https", "status", "code", "statuscode", "error", "response", "returned", "got", "errorcode");
    private static final Set<String> AFTER_STATUS = Set.of(
            "bad",
            "unauthorized",
            "forbidden",
            "not",
            "method",
            "request",
            "conflict",
            "gone",
            "precondition",
            "payload",
            "content",
            "uri",
            "unsupported",
            "unprocessable",
            "locked",
            "too",
            "internal",
            "service",
            "gateway",
            "client",
            "server",
            "proxy",
            "payment",
            "length",
            "range",
            "im",
            "error");

    private ErrorCodes() {}

    /** What the value of a member named code, status, type or the like says; null for nothing known. */
    static @Nullable Signal of(String code) {
        String bare = code.startsWith("-") ? code.substring(1) : code;
        if (RPC.containsKey(bare)) {
            return RPC.get(bare);
        }
        if (bare.length() == 3 && isNumber(bare)) {
            return http(Integer.parseInt(bare));
        }
        Signal sql = sqlState(code);
        if (sql != null) {
            return sql;
        }
        List<String> tokens = Tokens.of(code);
        Phrase phrase = isNumber(bare) ? null : Phrasebook.ALL.best(tokens);
        if (phrase == null) {
            return null;
        }
        boolean shared = SHARED.contains(String.join(" ", tokens));
        return new Signal(phrase.failure(), shared ? Signal.SHARED_CODE : Signal.CODE, phrase.advice());
    }

    /** The strongest code in a line of text; null for none. */
    static @Nullable Signal in(String line, List<String> tokens) {
        Signal best = null;
        for (int i = 0; i < tokens.size(); i++) {
            best = Signal.stronger(best, at(tokens, i));
        }
        return best;
    }

    private static @Nullable Signal at(List<String> tokens, int at) {
        String token = tokens.get(at);
        String before = at == 0 ? "" : tokens.get(at - 1);
        if (token.length() == 4 && token.charAt(0) == 'e' && isNumber(token.substring(1))) {
            return before.equals("code") ? http(Integer.parseInt(token.substring(1))) : null;
        }
        if (token.length() == 3 && isNumber(token)) {
            String after = at + 1 == tokens.size() ? "" : tokens.get(at + 1);
            boolean isVersion = (before.equals("1") || before.equals("0") || before.equals("2"))
                    && tokens.subList(0, at).contains("http");
            return BEFORE_STATUS.contains(before)
                            || isVersion
                            || AFTER_STATUS.contains(after)
                            || (before.equals("is") && tokens.subList(0, at).contains("status"))
                    ? http(Integer.parseInt(token))
                    : null;
        }
        if (token.length() == SQLSTATE
                && (before.equals("sqlstate") || before.equals("error") || before.equals("fatal"))) {
            Signal sql = sqlState(token.toUpperCase(Locale.ROOT));
            return sql == null ? RPC.get(token) : sql;
        }
        return RPC.get(token);
    }

    private static @Nullable Signal http(int status) {
        if (status < HTTP_ERRORS || status >= HTTP_END) {
            return null;
        }
        Signal known = HTTP.get(status);
        if (known != null) {
            return known;
        }
        return status >= HTTP_SERVER
                ? new Signal(FailureClass.TOOL_FAULT, Signal.SHARED_CODE, Advice.RETRY)
                : Signal.shared(FailureClass.WRONG_VALUE);
    }

    private static @Nullable Signal sqlState(String state) {
        if (state.length() != SQLSTATE
                || !state.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
                || state.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        Signal whole = SQL.get(state);
        Signal three = whole == null ? SQL.get(state.substring(0, 3)) : whole;
        return three == null ? SQL.get(state.substring(0, 2)) : three;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
