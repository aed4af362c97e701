/** Style codes as values: text forms, check symbols, mixing, distance and search. Needs no dependency and no native library. */
@NullMarked
package org.stylecodes.code;

import org.jspecify.annotations.NullMarked;
