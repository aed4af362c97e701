/** The command {@code stylecodes bench}: how fast a model is on this machine. */
@NullMarked
package org.stylecodes.cli.bench;

import org.jspecify.annotations.NullMarked;
