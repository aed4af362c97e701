/** The style code as a value: text forms, check symbols, mixing, distance and search. No dependency, no native library. */
@NullMarked
package org.stylecodes.code;

import org.jspecify.annotations.NullMarked;
