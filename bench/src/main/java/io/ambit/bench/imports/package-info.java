/** Imports memory from files and folders of other programs, whatever their form, and exports it. Sources are only read. */
@NullMarked
package io.ambit.bench.imports;

import org.jspecify.annotations.NullMarked;
