/** What texts that callers send must look like. */
@NullMarked
package org.stylecodes.studio.text;

import org.jspecify.annotations.NullMarked;
