/** A client of a studio, which performs the operations of the library on another machine. */
@NullMarked
package org.stylecodes.client;

import org.jspecify.annotations.NullMarked;
