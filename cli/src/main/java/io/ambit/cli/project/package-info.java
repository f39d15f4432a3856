/** The projects of this machine put together: the folder of each, its backlog, and the memory of its space. */
@NullMarked
package io.ambit.cli.project;

import org.jspecify.annotations.NullMarked;
