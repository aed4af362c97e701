/** The program {@code stylecodes}: one class for each command, and the options and outputs that several of them share. */
@NullMarked
package org.stylecodes.cli;

import org.jspecify.annotations.NullMarked;
