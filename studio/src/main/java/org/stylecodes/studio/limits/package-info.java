/** Limits on what callers may ask for, and on the heap that their pictures take. */
@NullMarked
package org.stylecodes.studio.limits;

import org.jspecify.annotations.NullMarked;
