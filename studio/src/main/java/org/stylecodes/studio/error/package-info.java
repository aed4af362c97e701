/** Errors for requests that are valid in themselves: the server is overloaded or not ready, or the requested thing is gone. */
@NullMarked
package org.stylecodes.studio.error;

import org.jspecify.annotations.NullMarked;
