package io.ambit.cli.connect;

import io.ambit.core.text.Utf8;

/**
 * Text that is put into a file.
 *
 * @param at byte of the file before which it goes
 */
record Insertion(int at, String text) {

    byte[] into(byte[] file) {
        byte[] added = Utf8.encode(text);
        byte[] result = new byte[file.length + added.length];
        System.arraycopy(file, 0, result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(file, at, result, at + added.length, file.length - at);
        return result;
    }

    /** The file without the bytes {@code [start, end)}. */
    static byte[] cut(byte[] file, int start, int end) {
        byte[] result = new byte[file.length - (end - start)];
        System.arraycopy(file, 0, result, 0, start);
        System.arraycopy(file, end, result, start, file.length - end);
        return result;
    }
}
