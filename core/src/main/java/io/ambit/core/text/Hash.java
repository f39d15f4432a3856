package io.ambit.core.text;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 hash: 32 bytes, the name of a content in the ledger. */
public record Hash(long a, long b, long c, long d) {

    private static final HexFormat HEX = HexFormat.of();

    /** Hashes the whole of {@code content}. */
    public static Hash of(byte[] content) {
        return ofDigest(sha256().digest(content));
    }

    /** Hashes {@code text} as UTF-8 (lone surrogates included, see {@link Utf8}). */
    public static Hash of(String text) {
        return of(Utf8.encode(text));
    }

    /** Reads 32 bytes back. */
    public static Hash ofDigest(byte[] digest) {
        if (digest.length != 32) {
            throw new IllegalArgumentException("hash of " + digest.length + " bytes, expected 32");
        }
        ByteBuffer in = ByteBuffer.wrap(digest);
        return new Hash(in.getLong(), in.getLong(), in.getLong(), in.getLong());
    }

    /** Reads 64 hexadecimal digits back. */
    public static Hash ofHex(String hex) {
        return ofDigest(HEX.parseHex(hex));
    }

    /** A fresh SHA-256 digest; each Java platform has one. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    public String hex() {
        return HEX.formatHex(bytes());
    }

    /** The hash of this one followed by {@code next}: a link of a hash chain. */
    public Hash then(Hash next) {
        MessageDigest digest = sha256();
        digest.update(bytes());
        return ofDigest(digest.digest(next.bytes()));
    }

    @Override
    public String toString() {
        return hex().substring(0, 12);
    }
}
