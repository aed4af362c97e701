/** Atomic writing of files. */
@NullMarked
package org.stylecodes.file;

import org.jspecify.annotations.NullMarked;
