package io.ambit.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The body of a chat request.
 *
 * @param received as it came over the wire
 * @param plain uncompressed; the same array where it came so
 * @param compressed whether it came compressed
 */
@SuppressWarnings("ArrayRecordComponent") // a pair on its way through one method, never compared
record RequestBody(byte[] received, byte[] plain, boolean compressed) {
    private static final int FIRST_BUFFER = 64 * 1024;

    /**
     * Reads a whole body.
     *
     * @param maxBytes bound of both sizes
     * @throws TooLargeException where either is larger; no more than that was held
     * @throws UnknownEncodingException where the body is compressed in a way that cannot be read here
     * @throws IOException where the client went away or its compressed data is damaged
     */
    static RequestBody read(InputStream in, long announced, String contentEncoding, int maxBytes) throws IOException {
        if (announced > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
        byte[] received = readAll(in, announced, maxBytes);
        return switch (contentEncoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> new RequestBody(received, received, false);
            case "gzip", "x-gzip" -> new RequestBody(received, inflate(received, true, maxBytes), true);
            case "deflate" -> new RequestBody(received, inflate(received, false, maxBytes), true);
            default -> throw new UnknownEncodingException(received);
        };
    }

    private static byte[] readAll(InputStream in, long announced, int maxBytes) throws IOException {
        if (announced >= 0) {
            byte[] body = in.readNBytes((int) announced);
            if (body.length < announced) {
                throw new IOException("body of " + body.length + " bytes, announced " + announced);
            }
            return body;
        }
        return bounded(in, maxBytes);
    }

    private static byte[] bounded(InputStream in, int maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_BUFFER);
        byte[] buffer = new byte[FIRST_BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() > maxBytes - n) {
                throw new TooLargeException(maxBytes);
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] compressed, boolean gzip, int maxBytes) throws IOException {
        Inflater inflater = new Inflater(!gzip && !hasZlibHeader(compressed));
        try (InputStream in = gzip
                ? new GZIPInputStream(new ByteArrayInputStream(compressed))
                : new InflaterInputStream(new ByteArrayInputStream(compressed), inflater)) {
            return bounded(in, maxBytes);
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw new DamagedException(e);
        } finally {
            inflater.end();
        }
    }

    /** "deflate" means zlib's format (RFC 9110); some send the raw one. */
    private static boolean hasZlibHeader(byte[] in) {
        return in.length >= 2 && (in[0] & 0x0F) == 8 && (((in[0] & 0xFF) << 8) | (in[1] & 0xFF)) % 31 == 0;
    }

    /** The body is larger than allowed. */
    static final class TooLargeException extends IOException {
        TooLargeException(int maxBytes) {
            super("request body larger than " + maxBytes + " bytes");
        }
    }

    /** The body says it is compressed and cannot be unpacked. */
    static final class DamagedException extends IOException {
        DamagedException(IOException cause) {
            super("the compressed request body is damaged: " + cause.getMessage(), cause);
        }
    }

    /** The body is compressed in a way that only the upstream may know. */
    static final class UnknownEncodingException extends IOException {
        private final transient byte[] received;

        UnknownEncodingException(byte[] received) {
            super("unknown content encoding");
            this.received = received;
        }

        byte[] received() {
            return received;
        }
    }
}
