/** The studio: a server with a web page and an HTTP API for making, mixing, finding and sharing style codes. */
@NullMarked
package org.stylecodes.studio;

import org.jspecify.annotations.NullMarked;
