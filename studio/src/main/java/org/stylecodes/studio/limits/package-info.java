/** How much callers may ask for at once, and how much of the heap their pictures may take. */
@NullMarked
package org.stylecodes.studio.limits;

import org.jspecify.annotations.NullMarked;
