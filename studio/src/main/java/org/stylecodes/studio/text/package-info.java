/** Checks of texts that callers send. */
@NullMarked
package org.stylecodes.studio.text;

import org.jspecify.annotations.NullMarked;
