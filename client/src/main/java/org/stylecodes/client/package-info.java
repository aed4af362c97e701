/** A client of a studio: what the library does on this machine, done on another one. */
@NullMarked
package org.stylecodes.client;

import org.jspecify.annotations.NullMarked;
