/** The program {@code stylecodes}: one class per command, and the options and outputs that commands share. */
@NullMarked
package org.stylecodes.cli;

import org.jspecify.annotations.NullMarked;
