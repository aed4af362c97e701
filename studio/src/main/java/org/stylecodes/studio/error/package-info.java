/**
 * Why the studio refuses a request that has nothing wrong with it: there is too much to do, it cannot work yet, or what was
 * asked for is gone.
 */
@NullMarked
package org.stylecodes.studio.error;

import org.jspecify.annotations.NullMarked;
