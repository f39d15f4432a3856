/** Wire formats: bytes to transcripts with byte ranges, edits to spliced bytes, answers read as they pass. */
@NullMarked
package io.ambit.wire;

import org.jspecify.annotations.NullMarked;
