package io.ambit.wire;

import io.ambit.core.text.Utf8;
import java.util.Arrays;

/**
 * One event of a stream.
 *
 * @param raw all its bytes, comments and the blank line that ends it included
 * @param editable the same with the data on one line; {@code raw} where they already are
 * @param dataStart where in {@code editable} the data start
 * @param dataEnd where they end; the same as {@code dataStart} where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SseEvent(byte[] raw, byte[] editable, int dataStart, int dataEnd) {

    /** Whether there is anything to read in it. */
    public boolean hasData() {
        return dataEnd > dataStart;
    }

    /** Its data, on one line. */
    public byte[] data() {
        return Arrays.copyOfRange(editable, dataStart, dataEnd);
    }

    /** The event with changes to {@link #data} made; {@link #raw} where there are none. */
    public byte[] with(Splice splice) {
        if (splice.isEmpty()) {
            return raw;
        }
        return new Splice().replace(dataStart, dataEnd, splice.apply(data())).apply(editable);
    }

    /** An event of Ambit's own; line ends in {@code json} become spaces. */
    public static byte[] ofJson(String json) {
        return Utf8.encode("data: " + json.replace('\r', ' ').replace('\n', ' ') + "\n\n");
    }
}
