package io.ambit.server.dashboard.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.zip.CRC32;

/**
 * The files that pages load: ours and two libraries, all from this program. They say nothing of what is stored, so
 * nobody is asked for anything. Their addresses carry a check sum, so that a browser may keep them for ever.
 */
public final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, Asset> BY_NAME = Map.of(
            "dashboard.css", load("/io/ambit/server/dashboard/dashboard.css", "text/css; charset=utf-8"),
            "dashboard.js", load("/io/ambit/server/dashboard/dashboard.js", SCRIPT),
            "icon.svg", load("/io/ambit/server/dashboard/icon.svg", "image/svg+xml"),
            "htmx.js", load(library("htmx.org", "dist/htmx.min.js"), SCRIPT),
            "chart.js", load(library("chart.js", "dist/chart.umd.min.js"), SCRIPT));

    private static final class Asset {
        private final byte[] bytes;
        private final String type;
        private final String sum;

        Asset(byte[] bytes, String type, String sum) {
            this.bytes = bytes;
            this.type = type;
            this.sum = sum;
        }
    }

    private Assets() {}

    /** Where a file is. */
    public static String address(String name) {
        Asset asset = BY_NAME.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no file " + name + " belongs to the dashboard");
        }
        return "/assets/" + name + "?v=" + asset.sum;
    }

    /** Adds the path. */
    public static void register(RoutesConfig routes) {
        routes.get("/assets/{name}", Assets::answer);
    }

    private static void answer(Context context) {
        Asset asset = BY_NAME.get(context.pathParam("name"));
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        if (asset == null) {
            context.status(404).contentType("text/plain; charset=utf-8").result("no such file\n");
            return;
        }
        boolean current = asset.sum.equals(context.queryParam("v"));
        context.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        // The icon is a document of its own when somebody opens it.
        context.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        context.contentType(asset.type).result(asset.bytes);
    }

    /** A file of a library, whose version stands in its own jar. */
    private static String library(String name, String file) {
        String about = "/META-INF/maven/org.webjars.npm/" + name + "/pom.properties";
        try (InputStream in = Assets.class.getResourceAsStream(about)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(about, e);
        }
    }

    private static Asset load(String resource, String type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks " + resource);
            }
            byte[] bytes = in.readAllBytes();
            CRC32 sum = new CRC32();
            sum.update(bytes);
            return new Asset(bytes, type, HexFormat.of().toHexDigits(sum.getValue(), 8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
