package io.ambit.core.context.assembly;

import io.ambit.core.context.assembly.AssembledContext.Form;

/**
 * A candidate as it may be shown.
 *
 * @param use share of its worth that a reader has of this form
 * @param text framed, ends with a line break
 */
record Shape(Form form, double use, String text, int tokens) {}
